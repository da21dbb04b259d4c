import Workbooks

/// What colour scales and data bars make of a number, as an inline style: a page cannot compute it.
enum CellPaint {
    static func look(of number: Double, at cell: Cell, in sheet: ReportSheet) -> String {
        if let placed = sheet.scales.first(where: { $0.range.contains(cell) }) {
            return "background-color:" + Markup.color(color(of: number, on: placed.scale))
        }
        if let placed = sheet.bars.first(where: { $0.range.contains(cell) }) { return bar(of: number, placed.bar) }
        return ""
    }

    static func color(of number: Double, on scale: ColorScale) -> Color {
        let (low, high) = number < scale.middle.value ? (scale.low, scale.middle) : (scale.middle, scale.high)
        let length = high.value - low.value
        let part = length > 0 ? min(1, max(0, (number - low.value) / length)) : 0
        func mixed(_ shift: UInt32) -> UInt32 {
            let from = Double((low.color.rgb >> shift) & 0xFF)
            let to = Double((high.color.rgb >> shift) & 0xFF)
            return UInt32((from + (to - from) * part).rounded()) << shift
        }
        return Color(rgb: mixed(16) | mixed(8) | mixed(0))
    }

    private static func bar(of number: Double, _ bar: DataBar) -> String {
        let length = bar.range.upperBound - bar.range.lowerBound
        guard length > 0 else { return "" }
        func place(_ value: Double) -> Double { 100 * min(1, max(0, (value - bar.range.lowerBound) / length)) }
        let zero = place(bar.hasAxisInMiddle ? (bar.range.lowerBound + bar.range.upperBound) / 2 : bar.range.lowerBound)
        let end = place(number)
        let (from, to) = (Markup.coordinate(min(zero, end)), Markup.coordinate(max(zero, end)))
        let color = Markup.color(end < zero ? bar.negativeColor ?? bar.color : bar.color)
        let gradient =
            "linear-gradient(90deg,transparent \(from)%,\(color) \(from)%,\(color) \(to)%,transparent \(to)%)"
        // Half of the cell's height, so that the number above stays legible on any colour.
        return "background:\(gradient) 0 100%/100% 25% no-repeat" + (bar.hidesNumber ? ";color:transparent" : "")
    }
}
