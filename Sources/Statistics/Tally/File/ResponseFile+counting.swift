extension ResponseFile {
    /// Counts the file at a path in one pass.
    ///
    /// - Parameter threads: how many threads take part, 1 or more.
    /// - Throws: ``ResponseFileError`` for a file that cannot be read, changes while it is read or is no such table.
    public func counting(
        _ path: String, by plan: TallyPlan, threads: Int = 1
    ) throws(ResponseFileError) -> CountedResponses {
        try counting(path, by: plan, threads: threads, pieces: nil, room: 1 << 18)
    }

    /// The same with pieces of so many bytes for the threads, read into buffers of `room` bytes at first.
    package func counting(
        _ path: String, by plan: TallyPlan, threads: Int, pieces: Int?, room: Int
    ) throws(ResponseFileError) -> CountedResponses {
        precondition(threads >= 1, "somebody has to count")
        let file = try OpenFile(path)
        let shape = try FileShape(FileHeader(file), of: self)
        let layout = CountingLayout(plan) { columns[$0].codes }
        // Without any room for sums nothing may be counted; how many responses there are is known at the end.
        try Self.rethrow { () throws(TallyError) in try layout.check(responses: 1) }
        let counting = FileCounting(
            file: file, shape: shape, layout: layout, source: self, threads: threads, room: room,
            memos: columns.map(CodeMemo.Shared.init))
        let counted =
            layout.isNarrow
            ? try counting.counted(in: Int16.self, pieces: pieces)
            : try counting.counted(in: Int32.self, pieces: pieces)
        try Self.rethrow { () throws(TallyError) in try layout.check(responses: counted.responses) }
        try file.checkUnchanged()
        return counted
    }

    private static func rethrow(_ body: () throws(TallyError) -> Void) throws(ResponseFileError) {
        do { try body() } catch { throw .counting(error) }
    }
}

/// One file being counted.
private struct FileCounting: Sendable {
    let file: OpenFile
    let shape: FileShape
    let layout: CountingLayout
    let source: ResponseFile
    let threads: Int
    let room: Int
    let memos: [CodeMemo.Shared]

    /// A piece that was counted: the records from `span`'s beginning up to its end.
    private struct Piece<Code: BlockCode> {
        var counter: ChunkCounter<Code>
        var span: Range<Int>
    }

    private typealias Outcome<Code: BlockCode> = Result<Piece<Code>, ResponseFileError>

    func counted<Code: BlockCode>(in: Code.Type, pieces size: Int?) throws(ResponseFileError) -> CountedResponses {
        let length = max(0, file.size - shape.start)
        // Several pieces a thread, since threads are not equally fast.
        let count = size.map { (length + $0 - 1) / $0 } ?? (threads == 1 ? 1 : min(threads * 4, length >> 20))
        guard count > 1 else {
            return CountedResponses(
                [try piece(shape.start..<file.size, isBorder: false, line: shape.line, in: Code.self).counter], self)
        }
        do throws(ResponseFileError) {
            return CountedResponses(try countPieces(count, length: length, in: Code.self), self)
        } catch {
            // A piece knows no lines of the file, and one that begins inside quotes sees errors that are none: what is
            // wrong is told by a reader that begins at the beginning.
            switch error {
            case .raggedRow, .unclosedQuote, .textAfterQuote, .longRecord:
                return CountedResponses(
                    [try piece(shape.start..<file.size, isBorder: false, line: shape.line, in: Code.self).counter], self
                )
            default: throw error
            }
        }
    }

    private func piece<Code: BlockCode>(
        _ range: Range<Int>, isBorder: Bool, line: Int, in: Code.Type
    ) throws(ResponseFileError) -> Piece<Code> {
        var counter = ChunkCounter<Code>(layout, shape, memos: memos, hasPersons: source.person != nil, line: line)
        let span = try counter.count(range, of: file, isBorder: isBorder, room: room)
        return Piece(counter: counter, span: span)
    }

    /// Counts pieces side by side, each from the first record that seems to begin in it, then makes sure that every one
    /// began where the one before it ended. One that did not, because its border lay inside quotes, is counted again.
    private func countPieces<Code: BlockCode>(
        _ count: Int, length: Int, in: Code.Type
    ) throws(ResponseFileError) -> [ChunkCounter<Code>] {
        let ranges = (0..<count).map {
            shape.start + length * $0 / count..<shape.start + length * ($0 + 1) / count
        }
        let outcomes = SharedSlots<Outcome<Code>>(count: count)
        let next = SharedCounter(limit: count)
        inParallel(threads) { _ in
            while let index = next.next() {
                outcomes[index] = Result { () throws(ResponseFileError) in
                    try piece(ranges[index], isBorder: index > 0, line: index > 0 ? 0 : shape.line, in: Code.self)
                }
            }
        }
        var counters: [ChunkCounter<Code>] = []
        var end = shape.start
        for (index, range) in ranges.enumerated() where end < range.upperBound {
            // Every number was dealt out, so every piece has an outcome.
            let guess = outcomes[index]!
            outcomes[index] = nil
            if case .success(let piece) = guess, piece.span.lowerBound == end {
                counters.append(piece.counter)
                end = piece.span.upperBound
            } else {
                let piece = try piece(
                    end..<range.upperBound, isBorder: false, line: index > 0 ? 0 : shape.line, in: Code.self)
                counters.append(piece.counter)
                end = piece.span.upperBound
            }
        }
        return counters
    }
}

extension CountedResponses {
    /// Puts counted pieces together.
    fileprivate init<Code: BlockCode>(_ pieces: [ChunkCounter<Code>], _ counting: FileCounting) {
        let source = counting.source
        let keys = pieces.map { $0.keys(hasRound: source.round != nil) }
        let groups = Self.ordered(keys.flatMap { $0.map(\.group) }, first: source.groupOrder) {
            $0.lexicographicallyPrecedes($1)
        }
        let rounds = Self.ordered(keys.flatMap { $0.map(\.round) }, first: source.roundOrder, by: <)
        let groupIndex = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($0.element, $0.offset) })
        let roundIndex = Dictionary(uniqueKeysWithValues: rounds.enumerated().map { ($0.element, $0.offset) })
        let places = keys.map { $0.map { roundIndex[$0.round]! * groups.count + groupIndex[$0.group]! } }
        let total = BlockCounter<Code>(counting.layout)
        total.grow(to: groups.count * rounds.count)
        self.groups = groups
        responses = 0
        rejected = Array(repeating: 0, count: source.columns.count)
        self.places = []
        var line = 0
        for (piece, places) in zip(pieces, places) {
            total.add(piece.rows.counter, groups: places)
            responses += piece.responses
            for column in rejected.indices { rejected[column] += piece.rejected[column] }
            for place in piece.places where self.places.count < Self.placeLimit {
                self.places.append(Place(line: line + place.line, column: source.columns[place.column].name))
            }
            line += piece.lines
        }
        let tallies = total.tallies()
        self.rounds = rounds.enumerated().map { index, name in
            Round(name: name, tallies: Array(tallies[index * groups.count..<(index + 1) * groups.count]))
        }
        let sources = zip(pieces, places).compactMap { piece, places in
            piece.rows.persons.map { Linker.Source(records: $0, places: places) }
        }
        links =
            source.person == nil
            ? []
            : Linker(
                layout: counting.layout, sources: sources, groups: groups.count, rounds: rounds,
                threads: counting.threads
            ).linked()
    }

    /// The distinct names: those in stated order, then the others sorted.
    private static func ordered<Name: Hashable>(
        _ found: [Name], first: [Name], by isLess: (Name, Name) -> Bool
    ) -> [Name] {
        var known = Set<Name>()
        let stated = first.filter { known.insert($0).inserted }
        return stated + Set(found).subtracting(known).sorted(by: isLess)
    }
}

extension ChunkCounter {
    /// The texts of every group of ``rows``: those of the group columns, and that of the round.
    fileprivate func keys(hasRound: Bool) -> [(group: [String], round: String)] {
        (0..<rows.counter.groups).map { group in
            var names: [String] = []
            var number = group
            for index in combinations.indices.reversed() {
                let word = combinations[index].word(number)
                names.append(texts[index + 1].text(Int(word & 0xFFFF_FFFF)))
                number = Int(word >> 32)
            }
            if let first = texts.first { names.append(first.text(number)) }
            names.reverse()
            let round = hasRound ? names.removeLast() : ""
            return (names, round)
        }
    }
}
