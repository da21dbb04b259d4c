/// A header or footer: three parts made of texts, page numbers and the sheet's name.
///
/// The codes that Excel wants are written here and nowhere else, because two of them bite: a digit after the font size
/// becomes part of the size, and a single `&` starts a code.
public struct HeaderFooter: Hashable, Sendable {
    /// A piece of a part.
    public enum Piece: Hashable, Sendable {
        /// A text as it stands.
        case text(String)
        /// The number of the page.
        case page
        /// How many pages there are.
        case pageCount
        /// The name of the sheet.
        case sheetName
    }

    /// What stands on the left.
    public var left: [Piece]
    /// What stands in the middle.
    public var center: [Piece]
    /// What stands on the right.
    public var right: [Piece]
    /// The size in points.
    public var size: Int

    /// Three parts in 宋体.
    public init(left: [Piece] = [], center: [Piece] = [], right: [Piece] = [], size: Int = 9) {
        self.left = left
        self.center = center
        self.right = right
        self.size = size
    }

    /// The footer of every report: `— 3 / 18 —` in the middle.
    public static func numbered(left: String, right: String) -> HeaderFooter {
        HeaderFooter(
            left: [.text(left)], center: [.text("— "), .page, .text(" / "), .pageCount, .text(" —")],
            right: [.text(right)])
    }

    /// The codes for Excel, or the reason why they are too long.
    ///
    /// - Parameter fonts: official documents have their page numbers larger than everything beside them.
    func codes(
        fonts: FontSet = .general, at place: @autoclosure () -> String
    ) throws(WorkbookError) -> String {
        guard (4...72).contains(size) else { throw HeaderFooter.refusal(at: place()) }
        let font = "&\"\(Font.song.name),常规\""
        var codes = ""
        for (mark, part) in [("&L", left), ("&C", center), ("&R", right)] where !part.isEmpty {
            let isNumbered = part.contains(.page)
            codes += "\(mark)\(font)&\(isNumbered ? fonts.pageNumberSize ?? size : size)"
            for piece in part {
                switch piece {
                case .text(let text): codes += HeaderFooter.code(for: text, after: codes, font: font)
                case .page: codes += "&P"
                case .pageCount: codes += "&N"
                case .sheetName: codes += "&A"
                }
            }
        }
        guard codes.utf16.count <= 255 else { throw HeaderFooter.refusal(at: place()) }
        return codes
    }

    private static func code(for text: String, after codes: String, font: String) -> String {
        let clean = CellText.singleLine(CellText.escaped(text))
        guard let first = clean.first else { return "" }
        // `&9` and `2025` would make a size of 92025 points; `&P` and `-` a page number less something.
        let digits = Set("0123456789")
        let lengthensSize = digits.contains(first) && codes.last.map(digits.contains) ?? false
        let changesPage = codes.hasSuffix("&P") && "+-".contains(first)
        let doubled = clean.replacing("&", with: "&&")
            // The library counts `&G` as a picture even after a doubled `&`; naming the font again parts the two.
            .replacing("&&G", with: "&&\(font)G")
        return (lengthensSize || changesPage ? " " : "") + doubled
    }

    private static func refusal(at place: String) -> WorkbookError {
        WorkbookError(
            .badHeaderFooter, at: place, chinese: "页眉或页脚连同格式代码超过255个字符，或字号不在4至72之间。",
            english: """
                The header or footer with its codes is longer than 255 characters, or its size is not between 4 and 72.
                """)
    }
}
