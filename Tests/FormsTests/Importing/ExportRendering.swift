import Forms
import Surveys

/// Responses written as other tools export them.
struct ExportRendering {
    let survey: Survey
    let responses: [Response]
    private let variables: [Variable]
    private let own: CSVTable

    init(_ survey: Survey, _ responses: [Response]) {
        self.survey = survey
        self.responses = responses
        // What is written beside an option has no column of its own there.
        variables = survey.variables.filter { !$0.isOptionText }
        own = CSVTable(responses, survey: survey)
    }

    /// How choices are written: their wordings, or numbers and codes.
    enum Style: CaseIterable {
        case texts, numbers
    }

    // MARK: Parts

    /// The columns of one variable: headings, and the cells of a response.
    private struct Block {
        var headings: [[String]]
        var cells: (Response, String) -> [String]
    }

    private func lines(_ own: [[String]], _ values: (Int) -> [String], _ blocks: [Block]) -> [[String]] {
        let all = survey.variables
        let places = variables.map { variable in all.firstIndex { $0.name == variable.name } ?? 0 }
        let headings = own.indices.map { row in own[row] + blocks.flatMap { $0.headings[row] } }
        let rows = responses.enumerated().map { index, response in
            values(index)
                + blocks.enumerated().flatMap { position, block in
                    block.cells(response, self.own.rows[index].cells[places[position]])
                }
        }
        return headings + rows
    }

    private func question(_ variable: Variable) -> Question { survey.questions[variable.ordinal] }

    private func side(_ variable: Variable) -> String {
        switch variable.part {
        case .current: "现有"
        case .required: "要求"
        case .text, nil: ""
        }
    }

    private static func choices(_ variable: Variable) -> [(code: String, label: String)] {
        switch variable.domain {
        case .levels(let scale): scale.levels.map { ($0.code.map(String.init) ?? "NA", $0.text.main) }
        case .options(let options), .optionSet(let options, _), .ranking(let options, _):
            options.map { ($0.code, $0.text.main) }
        default: []
        }
    }

    /// A cell of our own table with the wording or the position of its choice, anything else as it is.
    private static func choice(_ code: String, _ variable: Variable, _ style: Style) -> String {
        let choices = choices(variable)
        guard let index = choices.firstIndex(where: { $0.code == code }) else { return code }
        return style == .texts ? choices[index].label : String(index + 1)
    }

    private static func chosen(_ cell: String) -> [String] { cell.split(separator: ";").map(String.init) }

    private enum Shape { case one, several, ranking }

    private func shape(_ variable: Variable) -> Shape {
        switch variable.domain {
        case .optionSet: .several
        case .ranking: .ranking
        default: .one
        }
    }

    // MARK: 问卷星

    func wjx(_ style: Style) -> [[String]] {
        let blocks = variables.enumerated().map { index, variable in
            let place = survey.variables.firstIndex { $0.name == variable.name } ?? 0
            let number = variable.ordinal + 1
            let stem = "\(number)、\(question(variable).text.main)"
            let isFirst = index == 0 || variables[index - 1].ordinal != variable.ordinal
            func blank(_ response: Response) -> String? {
                switch response.answers[place] {
                case .notAsked: style == .texts ? "(跳过)" : "-3"
                case .missing: style == .texts ? "(空)" : "-2"
                default: nil
                }
            }
            let labels = Self.choices(variable).map(\.label)
            switch shape(variable) {
            case .one:
                let heading =
                    question(variable).rows.isEmpty
                    ? stem
                    : isFirst
                        ? "\(stem)—\(variable.text.main)\(side(variable))"
                        : "\(number)_2、\(variable.text.main)\(side(variable))"
                return Block(headings: [[heading]]) { response, cell in
                    let text = Self.choice(cell, variable, style)
                    let written = text == "其他" ? "其他〖自己写的〗" : text
                    return [blank(response) ?? written]
                }
            case .several, .ranking:
                let codes = Self.choices(variable).map(\.code)
                if style == .texts {
                    return Block(headings: [[stem]]) { response, cell in
                        let texts = Self.chosen(cell).map { Self.choice($0, variable, .texts) }
                        return [blank(response) ?? texts.joined(separator: shape(variable) == .several ? "┋" : "→")]
                    }
                }
                let headings = labels.enumerated().map {
                    $0.offset == 0 ? "\(stem)(\($0.element))" : "\(number)(\($0.element))"
                }
                return Block(headings: [headings]) { response, cell in
                    let chosen = Self.chosen(cell)
                    return codes.map { code in
                        if let blank = blank(response) { return blank }
                        guard let place = chosen.firstIndex(of: code) else {
                            return shape(variable) == .several ? "0" : "-2"
                        }
                        return shape(variable) == .several ? "1" : String(place + 1)
                    }
                }
            }
        }
        return lines(
            [["序号", "提交答卷时间", "所用时间", "来源", "来源详情", "来自IP", "总分"]],
            {
                [
                    "\($0 + 1)", "2026/11/20 9:\(10 + $0 % 50):00", "321秒", "微信", "N/A", "10.1.2.\($0 % 250)(北京-北京)",
                    "60",
                ]
            }, blocks)
    }

    // MARK: LimeSurvey

    enum Headings: CaseIterable { case codes, texts, both }

    func limeSurvey(_ style: Style, _ headings: Headings) -> [[String]] {
        func heading(_ code: String, _ text: String) -> String {
            switch headings {
            case .codes: code
            case .texts: text
            case .both: "\(code). \(text)"
            }
        }
        let blocks = variables.map { variable in
            let question = question(variable)
            let stem = question.text.main
            func text(_ code: String) -> String { style == .texts ? Self.choice(code, variable, .texts) : code }
            let choices = Self.choices(variable)
            switch shape(variable) {
            case .one:
                var code = question.code
                var wording = stem
                if !question.rows.isEmpty {
                    code += "[\(variable.code)]"
                    wording += " [\(variable.text.main)]"
                    if let part = variable.part {
                        code += part == .current ? "[1]" : "[2]"
                        wording += "[\(side(variable))]"
                    }
                }
                let isYesNo = question.kind == .yesNo
                return Block(headings: [[heading(code, wording)]]) { _, cell in
                    isYesNo && style == .numbers ? [cell == "1" ? "Y" : cell == "0" ? "N" : ""] : [text(cell)]
                }
            case .several:
                return Block(headings: [
                    choices.map { heading("\(question.code)[\($0.code)]", "\(stem) [\($0.label)]") }
                ]) {
                    _, cell in
                    choices.map { choice in
                        let isChosen = Self.chosen(cell).contains(choice.code)
                        return style == .texts ? (isChosen ? "是" : "否") : (isChosen ? "Y" : "")
                    }
                }
            case .ranking:
                return Block(headings: [
                    choices.indices.map { heading("\(question.code)[\($0 + 1)]", "\(stem) [排序 \($0 + 1)]") }
                ]) {
                    _, cell in
                    let chosen = Self.chosen(cell)
                    return choices.indices.map { chosen.indices.contains($0) ? text(chosen[$0]) : "" }
                }
            }
        }
        return lines(
            [
                [
                    heading("id", "Response ID"), heading("submitdate", "Date submitted"),
                    heading("lastpage", "Last page"),
                    heading("startlanguage", "Start language"), heading("seed", "Seed"),
                    heading("token", "Access code"),
                    heading("ipaddr", "IP address"), heading("refurl", "Referrer URL"),
                ]
            ],
            {
                [
                    "\($0 + 1)", $0 == 0 ? "" : "2026-11-20 09:10:11", "3", "zh-Hans", "1234567", "tok", "10.1.2.3",
                    "http://a.example",
                ]
            },
            blocks)
    }

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
