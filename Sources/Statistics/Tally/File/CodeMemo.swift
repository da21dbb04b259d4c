import Synchronization

/// What the texts of one column of answers stand for.
///
/// A reader is asked once for each distinct text, whatever the number of threads: the answers are shared, and every
/// thread keeps those that it has met.
struct CodeMemo {
    /// A cell that is no answer.
    static let rejected = ResponseTable.notAsked + 1

    /// The answers that all threads share.
    final class Shared: Sendable {
        let column: ResponseFile.Column
        private let known = Mutex<[String: Int32]>([:])

        init(_ column: ResponseFile.Column) { self.column = column }

        /// The code of a text, or ``CodeMemo/rejected``.
        func code(of text: String) -> Int32 {
            known.withLock { known in
                if let code = known[text] { return code }
                let code = CodeMemo.checked(column.reader?(text), column.codes)
                known[text] = code
                return code
            }
        }
    }

    private let shared: Shared
    /// The codes of texts of one byte, where they are known.
    private var bytes: [Int32?] = Array(repeating: nil, count: 256)
    private var texts = TextTable()
    private var codes: [Int32] = []

    init(_ shared: Shared) { self.shared = shared }

    /// The code of a cell, or ``rejected``. An empty cell is missing.
    mutating func code(of text: UnsafeRawBufferPointer) -> Int32 {
        guard let first = unsafe text.first else { return ResponseTable.missing }
        guard shared.column.reader != nil else { return unsafe Self.checked(Self.number(text), shared.column.codes) }
        if text.count == 1 {
            if let code = bytes[Int(first)] { return code }
            let code = unsafe shared.code(of: String(decoding: text, as: UTF8.self))
            bytes[Int(first)] = code
            return code
        }
        let number = unsafe texts.number(of: text)
        if number == codes.count { unsafe codes.append(shared.code(of: String(decoding: text, as: UTF8.self))) }
        return codes[number]
    }

    /// A code within the bounds or one of absence; everything else is rejected.
    private static func checked(_ code: Int32?, _ bounds: ClosedRange<Int>) -> Int32 {
        guard let code, bounds.contains(Int(code)) || !ResponseTable.isAnswer(code) else { return rejected }
        return code
    }

    /// A whole number of at most nine digits, with or without a minus sign.
    private static func number(_ text: UnsafeRawBufferPointer) -> Int32? {
        let isNegative = unsafe text.first == UInt8(ascii: "-")
        let start = isNegative ? 1 : 0
        guard (1...9).contains(text.count - start) else { return nil }
        var number: Int32 = 0
        for index in start..<text.count {
            // Safe: the index is below the count.
            let byte = unsafe text[index]
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            number = number * 10 + Int32(byte - UInt8(ascii: "0"))
        }
        return isNegative ? -number : number
    }
}
