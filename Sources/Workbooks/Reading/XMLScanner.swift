/// Whether bytes are one well-formed XML document, by a single pass that builds nothing.
///
/// The library reports success even when the disk was full and its XML stops in the middle, so every part is
/// walked through after writing: elements nest, attributes are quoted and unique, references are known, characters
/// are allowed, there is one root, and no document type.
struct XMLScanner {
    private let bytes: [UInt8]
    private var at = 0
    private var open: [Range<Int>] = []
    /// Of the tag that is being read; kept between tags to spare memory traffic.
    private var attributes: [Range<Int>] = []
    /// A number made of each attribute's name: comparing names themselves, each with each, would cost minutes.
    private var marks: [UInt64] = []
    private var hasRoot = false
    /// No part of a workbook is nested deeper; a document of nothing but start tags would fill the memory.
    private static let deepest = 256
    /// The richest tag of the format has some seventy; every new one is compared with all before it.
    private static let mostAttributes = 128
    /// Bytes of one text or value. A full cell written in nothing but escapes takes a quarter of it; a reader holds
    /// each text several times over.
    private static let longestText = 1 << 20

    private var tagsLeft: Int

    /// Whether the document is well formed, and has no more tags than that.
    static func isWellFormed(_ bytes: [UInt8], mostTags: Int = .max) -> Bool {
        var scanner = XMLScanner(bytes: bytes, tagsLeft: mostTags)
        return scanner.readDocument()
    }

    private init(bytes: [UInt8], tagsLeft: Int) {
        self.bytes = bytes
        self.tagsLeft = tagsLeft
    }

    private mutating func readDocument() -> Bool {
        guard hasOnlyAllowedCharacters() else { return false }
        if starts(with: "\u{FEFF}") { at += 3 }
        while at < bytes.count {
            let isMarkup = bytes[at] == UInt8(ascii: "<")
            guard isMarkup ? readMarkup() : readText() else { return false }
        }
        return hasRoot && open.isEmpty
    }

    /// `<?…?>`, `<!--…-->`, `</name>` or `<name …>`.
    private mutating func readMarkup() -> Bool {
        if starts(with: "<?") { return skip(past: "?>", from: at + 2) }
        if starts(with: "<!--") { return skip(past: "-->", from: at + 4) }
        if starts(with: "<!") { return false }
        if starts(with: "</") {
            at += 2
            let name = readName()
            skipSpace()
            guard let started = open.popLast(), bytes[started] == bytes[name], take(">") else { return false }
            return true
        }
        return readStartTag()
    }

    private mutating func readStartTag() -> Bool {
        tagsLeft -= 1
        guard !open.isEmpty || !hasRoot, tagsLeft >= 0 else { return false }
        hasRoot = true
        at += 1
        let name = readName()
        guard !name.isEmpty else { return false }
        attributes.removeAll(keepingCapacity: true)
        marks.removeAll(keepingCapacity: true)
        while true {
            let before = at
            skipSpace()
            if take(">") {
                open.append(name)
                return open.count <= XMLScanner.deepest
            }
            if take("/") { return take(">") }
            let attribute = readName()
            guard at > before, !attribute.isEmpty, attribute.lowerBound > before, take("="), readValue(),
                attributes.count < XMLScanner.mostAttributes
            else { return false }
            let mark = mark(of: attribute)
            let isRepeated = marks.indices.contains {
                marks[$0] == mark && bytes[attributes[$0]] == bytes[attribute]
            }
            guard !isRepeated else { return false }
            attributes.append(attribute)
            marks.append(mark)
        }
    }

    /// FNV-1a; two names may share a mark, so it only says where to look.
    private func mark(of name: Range<Int>) -> UInt64 {
        var mark: UInt64 = 0xCBF2_9CE4_8422_2325
        for index in name { mark = (mark ^ UInt64(bytes[index])) &* 0x100_0000_01B3 }
        return mark
    }

    private mutating func readValue() -> Bool {
        guard at < bytes.count, bytes[at] == UInt8(ascii: "\"") || bytes[at] == UInt8(ascii: "'") else { return false }
        let quote = bytes[at]
        at += 1
        let start = at
        while at < bytes.count, bytes[at] != quote {
            if bytes[at] == UInt8(ascii: "<") { return false }
            if bytes[at] == UInt8(ascii: "&") {
                guard readReference() else { return false }
            } else {
                at += 1
            }
        }
        guard at < bytes.count, at - start <= XMLScanner.longestText else { return false }
        at += 1
        return true
    }

    /// Text up to the next `<`; outside the root only white space may stand.
    private mutating func readText() -> Bool {
        let start = at
        while at < bytes.count, bytes[at] != UInt8(ascii: "<") {
            if bytes[at] == UInt8(ascii: "&") {
                guard !open.isEmpty, readReference() else { return false }
            } else {
                guard !open.isEmpty || isSpace(bytes[at]) else { return false }
                at += 1
            }
        }
        return at - start <= XMLScanner.longestText
    }

    /// `&amp;` and its four sisters, or a number.
    private mutating func readReference() -> Bool {
        guard let end = bytes[at..<min(at + 12, bytes.count)].firstIndex(of: UInt8(ascii: ";")) else { return false }
        let name = String(decoding: bytes[(at + 1)..<end], as: UTF8.self)
        at = end + 1
        if ["amp", "lt", "gt", "quot", "apos"].contains(name) { return true }
        guard name.hasPrefix("#") else { return false }
        let isHexadecimal = name.hasPrefix("#x")
        guard let value = UInt32(name.dropFirst(isHexadecimal ? 2 : 1), radix: isHexadecimal ? 16 : 10),
            Unicode.Scalar(value) != nil
        else { return false }
        return value >= 0x20 && value != 0xFFFE && value != 0xFFFF || [9, 10, 13].contains(value)
    }

    private mutating func readName() -> Range<Int> {
        let start = at
        while at < bytes.count, isNamePart(bytes[at]) { at += 1 }
        guard start < at, !(UInt8(ascii: "-")...UInt8(ascii: "9")).contains(bytes[start]) else { return start..<start }
        return start..<at
    }

    /// UTF-8 throughout, no control characters, no U+FFFE or U+FFFF.
    private func hasOnlyAllowedCharacters() -> Bool {
        // Looked at where it lies: a copy of a large part would double what it takes.
        guard (try? UTF8Span(validating: bytes.span)) != nil else { return false }
        for index in bytes.indices {
            let byte = bytes[index]
            if byte < 0x20, !isSpace(byte) { return false }
            if byte == 0xBF || byte == 0xBE, index >= 2, bytes[index - 1] == 0xBF, bytes[index - 2] == 0xEF {
                return false
            }
        }
        return true
    }

    private func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: ":"), UInt8(ascii: "_"), UInt8(ascii: "-"),
            UInt8(ascii: "."), 0x80...:
            true
        default: false
        }
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private mutating func skipSpace() {
        while at < bytes.count, isSpace(bytes[at]) { at += 1 }
    }

    private mutating func take(_ character: Character) -> Bool {
        guard at < bytes.count, bytes[at] == character.asciiValue else { return false }
        at += 1
        return true
    }

    private func starts(with text: String) -> Bool {
        bytes[at...].starts(with: text.utf8)
    }

    private mutating func skip(past mark: String, from start: Int) -> Bool {
        at = start
        while at < bytes.count {
            if starts(with: mark) {
                at += mark.utf8.count
                return true
            }
            at += 1
        }
        return false
    }
}
