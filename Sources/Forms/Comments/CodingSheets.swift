import Surveys
import Workbooks

/// Where everything stands in a coding workbook: the writer and the reader share it.
enum CodingSheets {
    static let guide = Wording("填写说明", "Instructions")
    static let comments = Wording("意见", "Comments")
    static let themes = Wording("主题", "Themes")
    /// The areas that the drop-down offers.
    static let lists = "选项"

    static let headRow = 4
    static let firstRow = 5
    static let themeRows = 30
    static let themesOfComment = 3

    static let commentHeads =
        [
            Wording("序号", "No."), Wording("份号", "Response"), Wording("题号", "Question"), Wording("意见", "Comment"),
        ]
        + (1...themesOfComment).map { Wording("主题\($0)", "Theme \($0)") }
    static let themeHeads = [Wording("主题", "Theme"), Wording("领域", "Area"), Wording("概述", "Summary")]

    static let otherArea = Wording("其他", "Other")
    /// What fits a line of the report's drop-down, and what fits its table.
    static let longestName = 40
    static let longestSummary = 300

    /// The cells of the names that the drop-downs offer.
    static let themeNames = CellRange(at: Cell(row: firstRow, column: 1), rows: themeRows, columns: 1)

    /// The titles of the sections that dimensions take their items from, without their ordinals and each once, in the
    /// order of the survey; of all sections where nothing is scored.
    static func areas(of survey: Survey) -> [LocalText] {
        let scored = Set(survey.dimensions.flatMap(\.terms).map(\.code))
        let asking = survey.sections.filter { !$0.questions.isEmpty }
        let measured = asking.filter { section in
            section.questions.contains { question in
                scored.contains(question.code) || question.rows.contains { scored.contains($0.code) }
            }
        }
        var areas: [LocalText] = []
        for section in measured.isEmpty ? asking : measured {
            let area = section.title.withoutOrdinal
            if !area.main.isEmpty, !areas.contains(where: { $0.main == area.main }) { areas.append(area) }
        }
        return areas
    }
}

extension LocalText {
    /// `二、学风` → `学风`, in every language.
    fileprivate var withoutOrdinal: LocalText {
        LocalText(Self.withoutOrdinal(main), translations: translations.mapValues(Self.withoutOrdinal))
    }

    private static func withoutOrdinal(_ title: String) -> String {
        guard let mark = title.firstIndex(of: "、"), title[..<mark].allSatisfy({ "一二三四五六七八九十".contains($0) })
        else { return title }
        return String(title[title.index(after: mark)...])
    }
}

extension Wording {
    /// Under which of its two names something may stand in a file.
    var names: [String] { [chinese, english] }
}
