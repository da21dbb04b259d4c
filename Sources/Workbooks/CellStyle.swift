/// A font that has Chinese letters.
///
/// The set is closed: a cell in a font without Chinese letters looks different in every program.
public struct Font: Hashable, Sendable {
    let name: String

    /// Body text.
    public static let song = Font(name: "宋体")
    /// Headings.
    public static let hei = Font(name: "黑体")
    /// Subtitles.
    public static let kai = Font(name: "楷体")
    /// Prose.
    public static let fang = Font(name: "仿宋")
    /// Titles of official documents; not on every machine.
    public static let xiaobiaosong = Font(name: "方正小标宋简体")
}

/// How a cell looks. A value: two equal styles become one format in the file.
public struct CellStyle: Hashable, Sendable {
    /// Where the text stands between left and right.
    public enum Horizontal: Hashable, Sendable {
        /// Text to the left, numbers to the right.
        case general
        /// Left.
        case left
        /// Centre.
        case center
        /// Right.
        case right
    }

    /// Where the text stands between top and bottom.
    public enum Vertical: Hashable, Sendable {
        /// Top.
        case top
        /// Middle.
        case center
        /// Bottom.
        case bottom
    }

    /// One side of a border.
    public struct Edge: Hashable, Sendable {
        /// How heavy the line is.
        public enum Weight: Hashable, Sendable {
            /// A hairline as in tables.
            case thin
            /// A rule under a title.
            case medium
        }
        /// How heavy the line is.
        public var weight: Weight
        /// Its colour.
        public var color: Color

        /// A line of that weight and colour.
        public init(_ weight: Weight = .thin, _ color: Color = .line) {
            self.weight = weight
            self.color = color
        }
    }

    /// The four sides of a cell.
    public struct Borders: Hashable, Sendable {
        /// The upper side.
        public var top: Edge?
        /// The lower side.
        public var bottom: Edge?
        /// The left side.
        public var left: Edge?
        /// The right side.
        public var right: Edge?

        /// The sides given; the others stay open.
        public init(top: Edge? = nil, bottom: Edge? = nil, left: Edge? = nil, right: Edge? = nil) {
            self.top = top
            self.bottom = bottom
            self.left = left
            self.right = right
        }

        /// No line at all.
        public static let none = Borders()
        /// The thin grey box of every table.
        public static let box = Borders(top: Edge(), bottom: Edge(), left: Edge(), right: Edge())
        /// A thin grey line below.
        public static let underline = Borders(bottom: Edge())
        /// The red rule below a title.
        public static let redRule = Borders(bottom: Edge(.medium, .red))
    }

    /// The font.
    public var font: Font
    /// Its size in points.
    public var size: Double
    /// Heavy letters.
    public var isBold: Bool
    /// Underlined letters, for links.
    public var isUnderlined: Bool
    /// The colour of the letters.
    public var color: Color
    /// The colour behind them; nil leaves the paper.
    public var fill: Color?
    /// How Excel shows a number, such as `0.0`; empty for Excel's own way. At most 127 bytes.
    public var numberFormat: String
    /// Where the text stands between left and right.
    public var horizontal: Horizontal
    /// Where the text stands between top and bottom.
    public var vertical: Vertical
    /// Long text goes on in the next line of the cell.
    public var wraps: Bool
    /// Steps of space before the text, at most 15.
    public var indent: Int
    /// The lines round the cell.
    public var borders: Borders
    /// The cell can be filled in on a protected sheet.
    public var isUnlocked: Bool

    /// A style; without arguments it is the house's body text, 宋体 10.5.
    public init(
        font: Font = .song, size: Double = 10.5, isBold: Bool = false, isUnderlined: Bool = false,
        color: Color = .ink, fill: Color? = nil, numberFormat: String = "", horizontal: Horizontal = .general,
        vertical: Vertical = .center, wraps: Bool = false, indent: Int = 0, borders: Borders = .none,
        isUnlocked: Bool = false
    ) {
        self.font = font
        self.size = size
        self.isBold = isBold
        self.isUnderlined = isUnderlined
        self.color = color
        self.fill = fill
        self.numberFormat = numberFormat
        self.horizontal = horizontal
        self.vertical = vertical
        self.wraps = wraps
        self.indent = indent
        self.borders = borders
        self.isUnlocked = isUnlocked
    }

    /// The style with one property changed: `CellStyle.cell.with(\.fill, .panel)`.
    public func with<Value>(_ property: WritableKeyPath<CellStyle, Value>, _ value: Value) -> CellStyle {
        var copy = self
        copy[keyPath: property] = value
        return copy
    }
}
