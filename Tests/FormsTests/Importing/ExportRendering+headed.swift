import Forms
import Surveys

/// The tools that write several lines of headings.
extension ExportRendering {
    // MARK: Qualtrics

    /// - Parameter isCoded: the names of the questions are the survey's codes, not Q1, Q2 …
    func qualtrics(_ style: Style, isCoded: Bool) -> [[String]] {
        let blocks = variables.map { variable in
            let question = question(variable)
            let name = isCoded ? question.code : "Q\(variable.ordinal + 1)"
            let id = "QID\(variable.ordinal + 11)"
            let stem = question.text.main
            let choices = Self.choices(variable)
            func ids(_ suffix: String) -> String { "{\"ImportId\":\"\(id)\(suffix)\"}" }
            switch shape(variable) {
            case .one where question.rows.isEmpty:
                let isChoice = !choices.isEmpty
                return Block(headings: [[name], [isChoice ? "\(stem) - Selected Choice" : stem], [ids("")]]) {
                    _, cell in
                    [Self.choice(cell, variable, style)]
                }
            case .one:
                let row = (question.rows.firstIndex { $0.code == variable.code } ?? 0) + 1
                let infix = variable.part.map { $0 == .current ? "#1" : "#2" } ?? ""
                let text = [stem, side(variable), variable.text.main].filter { !$0.isEmpty }.joined(separator: " - ")
                return Block(headings: [["\(name)\(infix)_\(row)"], [text], [ids("_\(row)")]]) { _, cell in
                    [Self.choice(cell, variable, style)]
                }
            case .several where style == .texts:
                return Block(headings: [[name], ["\(stem) - Selected Choice"], [ids("")]]) { _, cell in
                    [Self.chosen(cell).map { Self.choice($0, variable, .texts) }.joined(separator: ",")]
                }
            case .several, .ranking:
                let names = choices.indices.map { "\(name)_\($0 + 1)" }
                let texts = choices.map { "\(stem) - \($0.label)" }
                return Block(headings: [names, texts, choices.indices.map { ids("_\($0 + 1)") }]) { _, cell in
                    let chosen = Self.chosen(cell)
                    return choices.map { choice in
                        guard let place = chosen.firstIndex(of: choice.code) else { return "" }
                        return shape(variable) == .several ? "1" : String(place + 1)
                    }
                }
            }
        }
        let names = [
            "StartDate", "EndDate", "Status", "IPAddress", "Progress", "Duration (in seconds)", "Finished",
            "RecordedDate",
            "ResponseId", "RecipientLastName", "RecipientFirstName", "RecipientEmail", "ExternalReference",
            "LocationLatitude", "LocationLongitude", "DistributionChannel", "UserLanguage",
        ]
        return lines(
            [names, names, names.map { "{\"ImportId\":\"\($0.lowercased())\"}" }],
            { row in
                [
                    "2026-11-20 09:00:00", "2026-11-20 09:05:00", style == .texts ? "IP Address" : "0", "10.1.2.3",
                    "100", "300",
                    style == .texts ? (row == 0 ? "False" : "True") : (row == 0 ? "0" : "1"), "2026-11-20 09:05:01",
                    "R_\(row)", "", "", "", "", "39.9", "116.4", "anonymous", "ZH-S",
                ]
            }, blocks)
    }

    // MARK: SurveyMonkey

    func surveyMonkey(_ style: Style) -> [[String]] {
        let blocks = variables.enumerated().map { index, variable in
            let question = question(variable)
            let choices = Self.choices(variable)
            let isFirst = index == 0 || variables[index - 1].ordinal != variable.ordinal
            let stem = isFirst ? "\(variable.ordinal + 1). \(question.text.main)" : ""
            switch shape(variable) {
            case .one where !question.rows.isEmpty:
                let part = variable.part == nil ? variable.text.main : "\(variable.text.main) - \(side(variable))"
                return Block(headings: [[stem], [part]]) { _, cell in [Self.choice(cell, variable, style)] }
            case .one where question.options.contains(where: \.marks.takesText):
                let other = question.options.first(where: \.marks.takesText)?.code
                return Block(headings: [[stem, ""], ["Response", "Other (please specify)"]]) { _, cell in
                    cell == other ? ["", "自己写的"] : [Self.choice(cell, variable, style), ""]
                }
            case .one:
                return Block(headings: [[stem], [choices.isEmpty ? "Open-Ended Response" : "Response"]]) { _, cell in
                    [Self.choice(cell, variable, style)]
                }
            case .several, .ranking:
                let tops = [stem] + choices.dropFirst().map { _ in "" }
                return Block(headings: [tops, choices.map(\.label)]) { _, cell in
                    let chosen = Self.chosen(cell)
                    return choices.enumerated().map { position, choice in
                        guard let place = chosen.firstIndex(of: choice.code) else {
                            return style == .numbers && shape(variable) == .several ? "0" : ""
                        }
                        if shape(variable) == .ranking { return String(place + 1) }
                        return style == .texts ? choice.label : String(position + 1)
                    }
                }
            }
        }
        let names = [
            "Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address", "First Name",
            "Last Name", "Custom Data 1",
        ]
        return lines(
            [names, names.map { _ in "" }],
            {
                [
                    "1180\($0)", "4461", "11/20/2026 09:00:00 AM", "11/20/2026 09:05:00 AM", "10.1.2.3", "a@b.example",
                    "三", "张", "",
                ]
            },
            blocks)
    }
}
