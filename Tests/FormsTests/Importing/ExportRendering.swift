import Forms
import Surveys

/// Responses written as other tools export them.
struct ExportRendering {
    let survey: Survey
    let responses: [Response]
    let variables: [Variable]
    private let own: CSVTable

    init(_ survey: Survey, _ responses: [Response]) {
        self.survey = survey
        // What is written beside an option has no column of its own there.
        let kept = survey.variables.indices.filter { !survey.variables[$0].isOptionText }
        variables = kept.map { survey.variables[$0] }
        self.responses = responses.map { response in Response(answers: kept.map { response.answers[$0] }) }
        var own = CSVTable(responses, survey: survey)
        for index in own.rows.indices { own.rows[index].cells = kept.map { own.rows[index].cells[$0] } }
        self.own = own
    }

    /// How choices are written: their wordings, or numbers and codes.
    enum Style: CaseIterable {
        case texts, numbers
    }

    // MARK: Parts

    /// The columns of one variable: headings, and the cells of a response.
    struct Block {
        var headings: [[String]]
        var cells: (Response, String) -> [String]
    }

    func lines(_ own: [[String]], _ values: (Int) -> [String], _ blocks: [Block]) -> [[String]] {
        let headings = own.indices.map { row in own[row] + blocks.flatMap { $0.headings[row] } }
        let rows = responses.enumerated().map { index, response in
            values(index)
                + blocks.enumerated().flatMap { position, block in
                    block.cells(response, self.own.rows[index].cells[position])
                }
        }
        return headings + rows
    }

    func question(_ variable: Variable) -> Question { survey.questions[variable.ordinal] }

    func side(_ variable: Variable) -> String {
        switch variable.part {
        case .current: "现有"
        case .required: "要求"
        case .text, nil: ""
        }
    }

    static func choices(_ variable: Variable) -> [(code: String, label: String)] {
        switch variable.domain {
        case .levels(let scale): scale.levels.map { ($0.code.map(String.init) ?? "NA", $0.text.main) }
        case .options(let options), .optionSet(let options, _), .ranking(let options, _):
            options.map { ($0.code, $0.text.main) }
        default: []
        }
    }

    /// A cell of our own table with the wording or the position of its choice, anything else as it is.
    static func choice(_ code: String, _ variable: Variable, _ style: Style) -> String {
        let choices = choices(variable)
        guard let index = choices.firstIndex(where: { $0.code == code }) else { return code }
        return style == .texts ? choices[index].label : String(index + 1)
    }

    static func chosen(_ cell: String) -> [String] { cell.split(separator: ";").map(String.init) }

    enum Shape { case one, several, ranking }

    func shape(_ variable: Variable) -> Shape {
        switch variable.domain {
        case .optionSet: .several
        case .ranking: .ranking
        default: .one
        }
    }

    // MARK: 问卷星

    func wjx(_ style: Style) -> [[String]] {
        let blocks = variables.enumerated().map { index, variable in
            let number = variable.ordinal + 1
            let stem = "\(number)、\(question(variable).text.main)"
            let isFirst = index == 0 || variables[index - 1].ordinal != variable.ordinal
            func blank(_ response: Response) -> String? {
                switch response.answers[index] {
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
}
