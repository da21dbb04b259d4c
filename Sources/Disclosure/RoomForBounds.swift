/// Which numbers are not printed so that no bound can be narrowed by arithmetic on the numbers that are.
///
/// A reader who knows a total and all its addends but one knows that one too, and so a bound would hide nothing. Beside
/// a bounded number, others of its lines are therefore hidden until the lines leave 0.6 of the width of its zone. What
/// the lines leave is computed line by line, until nothing changes; all lines at once, as a linear program, can leave a
/// little less, and `make leaks` asks for half of the width.
package struct RoomForBounds: Sendable, Equatable {
    package enum Role: Sendable, Equatable {
        /// It is near an end of its scale, and its bound is printed.
        case bounded
        /// It is an addend that would narrow a bound. It may be near an end of its scale itself: then not even its bound
        /// is printed, since the bound would narrow another or be narrowed by the lines.
        case companion
        /// It is a total that would narrow a bound, with no other addend left to hide; or one whose own bound is not
        /// printed, likewise.
        case total
    }

    /// By the identity of the number.
    package let hidden: [Int: Role]

    /// The result does not depend on the order of the numbers, of the lines or of their addends.
    ///
    /// - Parameters:
    ///   - numbers: each identity once.
    ///   - lines: all their numbers are among `numbers`.
    ///   - hiddenBefore: numbers that an earlier report hid; they stay hidden.
    package init(_ numbers: [PrintedNumber], _ lines: [PrintedLine], hiddenBefore: Set<Int> = []) {
        let numbers = numbers.sorted { $0.id < $1.id }
        var lines = HiddenLines(numbers, lines)
        var roles: [Role?] = numbers.map { $0.isBounded ? .bounded : hiddenBefore.contains($0.id) ? .companion : nil }
        for number in numbers.indices where roles[number] != nil { lines.hide(number) }
        // What stays narrow although everything is hidden that limits it.
        var settled: Set<Int> = []
        while true {
            let slacks = lines.slacks()
            guard
                let narrow = numbers.indices.first(where: {
                    numbers[$0].isBounded && !settled.contains($0) && lines.isNarrow($0, slacks[$0])
                })
            else { break }
            if let choice = lines.choice(for: narrow, slacks) {
                roles[choice.number] = choice.isTotal ? .total : .companion
                lines.hide(choice.number)
            } else {
                settled.insert(narrow)
            }
        }
        hidden = Dictionary(
            uniqueKeysWithValues: zip(numbers, roles).compactMap { number, role in role.map { (number.id, $0) } })
    }
}
