/// Whether bytes are one well-formed XML document, by a single pass that builds nothing.
///
/// The library reports success even when the disk was full and its XML stops in the middle, so every part is
/// walked through after writing: elements nest, attributes are quoted and unique, references are known, characters
/// are allowed, there is one root, and no document type.
///
/// A document may come in pieces, because a sheet of three million cells is larger than what a program should hold. A
/// tag that a piece cuts is read again from its start when the next one is there.
struct XMLScanner {
    /// What has come and is not yet understood.
    private var bytes: [UInt8] = []
    private var at = 0
    /// How far the bytes are known to be whole allowed characters; nothing beyond is looked at.
    private var limit = 0
    /// The names of the open elements, one behind the other, and where each starts.
    private var openNames: [UInt8] = []
    private var openStarts: [Int] = []
    /// Of the tag that is being read; kept between tags to spare memory traffic.
    private var attributes: [Range<Int>] = []
    private var hasRoot = false
    /// Bytes of the text that the last piece ended in.
    private var textLength = 0
    private var isAtStart = true
    /// The step failed for want of bytes, so that it may succeed with more.
    private var ranOut = false
    /// No part of a workbook is nested deeper; a document of nothing but start tags would fill the memory.
    private static let deepest = 256
    /// The richest tag of the format has some seventy; every new one is compared with all before it.
    private static let mostAttributes = 128
    /// Bytes of one text or value. A full cell written in nothing but escapes takes a quarter of it; a reader holds
    /// each text several times over.
    private static let longestText = 1 << 20

    private var tagsLeft = Int.max

    /// Whether the document is well formed, and has no more tags than that.
    static func isWellFormed(_ bytes: [UInt8], mostTags: Int = .max) -> Bool {
        var scanner = XMLScanner()
        scanner.bytes = bytes
        scanner.tagsLeft = mostTags
        return scanner.finish()
    }

    /// Reads on; false once nothing that follows can make the document well formed.
    mutating func read(_ piece: Span<UInt8>) -> Bool {
        bytes.removeSubrange(..<at)
        limit -= at
        at = 0
        unsafe piece.withUnsafeBufferPointer { unsafe bytes.append(contentsOf: $0) }
        return acceptCharacters(isLast: false) && readSteps(isLast: false)
    }

    /// Whether the document that was read is well formed and has ended.
    mutating func finish() -> Bool {
        acceptCharacters(isLast: true) && readSteps(isLast: true) && hasRoot && openStarts.isEmpty
    }

    private mutating func readSteps(isLast: Bool) -> Bool {
        if isAtStart {
            guard limit >= 3 || isLast else { return true }
            if starts(with: "\u{FEFF}") { at += 3 }
            isAtStart = false
        }
        while at < limit {
            let start = at
            ranOut = false
            let isMarkup = bytes[at] == UInt8(ascii: "<")
            guard isMarkup ? readMarkup() : readText() else {
                at = start
                return ranOut && !isLast
            }
        }
        return true
    }

    /// `<?…?>`, `<!--…-->`, `</name>` or `<name …>`. What is open changes last, so that a cut tag leaves no trace.
    private mutating func readMarkup() -> Bool {
        guard at + 1 < limit else { return runOut() }
        switch bytes[at + 1] {
        case UInt8(ascii: "/"): return readEndTag()
        case UInt8(ascii: "?"): return skip(past: "?>", from: at + 2)
        case UInt8(ascii: "!"): return starts(with: "<!--") && skip(past: "-->", from: at + 4)
        default: return readStartTag()
        }
    }

    private mutating func readEndTag() -> Bool {
        guard let started = openStarts.last else { return false }
        at += 2
        // Compared before its end is known: a longer name leaves letters before the `>`.
        for index in started..<openNames.count where !take(openNames[index]) { return false }
        skipSpace()
        guard take(UInt8(ascii: ">")) else { return false }
        openStarts.removeLast()
        while openNames.count > started { openNames.removeLast() }
        return true
    }

    private mutating func readStartTag() -> Bool {
        tagsLeft -= 1
        guard !openStarts.isEmpty || !hasRoot, tagsLeft >= 0 else { return false }
        at += 1
        let name = readName()
        guard !name.isEmpty else { return false }
        attributes.removeAll(keepingCapacity: true)
        while true {
            let before = at
            skipSpace()
            guard at < limit else { return runOut() }
            if bytes[at] == UInt8(ascii: ">") {
                at += 1
                hasRoot = true
                openStarts.append(openNames.count)
                for index in name { openNames.append(bytes[index]) }
                return openStarts.count <= XMLScanner.deepest
            }
            if bytes[at] == UInt8(ascii: "/") {
                at += 1
                guard take(UInt8(ascii: ">")) else { return false }
                hasRoot = true
                return true
            }
            let attribute = readName()
            guard at > before, !attribute.isEmpty, attribute.lowerBound > before, take(UInt8(ascii: "=")), readValue(),
                attributes.count < XMLScanner.mostAttributes, isNew(attribute)
            else { return false }
            attributes.append(attribute)
        }
    }

    private func isNew(_ attribute: Range<Int>) -> Bool {
        for known in attributes where known.count == attribute.count {
            var offset = 0
            while offset < known.count, bytes[known.lowerBound + offset] == bytes[attribute.lowerBound + offset] {
                offset += 1
            }
            if offset == known.count { return false }
        }
        return true
    }

    @inline(__always)
    private mutating func readValue() -> Bool {
        guard at < limit else { return runOut() }
        let quote = bytes[at]
        guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return false }
        at += 1
        let start = at
        while true {
            at = plainEnd(from: at, before: quote)
            guard at - start <= XMLScanner.longestText else { return false }
            guard at < limit else { return runOut() }
            if bytes[at] == quote {
                at += 1
                return true
            }
            guard bytes[at] == UInt8(ascii: "&"), readReference() else { return false }
        }
    }

    /// Text up to the next `<`; outside the root only white space may stand.
    private mutating func readText() -> Bool {
        guard !openStarts.isEmpty else {
            skipSpace()
            return at == limit || bytes[at] == UInt8(ascii: "<")
        }
        let start = at
        while true {
            at = plainEnd(from: at, before: UInt8(ascii: "<"))
            if at < limit, bytes[at] == UInt8(ascii: "&") {
                guard readReference() else { return false }
                continue
            }
            // Where a piece ends within a text, the next one goes on counting.
            textLength += at - start
            defer { if at < limit { textLength = 0 } }
            return textLength <= XMLScanner.longestText
        }
    }

    /// `&amp;` and its four sisters, or a number.
    private mutating func readReference() -> Bool {
        guard let end = bytes[at..<min(at + 12, limit)].firstIndex(of: UInt8(ascii: ";")) else {
            return at + 12 > limit ? runOut() : false
        }
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

    @inline(__always)
    private mutating func readName() -> Range<Int> {
        let start = at
        at = nameEnd(from: start)
        if at == limit { ranOut = true }
        // What may stand in a name but not at its start lies from `-` to `9`.
        let isName = start < at && (bytes[start] > UInt8(ascii: "9") || bytes[start] < UInt8(ascii: "-"))
        return start..<(isName ? at : start)
    }

    /// Moves the limit over what has come: UTF-8 throughout, no control characters, no U+FFFE or U+FFFF.
    private mutating func acceptCharacters(isLast: Bool) -> Bool {
        let new = limit..<(isLast ? bytes.count : lastWholeCharacter)
        limit = new.upperBound
        // Looked at where it lies: a copy of a large part would double what it takes.
        let span = bytes.span.extracting(new)
        // Without a way out of the loop it runs over many bytes at once.
        var controls: UInt8 = 0
        var suspects: UInt8 = 0
        var all: UInt8 = 0
        for index in span.indices {
            let byte = span[index]
            controls |= byte < 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 ? 1 : 0
            suspects |= byte == 0xEF ? 1 : 0
            all |= byte
        }
        guard controls == 0 else { return false }
        guard all >= 0x80 else { return true }
        guard (try? UTF8Span(validating: span)) != nil else { return false }
        guard suspects != 0 else { return true }
        for index in new where bytes[index] == 0xBF || bytes[index] == 0xBE {
            if index >= new.lowerBound + 2, bytes[index - 1] == 0xBF, bytes[index - 2] == 0xEF { return false }
        }
        return true
    }

    /// Where the last character ends that has come whole; what is no UTF-8 at all counts as whole and is found later.
    private var lastWholeCharacter: Int {
        for back in 1...3 where bytes.count - back >= limit {
            let byte = bytes[bytes.count - back]
            if byte < 0x80 { break }
            if byte >= 0xC0 {
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
                return length > back ? bytes.count - back : bytes.count
            }
        }
        return bytes.count
    }

    // Most bytes are met in the next two loops, which therefore keep to a span and a place of their own; names and values
    // are so short that a call for each would cost as much as reading them.

    @inline(__always)
    private func nameEnd(from start: Int) -> Int {
        let span = bytes.span.extracting(first: limit)
        var index = start
        while index < span.count, isNamePart(span[index]) { index += 1 }
        return index
    }

    /// Where the mark, a `<` or a `&` stands, or the limit.
    @inline(__always)
    private func plainEnd(from start: Int, before mark: UInt8) -> Int {
        let span = bytes.span.extracting(first: limit)
        var index = start
        while index < span.count, span[index] != mark, span[index] != UInt8(ascii: "&"),
            span[index] != UInt8(ascii: "<")
        {
            index += 1
        }
        return index
    }

    /// Letters, digits, `:`, `_`, `-`, `.` and everything beyond ASCII; a bit for each of the lower 128.
    private func isNamePart(_ byte: UInt8) -> Bool {
        let bits: UInt64 = byte < 64 ? 0x07FF_6000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
        return byte >= 0x80 || bits >> UInt64(byte & 63) & 1 == 1
    }

    private func isSpace(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09
    }

    private mutating func skipSpace() {
        while at < limit, isSpace(bytes[at]) { at += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard at < limit else { return runOut() }
        guard bytes[at] == byte else { return false }
        at += 1
        return true
    }

    private mutating func starts(with text: String) -> Bool {
        var index = at
        for byte in text.utf8 {
            guard index < limit else { return runOut() }
            guard bytes[index] == byte else { return false }
            index += 1
        }
        return true
    }

    private mutating func skip(past mark: String, from start: Int) -> Bool {
        at = start
        while at < limit {
            if starts(with: mark) {
                at += mark.utf8.count
                return true
            }
            at += 1
        }
        return runOut()
    }

    private mutating func runOut() -> Bool {
        ranOut = true
        return false
    }
}
