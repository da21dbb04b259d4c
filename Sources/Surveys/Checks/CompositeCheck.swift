/// Z068, Z077, Z078, Z087: a composite is made of dimensions that exist, once each, and not of itself.
let checkComposites: SurveyCheck = { checked in
    let dimensions = checked.survey.dimensions
    var indices: [String: Int] = [:]
    for (index, dimension) in dimensions.enumerated() {
        for name in dimension.name.wordings where indices[name] == nil { indices[name] = index }
    }
    var found = cycles(dimensions, indices)
    let names = SuggestionList(dimensions.flatMap(\.name.wordings))
    for (index, dimension) in dimensions.enumerated() where dimension.isComposite {
        var taken: [Int: Place] = [:]
        for share in dimension.shares {
            guard let member = indices[share.dimension] else {
                let guess = Suggestion.nearest(to: share.dimension, among: names)
                found.append(
                    Diagnostic(
                        "Z077", at: share.place.range,
                        Wording("没有叫“\(share.dimension)”的维度", "there is no dimension \"\(share.dimension)\""),
                        notes: guess.map { [Wording("您是不是想写“\($0)”？", "did you mean \"\($0)\"?")] } ?? []))
                continue
            }
            if let earlier = taken[member] {
                found.append(
                    Diagnostic(
                        "Z068", at: share.place.range,
                        Wording("“\(share.dimension)”合成了两次", "\"\(share.dimension)\" is combined twice"),
                        related: [Diagnostic.Related(range: earlier.range, label: Wording("第一次在这里", "first here"))]))
            }
            taken[member] = share.place
        }
        found += differentScores(dimension.shares, dimensions, indices)
        let idle = [Keyword.items, .method, .rescale, .missing]
            .filter { checked.map.properties[SourceMap.Property(target: .dimension(index), keyword: $0)] != nil }
        if !idle.isEmpty {
            found.append(
                Diagnostic(
                    "Z078", at: dimension.place.range,
                    Wording(
                        "“\(dimension.name.main)”是合成的，不能再写\(idle.map { "“\($0.chinese)”" }.joined())",
                        "a composite has no \(idle.map(\.english).joined(separator: ", "))"),
                    notes: [Wording("这些写在它所合成的各个维度下面", "these belong to the dimensions it is made of")]))
        }
    }
    return found
}

/// A mean of 1~5 and 0~100 means neither. A gap enters as attainment, from 0 to 100 whatever its own score.
private func differentScores(
    _ shares: [Dimension.Share], _ dimensions: [Dimension], _ indices: [String: Int]
) -> [Diagnostic] {
    let members = shares.compactMap { share in indices[share.dimension].map { (share, dimensions[$0]) } }
        .filter { !$1.isComposite && $1.method != .gap }
    guard let (_, first) = members.first, let (share, other) = members.first(where: { $1.spread != first.spread })
    else {
        return []
    }
    return [
        Diagnostic(
            "Z076", at: share.place.range,
            Wording(
                "“\(other.name.main)”和“\(first.name.main)”的换算不同，不能合成",
                "\"\(other.name.main)\" and \"\(first.name.main)\" are rescaled differently and cannot be combined"),
            related: [Diagnostic.Related(range: first.place.range, label: Wording("这个维度换算不同", "rescaled differently"))],
            notes: [Wording("给它们写同一种“换算：”", "give them the same `rescale:`")])
    ]
}

extension Dimension {
    fileprivate enum Spread: Equatable {
        case raw
        case range(ClosedRange<Int>)
    }

    /// Both percentages run to 100.
    fileprivate var spread: Spread {
        switch rescale {
        case .raw: .raw
        case .percentOfMaximumPossible, .shareOfMaximum: .range(0...100)
        case .onto(let range): .range(range)
        }
    }
}

/// One remark for a cycle, at the share that closes it. Without recursion: the chain may be as long as the text.
private func cycles(_ dimensions: [Dimension], _ indices: [String: Int]) -> [Diagnostic] {
    enum State { case open, done }
    var states: [Int: State] = [:]
    var found: [Diagnostic] = []
    for start in dimensions.indices where states[start] == nil {
        var path: [(dimension: Int, share: Int)] = [(start, 0)]
        states[start] = .open
        while let (dimension, share) = path.last {
            guard share < dimensions[dimension].shares.count else {
                states[dimension] = .done
                path.removeLast()
                continue
            }
            path[path.count - 1].share += 1
            guard let member = indices[dimensions[dimension].shares[share].dimension] else { continue }
            switch states[member] {
            case nil:
                states[member] = .open
                path.append((member, 0))
            case .open:
                let around = path.drop { $0.dimension != member }.map { dimensions[$0.dimension].name.main }
                let list = (around + [dimensions[member].name.main]).joined(separator: " → ")
                found.append(
                    Diagnostic(
                        "Z087", at: dimensions[dimension].shares[share].place.range,
                        Wording("合成绕成了一个圈：\(list)", "the composite contains itself: \(list)"),
                        notes: [Wording("去掉其中一个“合成：”", "remove one of the `combine:` lines")]))
            case .done: break
            }
        }
    }
    return found
}

extension Survey {
    /// The dimensions of items that a dimension is made of, each with its share of 1; nil when it contains itself.
    public func leaves(of dimension: Dimension, above: Set<String> = []) -> [(dimension: Dimension, share: Double)]? {
        guard !above.contains(dimension.name.main) else { return nil }
        guard dimension.isComposite else { return [(dimension, 1)] }
        let total = Double(dimension.shares.reduce(0) { $0 + $1.parts })
        var leaves: [(dimension: Dimension, share: Double)] = []
        for share in dimension.shares {
            guard let member = self.dimension(named: share.dimension) else { continue }
            guard let inner = self.leaves(of: member, above: above.union([dimension.name.main])) else { return nil }
            leaves += inner.map { ($0.dimension, $0.share * Double(share.parts) / total) }
        }
        return leaves
    }
}
