package import Disclosure
import Scoring
import Statistics
package import Surveys

/// The numbers of a release without the report round them: for the terminal as a table, for other programs as JSON.
package struct ScoreListing: Sendable, Equatable {
    let release: Release

    package init(of release: Release) {
        self.release = release
    }

    /// May this number of the whole be shown? That nobody answered is no secret about anybody.
    func shows(_ estimate: Estimate) -> Bool { estimate.n == 0 || release.shows(n: estimate.n) }

    /// May a unit's score be shown?
    func shows(_ score: DimensionScore, year: Int) -> Bool {
        release.showsUnits(score.name, year: year) && score.bases.allSatisfy { $0 == 0 || release.shows(n: $0) }
    }

    /// Every year that was counted, ascending; without a round where nothing of it may be shown.
    var years: [(year: Int, round: AssessedRound?)] {
        let shown = release.rounds.map { (year: $0.year, round: Optional($0)) }
        return (shown + release.hiddenYears.map { (year: $0, round: nil) }).sorted { $0.year < $1.year }
    }

    /// Of neighbouring years that may both be shown.
    var changes: [YearChange] {
        release.assessment.changes.filter { change in
            !release.hiddenYears.contains(change.from) && !release.hiddenYears.contains(change.to)
        }
    }
}

extension ScoreListing {
    /// Aligned columns: round by round the whole, its competences and its units, then the changes and what was merged.
    package func table(language: ReaderLanguage) -> String {
        ScoreTable(listing: self, language: language).text
    }
}

/// Lays the listing out for the terminal.
private struct ScoreTable {
    let listing: ScoreListing
    let language: ReaderLanguage

    var text: String {
        var parts: [String] = []
        for (year, round) in listing.years {
            guard let round else {
                parts.append(
                    say(
                        "\(year)　不足 \(listing.release.k) 份答卷，不显示",
                        "\(year)  fewer than \(listing.release.k) responses; not shown") + "\n")
                continue
            }
            parts.append(heading(round) + aligned(scores(round)))
            if !round.whole.gaps.isEmpty { parts.append(aligned(competences(round))) }
        }
        if !listing.changes.isEmpty { parts.append(aligned(changes)) }
        let remarks = remarks
        if !remarks.isEmpty { parts.append(remarks.joined(separator: "\n") + "\n") }
        return parts.joined(separator: "\n")
    }

    // MARK: Parts

    private func heading(_ round: AssessedRound) -> String {
        let (intake, whole) = (round.intake, round.whole)
        var line =
            say(
                "\(round.year)　\(round.plan.survey.title.main)",
                "\(round.year)  \(round.plan.survey.title.text(in: "en"))") + "\n"
        line += say("答卷 \(whole.responses)", "responses \(whole.responses)")
        if let headcount = whole.headcount, let rate = whole.responseRate {
            line += say("，应参加 \(headcount) 人，回收率 ", " of \(headcount) people, ") + NumberText.percent(rate)
        }
        line += say(
            "；文件 \(intake.rows) 行，按条件除去 \(intake.excludedRows) 行，空白 \(intake.blankRows) 行，不合题目 \(intake.refusedCells) 格",
            "; rows \(intake.rows), left out \(intake.excludedRows), blank \(intake.blankRows), rejected cells \(intake.refusedCells)"
        )
        return line + "\nsha256 \(intake.fingerprint)\n\n"
    }

    private func scores(_ round: AssessedRound) -> [[String]] {
        var rows = [
            words(
                "范围 维度 得分 下限 上限 n 缺 标准差 等次 可比得分 α α下限 α上限 α的n 方法",
                "group dimension score lower upper n missing sd band comparable alpha lower upper n method")
        ]
        let whole = say("全体", "whole")
        for score in round.whole.scores where score.itemCount > 0 {
            rows.append(
                [whole, name(score.dimension.name)] + cells(score, isShown: listing.shows(score.estimate))
                    + alpha(score))
        }
        for unit in listing.release.units(of: round) {
            for score in unit.scores where score.itemCount > 0 {
                let isShown = listing.shows(score, year: round.year)
                rows.append(
                    [name(of: unit), name(score.dimension.name)] + cells(score, isShown: isShown)
                        + ["", "", "", "", isShown ? score.estimate.method : ""])
            }
        }
        return rows
    }

    /// Score, interval, n, missing, standard deviation, band, comparable score.
    private func cells(_ score: DimensionScore, isShown: Bool) -> [String] {
        guard isShown else { return [hidden] + [String](repeating: "", count: 7) }
        let shared = listing.years.count > 1 ? score.comparable : nil
        let comparable = shared.map { listing.shows($0.estimate) ? number($0.estimate.value, 3) : hidden } ?? ""
        return estimate(score.estimate, 3) + [
            number(score.standardDeviation, 3), score.band.map(name) ?? "", comparable,
        ]
    }

    private func alpha(_ score: DimensionScore) -> [String] {
        let method = listing.shows(score.estimate) ? score.estimate.method : ""
        guard let alpha = score.reliability?.alpha else { return ["", "", "", "", method] }
        guard listing.shows(alpha) else { return [hidden, "", "", "", method] }
        return Array(estimate(alpha, 4).prefix(4)) + [method]
    }

    private func competences(_ round: AssessedRound) -> [[String]] {
        var rows = [
            words(
                "能力 名称 现有 要求 差距 下限 上限 n 缺 t df p p(Holm) dz Borich 排序差异",
                "competence name current required gap lower upper n missing t df p p(Holm) dz Borich ranked")
        ]
        for gap in round.whole.gaps {
            guard listing.shows(gap.test.gap) else {
                rows.append([gap.code, name(gap.text), hidden] + [String](repeating: "", count: 13))
                continue
            }
            let test = gap.test
            rows.append(
                [gap.code, name(gap.text), number(test.meanCurrent, 4), number(test.meanRequired, 4)]
                    + estimate(test.gap, 4) + [
                        number(test.t, 4), number(test.degreesOfFreedom, 0), probability(test.p),
                        probability(gap.adjustedP),
                        number(test.dz, 4), number(gap.borich.value, 4), number(gap.ranked.score, 2),
                    ])
        }
        return rows
    }

    private var changes: [[String]] {
        let header = words(
            "变化 维度 差异 下限 上限 n 缺 t df p p(Holm)", "change dimension difference lower upper n missing t df p p(Holm)")
        return [header]
            + listing.changes.map { change in
                ["\(change.from)→\(change.to)", name(change.dimension.name)] + estimate(change.test.difference, 3) + [
                    number(change.test.t, 4), number(change.test.degreesOfFreedom, 1), probability(change.test.p),
                    probability(change.adjustedP),
                ]
            }
    }

    private var remarks: [String] {
        let release = listing.release
        var lines = release.merged.map { set in
            let names = set.map { $0.isEmpty ? say("未填", "(none)") : $0 }.joined(separator: "、")
            return say("合并：\(names)", "merged: \(names)")
        }
        if release.hidesUnits, release.rounds.contains(where: { !$0.units.isEmpty }) {
            lines.append(
                say(
                    "处室不单独显示：合并后仍有不足 \(release.k) 人的",
                    "units are not shown: even merged, some stay below \(release.k) people"))
        }
        return lines
    }

    // MARK: Cells

    private var hidden: String { say("[隐]", "[hidden]") }

    private func estimate(_ estimate: Estimate, _ decimals: Int) -> [String] {
        let value =
            estimate.value.map { NumberText.fixed($0, decimals) } ?? estimate.undefined.map { "[\($0.rawValue)]" } ?? ""
        return [
            value, number(estimate.lower, decimals), number(estimate.upper, decimals), String(estimate.n),
            String(estimate.missing),
        ]
    }

    private func number(_ number: Double?, _ decimals: Int) -> String {
        number.map { NumberText.fixed($0, decimals) } ?? ""
    }

    private func probability(_ p: Double?) -> String {
        p.map { $0 < 0.001 ? "<0.001" : NumberText.fixed($0, 3) } ?? ""
    }

    private func name(_ text: LocalText) -> String { language == .english ? text.text(in: "en") : text.main }

    private func name(of unit: AssessedGroup) -> String {
        unit.units.map { $0.isEmpty ? say("未填", "(none)") : $0 }.joined(separator: "+")
    }

    private func say(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(in: language) }

    private func words(_ chinese: String, _ english: String) -> [String] {
        say(chinese, english).split(separator: " ").map(String.init)
    }

    /// Numbers to the right, words to the left; columns that stay empty are left out.
    private func aligned(_ rows: [[String]]) -> String {
        let columns = rows[0].indices.filter { column in rows.dropFirst().contains { !$0[column].isEmpty } }
        let widths = columns.map { column in rows.map { DisplayWidth.of($0[column]) }.max() ?? 0 }
        let isNumeric = columns.map { column in
            rows.dropFirst().contains { $0[column].first.map { $0.isNumber || $0 == "-" } ?? false }
        }
        return rows.map { row in
            var line = ""
            for (index, column) in columns.enumerated() {
                let blanks = String(repeating: " ", count: widths[index] - DisplayWidth.of(row[column]))
                line += (index > 0 ? "  " : "") + (isNumeric[index] ? blanks + row[column] : row[column] + blanks)
            }
            while line.last == " " { line.removeLast() }
            return line + "\n"
        }.joined()
    }
}
