/// How a sheet comes out of the printer: always A4.
public struct PrintSetup: Hashable, Sendable {
    /// Which way the paper lies.
    public enum Orientation: Hashable, Sendable {
        /// Upright.
        case portrait
        /// On its side.
        case landscape
    }

    /// White borders in inches.
    public struct Margins: Hashable, Sendable {
        /// The left one.
        public var left: Double
        /// The right one.
        public var right: Double
        /// The upper one.
        public var top: Double
        /// The lower one.
        public var bottom: Double

        /// Two margins, 0.6 and 0.75 inches unless stated.
        public init(sides: Double = 0.6, ends: Double = 0.75) {
            self.init(left: sides, right: sides, top: ends, bottom: ends)
        }

        /// Four margins.
        public init(left: Double, right: Double, top: Double, bottom: Double) {
            self.left = left
            self.right = right
            self.top = top
            self.bottom = bottom
        }

        /// Of official documents (GB/T 9704): 28, 26, 37 and 35 mm.
        public static let gongwen = Margins(left: 1.102, right: 1.024, top: 1.457, bottom: 1.378)
    }

    /// Which way the paper lies.
    public var orientation: Orientation
    /// The number of pages side by side.
    public var pagesWide: Int
    /// The number of pages below each other; 0 for as many as it takes.
    public var pagesHigh: Int
    /// White borders.
    public var margins: Margins
    /// What stands above every page.
    public var header: HeaderFooter
    /// What stands below every page.
    public var footer: HeaderFooter
    /// Rows printed again on every page, such as `1...4`.
    public var repeatedRows: ClosedRange<Int>?
    /// What is printed; nil for everything written or drawn on the sheet, and on a hidden sheet for nothing.
    public var area: CellRange?
    /// A new page begins after each of these rows.
    public var breaksAfterRows: [Int]
    /// The print stands in the middle of the page.
    public var isCentered: Bool

    /// A set-up; unless stated upright, one page wide and as high as it takes.
    public init(
        orientation: Orientation = .portrait, pagesWide: Int = 1, pagesHigh: Int = 0, margins: Margins = Margins(),
        header: HeaderFooter = HeaderFooter(), footer: HeaderFooter = HeaderFooter(),
        repeatedRows: ClosedRange<Int>? = nil, area: CellRange? = nil, breaksAfterRows: [Int] = [],
        isCentered: Bool = true
    ) {
        self.orientation = orientation
        self.pagesWide = pagesWide
        self.pagesHigh = pagesHigh
        self.margins = margins
        self.header = header
        self.footer = footer
        self.repeatedRows = repeatedRows
        self.area = area
        self.breaksAfterRows = breaksAfterRows
        self.isCentered = isCentered
    }
}
