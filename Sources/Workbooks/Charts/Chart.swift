/// A chart whose numbers have their place on a data sheet; made by ``ChartData``, drawn by a ``Sheet``.
public struct Chart: Hashable, Sendable {
    let drawing: ChartDrawing
    let block: PlacedBlock
}

/// A chart in plain words: what is drawn from which cells. Painting it takes no decision.
package struct ChartDrawing: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case scatter, line, bars, stackedBars
    }

    package enum Shape: Hashable, Sendable {
        case circle, diamond, square, triangle
    }

    package enum Dash: Hashable, Sendable {
        case solid, dashed, dotted, dashDot
    }

    struct Line: Hashable, Sendable {
        var color: Color
        var width: Float
        var dash = Dash.solid
    }

    struct Marker: Hashable, Sendable {
        var shape: Shape
        var size: Int
        /// Always filled: hollow markers do not show in LibreOffice.
        var color: Color
    }

    enum LabelSide: Hashable, Sendable {
        case right, above, below, inside
    }

    enum Labels: Hashable, Sendable {
        /// Literal texts: labels taken from cells show the number instead in LibreOffice.
        case texts([String], LabelSide)
        /// The number at every point, except where it would not fit.
        case values(format: String, color: Color, LabelSide, isHidden: [Bool])
        /// The number at one point only.
        case value(at: Int, of: Int, format: String)
    }

    enum Direction: Hashable, Sendable {
        case both, plus, minus
    }

    struct ErrorBar: Hashable, Sendable {
        var length: Double
        var direction: Direction
        var color: Color
    }

    struct Series: Hashable, Sendable {
        var name: String
        var categories: SheetRange
        var values: SheetRange
        var line: Line?
        var marker: Marker?
        var fill: Color?
        var labels: Labels?
        var errorBar: ErrorBar?
        var isInLegend = true
    }

    struct Axis: Hashable, Sendable {
        /// nil for an axis of names.
        var scale: ChartAxis?
        var isHidden = false
        var hasGrid = false
        /// Names stand at the low end, even where bars run to both sides.
        var hasNamesAtLowEnd = false
    }

    var kind: Kind
    var title: String
    var series: [Series]
    var horizontal: Axis
    var vertical: Axis
    var hasLegend: Bool
    /// Space between groups of bars, in per cent of a bar.
    var gap: Int?
}

/// A kind of chart: which numbers it needs on the data sheet, and what is drawn from them there.
protocol ChartFigure {
    /// The title above the chart, and above its numbers.
    var title: String { get }
    /// The scales that must be drawable.
    var scales: [ChartAxis] { get }
    /// Whether every part has its number and every point its place on the scales.
    var isSound: Bool { get }
    /// The numbers.
    var block: ChartBlock { get }
    /// The drawing, once the numbers have a place.
    func drawing(from block: PlacedBlock) -> ChartDrawing
}
