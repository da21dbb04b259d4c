extension Sheet {
    /// Draws a chart with its upper left corner at the cell. Its numbers may be painted on a later sheet.
    ///
    /// The text for people who cannot see the chart says what it shows and where the numbers are; it is needed.
    public mutating func insert(
        _ chart: Chart, at cell: Cell, width: Int, height: Int, altText: String
    ) throws(WorkbookError) {
        let altText = CellText.singleLine(altText)
        guard !altText.isEmpty, altText.utf16.count <= 4_096 else {
            throw WorkbookError(
                .badChart, at: place(cell), chinese: "图表须有替代文字（最多4096个字符）。",
                english: "A chart needs alternative text, at most 4,096 characters long.")
        }
        try layout.takeDrawing(at: cell, width: width, height: height, sheet: name)
        engine.promise(chart.block, by: place(cell))
        engine.need.addPart(chart.drawing.series.reduce(8_192) { $0 + 1_500 + $1.values.range.rows.count * 160 })
        unsafe try ChartPainter(engine: engine, place: place(cell)).paint(
            chart.drawing, on: library, at: cell, width: width, height: height, altText: altText)
    }
}
