/// `[type range unit scale marks]`: one group, its words in a fixed order.
extension SurveyWriter {
    func bracket(_ words: [String]) -> String {
        words.isEmpty ? "" : " [\(words.joined(separator: " "))]"
    }

    func spelling(_ mark: MarkWord) -> String { word(mark.chinese, mark.english) }

    func words(of kind: Question.Kind) -> [String] {
        switch kind {
        case .single: [spelling(.single)]
        case .multiple(let count): [spelling(.multi)] + (count.map { [items($0)] } ?? [])
        case .dropdown(let list): [spelling(.dropdown)] + (list.map { [$0] } ?? [])
        case .yesNo: [spelling(.yesno)]
        case .likert(let scale): [spelling(.likert), scale]
        case .rating(let range): [spelling(.rate), "\(range.lowerBound)~\(range.upperBound)"]
        case .pair(let scale): [spelling(.pair), scale]
        case .ranking(let count): [spelling(.rank)] + (count.map { [items($0...$0)] } ?? [])
        case .number(let range, let unit): [spelling(.number)] + [range.map(spelled), unit].compactMap { $0 }
        case .text(let limit): [spelling(.text)] + (limit.map { [characters($0)] } ?? [])
        case .longText(let limit): [spelling(.longtext)] + (limit.map { [characters($0)] } ?? [])
        case .date(let days): [spelling(.date)] + (days.map { ["\($0.lowerBound)~\($0.upperBound)"] } ?? [])
        case .month(let days):
            [spelling(.month)] + (days.map { ["\($0.lowerBound.inMonths)~\($0.upperBound.inMonths)"] } ?? [])
        case .note: [spelling(.note)]
        }
    }

    func words(of marks: Marks) -> [String] {
        var words: [String] = []
        if let points = marks.points { words.append(word("\(points)分", "\(points)pts")) }
        if marks.isOptional { words.append(spelling(.optional)) }
        if marks.isReversed { words.append(spelling(.reverse)) }
        if marks.isShuffled { words.append(spelling(.shuffle)) }
        if marks.takesText { words.append(spelling(.write)) }
        if marks.isExclusive { words.append(spelling(.exclusive)) }
        if marks.isUnscored { words.append(spelling(.unscored)) }
        switch marks.change {
        case .rewordedComparable: words.append(spelling(.rewordedComparable))
        case .rewordedNotComparable: words.append(spelling(.rewordedNotComparable))
        case .new: words.append(spelling(.new))
        case nil: break
        }
        if marks.isAggregateOnly { words.append(spelling(.aggregateOnly)) }
        return words
    }

    private func spelling(_ type: TypeWord) -> String { word(type.chinese, type.english) }

    private func items(_ count: ClosedRange<Int>) -> String {
        let number =
            count.lowerBound == count.upperBound ? "\(count.lowerBound)" : "\(count.lowerBound)~\(count.upperBound)"
        return number + word("项", "items")
    }

    private func characters(_ limit: Int) -> String { word("≤\(limit)字", "≤\(limit)") }

    private func spelled(_ range: NumberRange) -> String {
        func end(_ units: Int) -> String { PlainNumber.text(units: units, decimals: range.decimals) }
        return "\(end(range.bounds.lowerBound))~\(end(range.bounds.upperBound))"
    }
}

extension Day {
    /// `2026-11`
    fileprivate var inMonths: String { String(description.dropLast(3)) }
}
