import Disclosure
import Scoring
import Statistics
import Surveys

/// The units of a round side by side: a line a dimension, a column a unit, in blocks that fit a terminal.
struct UnitMatrix {
    let listing: ScoreListing
    let round: AssessedRound
    let language: ReaderLanguage

    /// Columns of a terminal that a block may take.
    private static let widest = 100
    /// Merged units have long names.
    private static let widestName = 18

    /// The lines of all blocks, each block followed by what its marks mean.
    var text: String {
        let units = listing.release.units(of: round)
        let labels = [say("处室", "unit"), say("答卷", "responses"), say("应参加", "people"), say("回收率", "rate")]
        let dimensions = round.whole.scores.filter { $0.itemCount > 0 }
        let lead = labels + dimensions.map { name($0.dimension.name) }
        let columns = units.enumerated().map { index, unit in
            [
                DisplayWidth.clipped(self.name(of: unit), to: Self.widestName), String(unit.responses),
                unit.headcount.map(String.init) ?? "", unit.responseRate.map { NumberText.percent($0) } ?? "",
            ] + dimensions.map { cell($0.name, of: unit, at: index) }
        }
        var blocks: [String] = []
        var start = 0
        while start < columns.count {
            var end = start
            var width = Self.width(lead)
            while end < columns.count, end == start || width + 2 + Self.width(columns[end]) <= Self.widest {
                width += 2 + Self.width(columns[end])
                end += 1
            }
            let block = [lead] + columns[start..<end]
            // Without a roster there are no headcounts and no rates.
            let lines = lead.indices.filter { row in columns.contains { !$0[row].isEmpty } }
            blocks.append(TextTable(lines.map { row in block.map { $0[row] } }).text)
            start = end
        }
        return blocks.joined(separator: "\n")
            + say(
                "▲▼ 明显高于、低于其余处室（Holm，p＜0.05）；? 没有检验，不判\n",
                "▲▼ clearly above or below the others (Holm, p < 0.05); ? no test, not judged\n")
    }

    private func cell(_ dimension: String, of unit: AssessedGroup, at index: Int) -> String {
        guard let score = unit.score(dimension), listing.shows(score, year: round.year) else { return hidden }
        guard let value = score.estimate.value else {
            return score.estimate.undefined?.wording.text(in: language) ?? ""
        }
        let contrast = round.contrasts.first { $0.unit == index && $0.dimension == dimension }
        let mark: String =
            if let contrast, let difference = contrast.test.difference.value {
                contrast.isClear.map { !$0 ? "" : difference > 0 ? "▲" : "▼" } ?? "?"
            } else {
                ""
            }
        return mark + NumberText.fixed(value, 1)
    }

    private static func width(_ column: [String]) -> Int { column.map { DisplayWidth.of($0) }.max() ?? 0 }

    private var hidden: String { say("[隐]", "[hidden]") }

    private func name(_ text: LocalText) -> String { language == .english ? text.text(in: "en") : text.main }

    private func name(of unit: AssessedGroup) -> String {
        unit.units.map { $0.isEmpty ? say("未填", "(none)") : $0 }.joined(separator: "+")
    }

    private func say(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(in: language) }
}
