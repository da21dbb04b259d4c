package import Surveys
package import Workbooks

/// One sheet of a report, as a value.
package struct ReportSheet: Sendable, Equatable {
    package var name: String
    package var tab: Color
    /// What the contents page says of it.
    package var purpose: String
    package var readers: String
    /// In the order of writing, which is row by row.
    package var cells: [PlacedContent] = []
    package var merges: [Merge] = []
    package var widths: [Int: Double] = [:]
    package var heights: [Int: Double] = [:]
    package var charts: [PlacedFigure] = []
    package var bars: [PlacedBar] = []
    package var scales: [PlacedScale] = []
    package var comments: [PlacedComment] = []
    package var inputs: [PlacedInput] = []
    /// Only cells that are unlocked can be filled in; row heights can still be changed.
    package var isProtected = false
    package var table: Table?
    package var frozen: Cell?
    package var print = PrintSetup()

    package init(_ name: String, tab: Color, purpose: String, readers: String) {
        self.name = name
        self.tab = tab
        self.purpose = purpose
        self.readers = readers
    }

    package enum Content: Sendable, Equatable {
        case text(String)
        /// A code in square brackets, until the sheet is finished in one language.
        case code(Wording)
        case number(Double)
        /// In A1 style, with its result.
        case formula(String, Double)
        case link(to: String)
        case blank

        /// What stands there as words.
        var words: String? {
            switch self {
            case .text(let text), .link(let text): text
            case .code, .number, .formula, .blank: nil
            }
        }
    }

    package struct PlacedContent: Sendable, Equatable {
        package var cell: Cell
        package var content: Content
        package var style: CellStyle
    }

    package struct Merge: Sendable, Equatable {
        package var range: CellRange
        package var text: String
        package var style: CellStyle
    }

    package enum Figure: Sendable, Equatable {
        case forest(ForestChart)
        case dumbbell(DumbbellChart)
        case quadrant(QuadrantChart)
        case trend(TrendChart)
        case bars(BarChart)
        case diverging(DivergingChart)
    }

    package struct PlacedFigure: Sendable, Equatable {
        package var figure: Figure
        package var cell: Cell
        package var width: Int
        package var height: Int
        /// The finding in words, and where the numbers are.
        package var altText: String
    }

    package struct PlacedBar: Sendable, Equatable {
        package var bar: DataBar
        package var range: CellRange
    }

    package struct PlacedScale: Sendable, Equatable {
        package var scale: ColorScale
        package var range: CellRange
    }

    package struct PlacedComment: Sendable, Equatable {
        package var text: String
        package var cell: Cell
    }

    /// What may be typed into cells.
    package struct PlacedInput: Sendable, Equatable {
        package var rule: InputRule
        package var range: CellRange
        package var message: InputMessage
    }

    package struct Table: Sendable, Equatable {
        package var name: String
        package var range: CellRange
        package var headers: [String]
    }
}
