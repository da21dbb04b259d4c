import Disclosure
import Scoring
import Statistics
package import Surveys

extension ScoreListing {
    /// Aligned tables: round by round its heading and its parts, then the changes and what was merged.
    package func table(_ parts: Set<ScorePart>, language: ReaderLanguage) -> String {
        ScoreTable(listing: self, parts: ScorePart.allCases.filter(parts.contains), language: language).text
    }
}

/// Lays the listing out for the terminal.
private struct ScoreTable {
    let listing: ScoreListing
    let parts: [ScorePart]
    let language: ReaderLanguage

    var text: String {
        // First, since they say which units the names below stand for.
        var blocks = remarks.isEmpty ? [] : [remarks.joined(separator: "\n") + "\n"]
        if listing.persons != nil { blocks.insert(ScoreListing.unprotectedNotice + "\n", at: 0) }
        for (year, round) in listing.years {
            guard let round else {
                let k = listing.release.k
                blocks.append(
                    say("\(year)　不足 \(k) 份答卷，不显示", "\(year)  fewer than \(k) responses; not shown") + "\n")
                if parts.contains(.persons) { blocks += block(.persons, listing.personRecords(year)) }
                continue
            }
            blocks.append(heading(round))
            for part in parts where !part.spansYears {
                guard part.isProtected else {
                    blocks += block(part, listing.personRecords(year))
                    continue
                }
                blocks += part == .units ? unitBlock(round) : block(part, listing.records(part, of: round))
            }
        }
        for part in parts where part.spansYears { blocks += block(part, listing.records(part)) }
        return blocks.joined(separator: "\n")
    }

    // MARK: Around the tables

    private func heading(_ round: AssessedRound) -> String {
        let (intake, whole) = (round.intake, round.whole)
        var line =
            TerminalText.line(
                say(
                    "\(round.year)　\(round.plan.survey.title.main)",
                    "\(round.year)  \(round.plan.survey.title.text(in: "en"))")) + "\n"
        line += say("答卷 \(whole.responses)", "responses \(whole.responses)")
        if let headcount = whole.headcount, let rate = whole.responseRate {
            line += say("，应参加 \(headcount) 人，回收率 ", " of \(headcount) people, ") + NumberText.percent(rate)
        }
        line += say(
            "；文件 \(intake.rows) 行，按条件除去 \(intake.excludedRows) 行，空白 \(intake.blankRows) 行，不合题目 \(intake.refusedCells) 格",
            "; rows \(intake.rows), left out \(intake.excludedRows), blank \(intake.blankRows), rejected cells \(intake.refusedCells)"
        )
        return line + "\nsha256 \(intake.fingerprint)\n"
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
        return lines.map(TerminalText.line)
    }

    private func block(_ part: ScorePart, _ records: [ScoreRecord]) -> [String] {
        guard let model = records.first(where: { !$0.isHidden }) ?? records.first else {
            return [caption(part) + nothing(part)]
        }
        let subjects = subjectHeadings(model)
        let labels = model.fields.flatMap(headings)
        let rows = records.map { record in
            let cells = record.isHidden ? [hidden] : record.fields.flatMap(self.cells)
            let missing = max(0, labels.count - cells.count)
            return subjectCells(record) + cells + [String](repeating: "", count: missing)
        }
        return [caption(part) + TextTable([subjects + labels] + rows).text + footnote(part)]
    }

    /// A line for every unit and dimension would be hundreds of lines; CSV and JSON have them.
    private func unitBlock(_ round: AssessedRound) -> [String] {
        guard !listing.release.units(of: round).isEmpty else { return [caption(.units) + nothing(.units)] }
        return [caption(.units) + UnitMatrix(listing: listing, round: round, language: language).text]
    }

    /// Why a part has no lines, so that nobody looks for them.
    private func nothing(_ part: ScorePart) -> String { part.reasonForNothing.text(in: language) + "\n" }

    private func footnote(_ part: ScorePart) -> String {
        part.footnote.map { $0.text(in: language) + "\n" } ?? ""
    }

    private func caption(_ part: ScorePart) -> String { "[" + part.caption.text(in: language) + "]\n" }

    // MARK: Cells

    private func subjectHeadings(_ record: ScoreRecord) -> [String] {
        let group = say("范围", "group")
        switch record.subject {
        case .dimension: return [group, say("维度", "dimension")]
        case .item: return [say("题", "item"), say("题目", "text"), say("维度", "dimension")]
        case .competence: return [say("能力", "competence"), say("名称", "name")]
        case .group: return [group]
        case .change: return [say("变化", "change"), say("维度", "dimension")]
        case .itemChange: return [say("变化", "change"), say("题", "item"), say("题目", "text"), say("维度", "dimension")]
        case .named: return [say("项目", "what")]
        }
    }

    private func subjectCells(_ record: ScoreRecord) -> [String] {
        switch record.subject {
        case .dimension(let text): return [name(record.group), name(text)]
        case .item(let code, let text, let dimension):
            return [code, DisplayWidth.clipped(name(text), to: Self.widestText), dimension.map(name) ?? ""]
        case .group: return [name(record.group)]
        case .competence(let code, let text): return [code, DisplayWidth.clipped(name(text), to: Self.widestText)]
        case .change(let text, let from, let to): return ["\(from)→\(to)", name(text)]
        case .itemChange(let code, let text, let dimension, let from, let to):
            return ["\(from)→\(to)", code, DisplayWidth.clipped(name(text), to: Self.widestText), name(dimension)]
        case .named(_, let wording): return [wording.text(in: language)]
        }
    }

    private static let widestText = 32

    private func headings(_ field: ScoreField) -> [String] {
        guard let label = field.label?.text(in: language) else { return [] }
        guard case .estimate(_, let shape) = field.value else { return [label] }
        let bounds = [say("下限", "lower"), say("上限", "upper")]
        switch shape.detail {
        case .full: return [label] + bounds + ["n", say("缺", "missing")]
        case .interval: return [label] + bounds.map { language == .english ? "\(label) \($0)" : label + $0 }
        case .value: return [label]
        }
    }

    private func cells(_ field: ScoreField) -> [String] {
        let width = headings(field).count
        guard width > 0 else { return [] }
        if field.isHidden { return [hidden] + [String](repeating: "", count: width - 1) }
        switch field.value {
        case .estimate(nil, _): return [String](repeating: "", count: width)
        case .estimate(let estimate?, let shape): return cells(estimate, shape)
        case .number(let number, let decimals): return [number.map { NumberText.fixed($0, decimals) } ?? ""]
        case .percent(let share): return [share.map { NumberText.percent($0) } ?? ""]
        case .probability(let p): return [p.map(probability) ?? ""]
        case .count(let count): return [count.map(String.init) ?? ""]
        case .truth(let holds): return [holds ? say("是", "yes") : say("否", "no")]
        case .name(let text): return [text.map(name) ?? ""]
        case .word(_, let words): return [words.text(in: language)]
        case .words(let list): return [list.map { $0.1.text(in: language) }.joined(separator: say("、", ", "))]
        case .counts(let counts): return [counts.map { String($0.count) }.joined(separator: "/")]
        case .byItem(let numbers):
            return [numbers.map { $0.value.map { NumberText.fixed($0, 3) } ?? "" }.joined(separator: "/")]
        case .quartiles(let values): return [values.map { NumberText.fixed($0, 1) }.joined(separator: "/")]
        case .code(let code): return [code]
        }
    }

    private func cells(_ estimate: Estimate, _ shape: ScoreField.Shape) -> [String] {
        func print(_ number: Double?) -> String {
            guard let number else { return "" }
            if shape.isProbability { return probability(number) }
            if shape.isDifference { return NumberText.signed(100 * number, shape.decimals) }
            return shape.isPercent
                ? NumberText.percent(number, shape.decimals) : NumberText.fixed(number, shape.decimals)
        }
        let value = estimate.value == nil ? (estimate.undefined.map { "[\(why($0))]" } ?? "") : print(estimate.value)
        let bounds = [print(estimate.lower), print(estimate.upper)]
        switch shape.detail {
        case .full: return [value] + bounds + [String(estimate.n), String(estimate.missing)]
        case .interval: return [value] + bounds
        case .value: return [value]
        }
    }

    private func probability(_ p: Double) -> String { p < 0.001 ? "<0.001" : NumberText.fixed(p, 3) }

    private func why(_ reason: Undefined) -> String { reason.wording.text(in: language) }

    private var hidden: String { say("[隐]", "[hidden]") }

    private func name(_ text: LocalText) -> String { language == .english ? text.text(in: "en") : text.main }

    private func name(_ group: ScoreGroup) -> String {
        switch group {
        case .whole: say("全体", "whole")
        case .units(let names): names.map { $0.isEmpty ? say("未填", "(none)") : $0 }.joined(separator: "+")
        }
    }

    private func say(_ chinese: String, _ english: String) -> String { Wording(chinese, english).text(in: language) }
}
