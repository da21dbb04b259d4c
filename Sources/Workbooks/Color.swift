/// A colour, and the house palette.
///
/// Scores run from orange (low) over grey to blue (high); red is for rules and the cover and never means bad.
public struct Color: Hashable, Sendable {
    /// Red, green and blue as `0xRRGGBB`.
    public let rgb: UInt32

    /// A colour by `0xRRGGBB`.
    public init(rgb: UInt32) {
        self.rgb = rgb & 0xFF_FFFF
    }

    /// Text.
    public static let ink = Color(rgb: 0x262626)
    /// Secondary text.
    public static let grey = Color(rgb: 0x595959)
    /// Thin borders.
    public static let line = Color(rgb: 0xBFBFBF)
    /// Fill of header cells.
    public static let head = Color(rgb: 0xEDEDED)
    /// Fill of panels and of cells without a value.
    public static let panel = Color(rgb: 0xF5F5F5)
    /// Fill of cells that somebody fills in.
    public static let input = Color(rgb: 0xFFF8E1)
    /// Rules and cover.
    public static let red = Color(rgb: 0x9E1B1E)
    /// Lowest scores, and actions.
    public static let orange = Color(rgb: 0xB8560F)
    /// Low scores.
    public static let orangeLight = Color(rgb: 0xE9A15B)
    /// The palest orange, for fills behind text.
    public static let orangePale = Color(rgb: 0xFBE6D2)
    /// Middle scores.
    public static let neutral = Color(rgb: 0xD9D9D9)
    /// The palest blue, for fills behind text.
    public static let bluePale = Color(rgb: 0xD6E6F4)
    /// High scores.
    public static let blueLight = Color(rgb: 0x6FA8D6)
    /// Highest scores.
    public static let blue = Color(rgb: 0x1F5A8A)
    /// The middle of a colour scale, nearly white.
    public static let paper = Color(rgb: 0xFAFAFA)
    /// White.
    public static let white = Color(rgb: 0xFFFFFF)
    /// Internal links.
    public static let link = Color(rgb: 0x0563C1)

    /// Grid lines of charts.
    package static let grid = Color(rgb: 0xE3E3E3)
    /// Text on chart axes.
    static let axis = Color(rgb: 0x404040)
    /// Whiskers and mean lines.
    package static let whisker = Color(rgb: 0x7F7F7F)

    /// The colour for the library, which takes black as "no colour given".
    var library: UInt32 { rgb == 0 ? 1 : rgb }
}
