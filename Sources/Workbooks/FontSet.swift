/// Which fonts stand for the house's five roles. A workbook names fonts and holds none, so the reader's machine must have
/// them.
public struct FontSet: Hashable, Sendable {
    private enum Kind: Hashable, Sendable {
        case general, gongwen
    }

    private let kind: Kind

    /// Fonts that every Chinese edition of an office program has: titles in heavy 宋体, prose in 仿宋 and 楷体.
    public static let general = FontSet(kind: .general)
    /// The fonts of official documents (GB/T 9704): 方正小标宋简体, 仿宋_GB2312, 楷体_GB2312; missing on many machines.
    public static let gongwen = FontSet(kind: .gongwen)

    func name(of font: Font) -> String {
        switch (kind, font) {
        case (.general, .xiaobiaosong): Font.song.name
        case (.gongwen, .kai): "楷体_GB2312"
        case (.gongwen, .fang): "仿宋_GB2312"
        default: font.name
        }
    }

    /// Points of a page number where they are laid down: 四号 (GB/T 9704-2012, 7.5).
    var pageNumberSize: Int? { kind == .gongwen ? 14 : nil }

    /// 宋体 is light; where it stands in for the heavy face of titles it has to be made bold.
    func isBold(_ font: Font) -> Bool { kind == .general && font == .xiaobiaosong }
}
