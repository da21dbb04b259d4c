/// What a person presses, whatever bytes their terminal sends for it.
package enum Key: Sendable, Equatable {
    case character(Character)
    case enter, tab, backTab, escape, backspace
    case up, down, left, right, home, end, pageUp, pageDown
    /// A letter pressed with Ctrl.
    case control(Character)
    /// Text from the clipboard: its line ends press nothing.
    case paste(String)
}

/// Turns the bytes of a terminal into keys, however they are cut into pieces.
package struct KeyDecoder: Sendable {
    private var waiting: [UInt8] = []

    package init() {}

    /// The keys in the bytes; an unfinished sequence waits for the rest of it.
    package mutating func keys(in bytes: [UInt8]) -> [Key] {
        waiting += bytes
        var keys: [Key] = []
        while let (key, length) = first() {
            waiting.removeFirst(length)
            if let key { keys.append(key) }
        }
        return keys
    }

    /// What waits is all that there is: an Escape that nothing followed was the key itself.
    package mutating func flush() -> [Key] {
        defer { waiting = [] }
        return waiting == [0x1B] ? [.escape] : []
    }

    /// True when something was begun: the terminal may have more to say at once.
    package var isWaiting: Bool { !waiting.isEmpty }

    /// The first key and how many bytes it takes; nil for the key where the bytes mean nothing to us.
    private func first() -> (key: Key?, length: Int)? {
        guard let byte = waiting.first else { return nil }
        switch byte {
        case 0x0D, 0x0A: return (.enter, 1)
        case 0x09: return (.tab, 1)
        case 0x7F, 0x08: return (.backspace, 1)
        case 0x1B: return sequence()
        case 0x01...0x1A: return (.control(Character(Unicode.Scalar(byte + 0x60))), 1)
        case 0x00...0x1F: return (nil, 1)
        default: return character(byte)
        }
    }

    private func character(_ byte: UInt8) -> (key: Key?, length: Int)? {
        let length = byte < 0x80 ? 1 : byte < 0xC0 ? 0 : byte < 0xE0 ? 2 : byte < 0xF0 ? 3 : 4
        guard length > 0 else { return (nil, 1) }
        guard waiting.count >= length else { return nil }
        guard let text = String(validating: waiting[..<length], as: UTF8.self), let character = text.first else {
            return (nil, 1)
        }
        return (.character(character), length)
    }

    private static let pasteEnd: [UInt8] = Array("\u{1B}[201~".utf8)

    private func sequence() -> (key: Key?, length: Int)? {
        guard waiting.count >= 2 else { return nil }
        guard waiting[1] == UInt8(ascii: "[") || waiting[1] == UInt8(ascii: "O") else { return (.escape, 1) }
        guard let end = waiting.dropFirst(2).firstIndex(where: { (0x40...0x7E).contains($0) }) else { return nil }
        let length = end + 1
        let body = String(decoding: waiting[2..<length], as: UTF8.self)
        if body == "200~" { return paste(from: length) }
        let key: Key? =
            switch body {
            case "A": .up
            case "B": .down
            case "C": .right
            case "D": .left
            case "H", "1~", "7~": .home
            case "F", "4~", "8~": .end
            case "5~": .pageUp
            case "6~": .pageDown
            case "Z": .backTab
            case "M": .enter
            default: nil
            }
        return (key, length)
    }

    private func paste(from start: Int) -> (key: Key?, length: Int)? {
        let end = Self.pasteEnd
        guard waiting.count >= start + end.count else { return nil }
        guard
            let stop = (start...(waiting.count - end.count)).first(where: { waiting[$0..<($0 + end.count)] == end[...] }
            )
        else { return nil }
        return (.paste(String(decoding: waiting[start..<stop], as: UTF8.self)), stop + end.count)
    }
}
