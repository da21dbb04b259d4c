import CXlsxWriter

/// Draws a ``ChartDrawing`` with the library, in the house look.
struct ChartPainter {
    let engine: WorkbookEngine
    /// Where the chart stands, for errors.
    let place: String

    /// Makes the chart and puts it on the sheet.
    func paint(
        _ drawing: ChartDrawing, on sheet: UnsafeMutablePointer<lxw_worksheet>, at cell: Cell, width: Int, height: Int,
        altText: String
    ) throws(WorkbookError) {
        let chart = unsafe try engine.chart(of: drawing.kind.library, at: place)
        unsafe chart_title_set_name(chart, CellText.forChart(drawing.title))
        unsafe ChartPainter.withFont(size: 12, color: .ink) { font in unsafe chart_title_set_name_font(chart, font) }
        for series in drawing.series { unsafe try add(series, to: chart, kind: drawing.kind) }
        unsafe setUp(drawing.horizontal, as: chart.pointee.x_axis)
        unsafe setUp(drawing.vertical, as: chart.pointee.y_axis)
        unsafe setUpLegend(of: chart, drawing)
        if let gap = drawing.gap { unsafe chart_set_series_gap(chart, UInt16(gap)) }
        var none = lxw_chart_line()
        none.none = 1
        unsafe chart_chartarea_set_line(chart, &none)
        unsafe chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
        let result = unsafe Library.withTexts([altText]) { texts in
            var options = unsafe lxw_chart_options()
            unsafe options.x_offset = 2
            unsafe options.y_offset = 2
            // The library's charts are 480 by 288 pixels before scaling.
            unsafe options.x_scale = Double(width) / 480
            unsafe options.y_scale = Double(height) / 288
            unsafe options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
            unsafe options.description = texts[0]
            return unsafe worksheet_insert_chart_opt(sheet, cell.libraryRow, cell.libraryColumn, chart, &options)
        }
        try Library.check(result, at: place)
    }

    // MARK: Series

    private func add(
        _ series: ChartDrawing.Series, to chart: UnsafeMutablePointer<lxw_chart>, kind: ChartDrawing.Kind
    ) throws(WorkbookError) {
        guard let made = unsafe chart_add_series(chart, nil, nil) else {
            throw WorkbookError(
                .libraryFailure, at: place, chinese: "Excel写出库没有足够内存。",
                english: "The Excel library has no memory left.")
        }
        let (names, values) = (series.categories.range, series.values.range)
        unsafe chart_series_set_categories(
            made, series.categories.sheet, names.first.libraryRow, names.first.libraryColumn, names.last.libraryRow,
            names.last.libraryColumn)
        unsafe chart_series_set_values(
            made, series.values.sheet, values.first.libraryRow, values.first.libraryColumn, values.last.libraryRow,
            values.last.libraryColumn)
        unsafe chart_series_set_name(made, CellText.forChart(series.name))
        unsafe setLook(of: made, series, kind: kind)
        if let labels = series.labels { unsafe try setLabels(labels, of: made) }
        if let bar = series.errorBar {
            let bars = unsafe made.pointee.y_error_bars
            unsafe chart_series_set_error_bars(bars, UInt8(LXW_CHART_ERROR_BAR_TYPE_FIXED.rawValue), bar.length)
            unsafe chart_series_set_error_bars_direction(bars, bar.direction.library)
            var line = ChartDrawing.Line(color: bar.color, width: 1).library
            unsafe chart_series_set_error_bars_line(bars, &line)
        }
    }

    private func setLook(
        of made: UnsafeMutablePointer<lxw_chart_series>, _ series: ChartDrawing.Series, kind: ChartDrawing.Kind
    ) {
        if let fill = series.fill {
            var area = lxw_chart_fill()
            area.color = fill.library
            unsafe chart_series_set_fill(made, &area)
        }
        guard kind == .scatter || kind == .line else {
            if let line = series.line {
                var edge = line.library
                unsafe chart_series_set_line(made, &edge)
            }
            return
        }
        // Without a line of its own a series is points only; the library would otherwise draw one.
        var line = series.line?.library ?? ChartDrawing.Line.none
        unsafe chart_series_set_line(made, &line)
        guard let marker = series.marker else {
            unsafe chart_series_set_marker_type(made, UInt8(LXW_CHART_MARKER_NONE.rawValue))
            return
        }
        unsafe chart_series_set_marker_type(made, marker.shape.library)
        unsafe chart_series_set_marker_size(made, UInt8(marker.size))
        var fill = lxw_chart_fill()
        fill.color = marker.color.library
        unsafe chart_series_set_marker_fill(made, &fill)
        var edge = ChartDrawing.Line(color: marker.color, width: 1.25).library
        unsafe chart_series_set_marker_line(made, &edge)
    }

    private func setLabels(
        _ labels: ChartDrawing.Labels, of series: UnsafeMutablePointer<lxw_chart_series>
    ) throws(WorkbookError) {
        unsafe chart_series_set_labels(series)
        switch labels {
        case .texts(let texts, let side):
            unsafe ChartPainter.withFont(size: 9, color: .axis) { font in
                unsafe chart_series_set_labels_font(series, font)
            }
            unsafe chart_series_set_labels_position(series, side.library)
            // An empty text would bring back the number; a blank stays blank.
            unsafe try setCustomLabels(
                texts.map { .text($0.isEmpty ? " " : CellText.forChart($0)) }, of: series)
        case .values(let format, let color, let side, let isHidden):
            unsafe ChartPainter.withFont(size: 8, color: color) { font in
                unsafe chart_series_set_labels_font(series, font)
            }
            unsafe chart_series_set_labels_num_format(series, format)
            if side == .right {
                unsafe chart_series_set_labels_position(
                    series, UInt8(LXW_CHART_LABEL_POSITION_OUTSIDE_END.rawValue))
            }
            if isHidden.contains(true) {
                unsafe try setCustomLabels(isHidden.map { $0 ? .hidden : .number }, of: series)
            }
        case .value(let index, let count, let format):
            unsafe ChartPainter.withFont(size: 9, color: .axis) { font in
                unsafe chart_series_set_labels_font(series, font)
            }
            unsafe chart_series_set_labels_num_format(series, format)
            unsafe chart_series_set_labels_position(series, UInt8(LXW_CHART_LABEL_POSITION_RIGHT.rawValue))
            unsafe try setCustomLabels((0..<count).map { $0 == index ? .number : .hidden }, of: series)
        }
    }

    private enum CustomLabel {
        case text(String)
        case number
        case hidden
    }

    private func setCustomLabels(
        _ labels: [CustomLabel], of series: UnsafeMutablePointer<lxw_chart_series>
    ) throws(WorkbookError) {
        let texts = labels.map { if case .text(let text) = $0 { text } else { "" } }
        let result = unsafe ChartPainter.withFont(size: 9, color: .axis) { font in
            unsafe Library.withTexts(texts) { texts in
                var made = unsafe labels.indices.map { index in
                    var label = unsafe lxw_chart_data_label()
                    switch labels[index] {
                    case .text:
                        unsafe label.value = texts[index]
                        unsafe label.font = font
                    case .number: break
                    case .hidden: unsafe label.hide = 1
                    }
                    return unsafe label
                }
                return unsafe made.withUnsafeMutableBufferPointer { made in
                    // The library wants a list of pointers, closed by nil.
                    var list: [UnsafeMutablePointer<lxw_chart_data_label>?] = unsafe made.indices.map { index in
                        unsafe made.baseAddress.map { start in unsafe start + index }
                    }
                    unsafe list.append(nil)
                    return unsafe list.withUnsafeMutableBufferPointer { list in
                        unsafe chart_series_set_labels_custom(series, list.baseAddress)
                    }
                }
            }
        }
        try Library.check(result, at: place)
    }

    // MARK: Axes and legend

    private func setUp(_ axis: ChartDrawing.Axis, as made: UnsafeMutablePointer<lxw_chart_axis>) {
        unsafe ChartPainter.withFont(size: 9, color: .axis) { font in
            unsafe chart_axis_set_num_font(made, font)
            unsafe chart_axis_set_name_font(made, font)
        }
        var grid = ChartDrawing.Line(color: .grid, width: 0.5).library
        unsafe chart_axis_major_gridlines_set_visible(made, axis.hasGrid ? 1 : 0)
        if axis.hasGrid { unsafe chart_axis_major_gridlines_set_line(made, &grid) }
        if let scale = axis.scale {
            unsafe chart_axis_set_min(made, scale.range.lowerBound)
            unsafe chart_axis_set_max(made, scale.range.upperBound)
            unsafe chart_axis_set_major_unit(made, scale.step)
            unsafe chart_axis_set_num_format(made, scale.numberFormat)
            if !scale.title.isEmpty { unsafe chart_axis_set_name(made, CellText.forChart(scale.title)) }
        } else {
            // Every name is shown, however little room there is.
            unsafe chart_axis_set_interval_unit(made, 1)
            // Names need no marks, and where bars run to both sides these would stand among the bars.
            unsafe chart_axis_set_major_tick_mark(made, UInt8(LXW_CHART_AXIS_TICK_MARK_NONE.rawValue))
        }
        if axis.hasNamesAtLowEnd {
            unsafe chart_axis_set_label_position(made, UInt8(LXW_CHART_AXIS_LABEL_POSITION_LOW.rawValue))
        }
        if axis.isHidden { unsafe chart_axis_off(made) }
    }

    private func setUpLegend(of chart: UnsafeMutablePointer<lxw_chart>, _ drawing: ChartDrawing) {
        guard drawing.hasLegend else {
            return unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        }
        unsafe chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_BOTTOM.rawValue))
        unsafe ChartPainter.withFont(size: 9, color: .axis) { font in unsafe chart_legend_set_font(chart, font) }
        let hidden = drawing.series.indices.filter { !drawing.series[$0].isInLegend }
        guard !hidden.isEmpty else { return }
        // The library wants the list closed by -1.
        var list = hidden.map { Int16($0) } + [-1]
        unsafe _ = chart_legend_delete_series(chart, &list)
    }

    /// Lends a font in 宋体, with which digits and Chinese letters of a chart agree.
    private static func withFont<Result>(
        size: Double, color: Color, _ body: (UnsafeMutablePointer<lxw_chart_font>) -> Result
    ) -> Result {
        unsafe Library.withTexts([Font.song.name]) { texts in
            var font = unsafe lxw_chart_font()
            unsafe font.name = texts[0]
            unsafe font.size = size
            unsafe font.bold = UInt8(LXW_EXPLICIT_FALSE.rawValue)
            unsafe font.color = color.library
            return unsafe body(&font)
        }
    }
}

extension ChartDrawing.Kind {
    fileprivate var library: UInt8 {
        switch self {
        case .scatter: UInt8(LXW_CHART_SCATTER.rawValue)
        case .line: UInt8(LXW_CHART_LINE.rawValue)
        case .bars: UInt8(LXW_CHART_BAR.rawValue)
        case .stackedBars: UInt8(LXW_CHART_BAR_STACKED.rawValue)
        }
    }
}

extension ChartDrawing.Shape {
    fileprivate var library: UInt8 {
        switch self {
        case .circle: UInt8(LXW_CHART_MARKER_CIRCLE.rawValue)
        case .diamond: UInt8(LXW_CHART_MARKER_DIAMOND.rawValue)
        case .square: UInt8(LXW_CHART_MARKER_SQUARE.rawValue)
        case .triangle: UInt8(LXW_CHART_MARKER_TRIANGLE.rawValue)
        }
    }
}

extension ChartDrawing.Line {
    fileprivate static var none: lxw_chart_line {
        var line = lxw_chart_line()
        line.none = 1
        return line
    }

    fileprivate var library: lxw_chart_line {
        var line = lxw_chart_line()
        line.color = color.library
        line.width = width
        switch dash {
        case .solid: line.dash_type = UInt8(LXW_CHART_LINE_DASH_SOLID.rawValue)
        case .dashed: line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH.rawValue)
        case .dotted: line.dash_type = UInt8(LXW_CHART_LINE_DASH_ROUND_DOT.rawValue)
        case .dashDot: line.dash_type = UInt8(LXW_CHART_LINE_DASH_DASH_DOT.rawValue)
        }
        return line
    }
}

extension ChartDrawing.LabelSide {
    fileprivate var library: UInt8 {
        switch self {
        case .right: UInt8(LXW_CHART_LABEL_POSITION_RIGHT.rawValue)
        case .above: UInt8(LXW_CHART_LABEL_POSITION_ABOVE.rawValue)
        case .below: UInt8(LXW_CHART_LABEL_POSITION_BELOW.rawValue)
        case .inside: UInt8(LXW_CHART_LABEL_POSITION_CENTER.rawValue)
        }
    }
}

extension ChartDrawing.Direction {
    fileprivate var library: UInt8 {
        switch self {
        case .both: UInt8(LXW_CHART_ERROR_BAR_DIR_BOTH.rawValue)
        case .plus: UInt8(LXW_CHART_ERROR_BAR_DIR_PLUS.rawValue)
        case .minus: UInt8(LXW_CHART_ERROR_BAR_DIR_MINUS.rawValue)
        }
    }
}
