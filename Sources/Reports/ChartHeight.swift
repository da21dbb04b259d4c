import Workbooks

/// How high a chart has to be so that the names of its lines do not lie over one another, in pixels.
///
/// Office programs break a label where it is longer than a part of the chart's height, so that a higher chart has both
/// wider labels and more room for each.
func chartHeight(for labels: [String], atLeast least: Int) -> Int {
    // A unit of text is 6 pixels wide at 9 points and a line 18 high; title, axis and legend take the rest.
    let longest = Double(labels.map(TextMeasure.width(of:)).max() ?? 0) * 6
    var height = least
    while height < 900 {
        let lines = (longest / (Double(height) * 0.285)).rounded(.up)
        if lines * 18 * Double(labels.count) + 130 <= Double(height) || lines <= 1 { break }
        height += 10
    }
    return height
}
