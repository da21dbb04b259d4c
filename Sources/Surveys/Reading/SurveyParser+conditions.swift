extension SurveyParser {
    /// Reads every condition, now that every question is known.
    mutating func resolveConditions() {
        guard !pending.isEmpty else { return }
        var scope = ConditionScope(survey: survey, unread: unread.union(doubledCodes), source: source)
        var waits = ShowCycles()
        for item in pending {
            scope.known = item.known
            map.conditions[item.owner] = item.line.place(item.range)
            var parser = ConditionParser(line: item.line, range: item.range, scope: scope)
            parser.guesses = diagnostics.count < ConditionParser.mostGuesses
            if let condition = parser.condition() { item.store(&survey, condition) }
            if let shown = item.shows {
                for use in parser.uses { waits.add(shown, waitsFor: use.ordinal, at: item.line.place(use.range)) }
            }
            diagnostics += parser.diagnostics
        }
        let codes = survey.questions.map(\.code)
        var cyclic: [Range<Int>] = []
        // A cycle is looked for from every wait; past so many remarks the plain one will do.
        for index in diagnostics.indices.prefix(ConditionParser.mostGuesses) where diagnostics[index].code == "Z086" {
            if let cycle = waits.cycle(at: diagnostics[index].range) {
                diagnostics[index] = cycle.diagnostic(codes)
                cyclic += cycle.places
            }
        }
        leaveOutWhatCyclesDecide(cyclic)
    }

    /// In a circle no condition ever comes to be asked; whether it would hold is no second matter.
    private mutating func leaveOutWhatCyclesDecide(_ places: [Range<Int>]) {
        guard !places.isEmpty else { return }
        let lines = Set(places.map { source.position(of: $0.lowerBound).line })
        diagnostics.removeAll { $0.code == "Z088" && lines.contains(source.position(of: $0.range.lowerBound).line) }
    }
}

extension SurveyParser {
    /// Nobody knows which of the two a condition means; that they are two is said elsewhere.
    private var doubledCodes: Set<String> {
        var seen: Set<String> = []
        return Set(survey.questions.flatMap { [$0.code] + $0.rows.map(\.code) }.filter { !seen.insert($0).inserted })
    }
}

/// Z087: which questions wait for which before they are shown.
private struct ShowCycles {
    private struct Wait {
        var from: Int
        var to: Int
        var place: Range<Int>
    }

    struct Cycle {
        /// Ordinals of questions, the first again at the end.
        var path: [Int]
        var places: [Range<Int>]

        func diagnostic(_ codes: [String]) -> Diagnostic {
            let names = path.map { codes[$0] }
            let list = names.joined(separator: " → ")
            return Diagnostic(
                "Z087", at: places[0],
                Wording("显示条件绕成了一个圈：\(list)", "show conditions form a cycle \(list)"),
                label: Wording("\(names[0]) 要等 \(names[1])", "\(names[0]) waits for \(names[1])"),
                related: places.indices.dropFirst().map {
                    Diagnostic.Related(
                        range: places[$0],
                        label: Wording("\(names[$0]) 又要等 \(names[$0 + 1])", "\(names[$0]) waits for \(names[$0 + 1])"))
                },
                notes: [Wording("这些题谁也不会出现。去掉其中一个条件即可", "none of them is ever shown: remove one of the conditions")])
        }
    }

    private var waits: [Int: [Wait]] = [:]
    private var byPlace: [Int: Wait] = [:]

    mutating func add(_ shown: Int, waitsFor other: Int, at place: Range<Int>) {
        let wait = Wait(from: shown, to: other, place: place)
        waits[shown, default: []].append(wait)
        byPlace[place.lowerBound] = wait
    }

    /// The shortest way from the question waited for back to the one that waits.
    func cycle(at place: Range<Int>) -> Cycle? {
        guard let first = byPlace[place.lowerBound], first.from != first.to else { return nil }
        var cameBy: [Int: Wait] = [:]
        var queue = [first.to]
        var next = 0
        while next < queue.count, cameBy[first.from] == nil {
            for wait in waits[queue[next]] ?? [] where cameBy[wait.to] == nil && wait.to != first.to {
                cameBy[wait.to] = wait
                queue.append(wait.to)
            }
            next += 1
        }
        guard cameBy[first.from] != nil else { return nil }
        var back: [Wait] = []
        var at = first.from
        while at != first.to, let wait = cameBy[at] {
            back.append(wait)
            at = wait.from
        }
        let path = [first] + back.reversed()
        return Cycle(path: path.map(\.from) + [first.from], places: path.map(\.place))
    }
}
