import Surveys

/// Paints one language of a preview: a field set a question, a table a block.
struct PreviewHTMLPainter {
    private let preview: Preview
    private let phrases: PreviewPhrases
    private(set) var out = HTMLText()
    /// Names the fields of the question in hand; no two questions of the file share one.
    private var field = ""

    private typealias Attributes = [(String, String)]

    init(_ preview: Preview) {
        self.preview = preview
        phrases = PreviewPhrases(for: preview.language)
    }

    mutating func paint() {
        let direction = preview.language == "ug" ? [("dir", "rtl")] : []
        out.open("article", [("lang", preview.language), ("class", "in-\(preview.language)")] + direction)
        out.open("header")
        out.element("h1", preview.title)
        out.line(
            HTMLText.wrapping("p", preview.facts.map { HTMLText.element("span", $0) }.joined(), [("class", "facts")]))
        for paragraph in preview.introduction { out.line(HTMLText.wrapping("p", markup(paragraph))) }
        out.element(
            "p", phrases.say("预览：在这里填写的内容不会保存，也不会提交。", "Preview: what is filled in here is neither kept nor sent."),
            [("class", "notice")])
        out.close("header")
        var count = 0
        for page in preview.pages {
            out.open("section")
            if !page.title.isEmpty { out.element("h2", page.title) }
            for paragraph in page.help { out.line(HTMLText.wrapping("p", markup(paragraph), [("class", "help")])) }
            if let condition = page.condition { out.element("p", condition, [("class", "condition")]) }
            for block in page.blocks {
                count += 1
                field = "\(preview.language)-\(count)"
                paint(block)
            }
            out.close("section")
        }
        out.close("article")
    }

    private func markup(_ words: Preview.Words) -> String {
        words.parts.map { part in
            switch part {
            case .text(let text): HTMLText.escaped(text)
            case .blank(let name): HTMLText.element("span", "〔\(name)〕", [("class", "blank")])
            }
        }.joined()
    }

    private func remarks(_ remarks: [String]) -> String {
        remarks.map { " " + HTMLText.element("span", $0, [("class", "remark")]) }.joined()
    }

    private func code(_ code: String?) -> String {
        code.map { " " + HTMLText.element("code", $0) } ?? ""
    }

    private func below(_ condition: String?, _ help: [Preview.Words]) -> String {
        (condition.map { HTMLText.element("span", $0, [("class", "condition")]) } ?? "")
            + help.map { HTMLText.wrapping("span", markup($0), [("class", "help")]) }.joined()
    }

    // MARK: Questions

    private mutating func paint(_ block: Preview.Block) {
        guard let number = block.number else {
            out.open("div", [("class", "note")])
            out.line(HTMLText.wrapping("p", markup(block.text) + code(block.code) + below(block.condition, block.help)))
            return out.close("div")
        }
        out.open("fieldset")
        out.line(
            HTMLText.wrapping(
                "legend",
                HTMLText.element("span", "\(number)", [("class", "number")])
                    + HTMLText.wrapping(
                        "span", markup(block.text) + code(block.code) + remarks(block.remarks),
                        [("class", "stem"), ("id", field)])))
        out.open("div", [("class", "answer")])
        if let condition = block.condition { out.element("p", condition, [("class", "condition")]) }
        for paragraph in block.help { out.line(HTMLText.wrapping("p", markup(paragraph), [("class", "help")])) }
        paint(block.answer)
        for rule in block.rules { out.element("p", rule, [("class", "rule")]) }
        out.close("div")
        out.close("fieldset")
    }

    private mutating func paint(_ answer: Preview.Answer) {
        switch answer {
        case .none: break
        case .choices(let choices, let mark): paint(choices, mark)
        case .list(let items): paintList(items)
        case .steps(let range):
            out.line(stepsMarkup(range.map { Preview.Step(sign: String($0), text: String($0)) }, name: "\(field)-a"))
        case .grid(let steps, let rows): paintGrid(steps, rows)
        case .pair(let steps, let rows): paintPair(steps, rows)
        case .number(let unit, let note): out.line(HTMLText.wrapping("p", number(labelledBy: field, unit, note)))
        case .numbers(let rows, let note):
            for row in rows {
                let id = "\(field)-\(row.number)"
                let text = HTMLText.wrapping("span", label(row), [("id", id)])
                let sign = HTMLText.element("span", "(\(row.number))", [("class", "row")])
                out.line(
                    HTMLText.wrapping(
                        "p",
                        sign + " " + text + below(row.condition, row.help) + " "
                            + number(labelledBy: id, nil, note)))
            }
        case .line(let limit):
            out.line(HTMLText.wrapping("p", input("text", [("class", "line")] + most(limit)) + note(limit)))
        case .box(let limit):
            let box = HTMLText.wrapping("textarea", "", [("rows", "4"), ("aria-labelledby", field)] + most(limit))
            out.line(HTMLText.wrapping("p", box + note(limit)))
        case .day(let days):
            let ends = days.map { [("min", "\($0.lowerBound)"), ("max", "\($0.upperBound)")] } ?? []
            out.line(HTMLText.wrapping("p", input("date", ends) + note(days.map { phrases.span($0) })))
        case .month(let days):
            let ends =
                days.map {
                    [
                        ("min", String($0.lowerBound.description.dropLast(3))),
                        ("max", String($0.upperBound.description.dropLast(3))),
                    ]
                } ?? []
            out.line(
                HTMLText.wrapping("p", input("month", ends) + note(days.map { phrases.span($0, inMonths: true) })))
        }
    }

    // MARK: Fields

    private func input(_ type: String, _ more: [(String, String)]) -> String {
        HTMLText.void("input", [("type", type), ("aria-labelledby", field)] + more)
    }

    private func number(labelledBy label: String, _ unit: String?, _ note: String?) -> String {
        HTMLText.void(
            "input", [("type", "text"), ("inputmode", "decimal"), ("class", "number"), ("aria-labelledby", label)])
            + (unit.map { " " + HTMLText.element("span", $0, [("class", "unit")]) } ?? "") + self.note(note)
    }

    private func most(_ limit: Int?) -> [(String, String)] { limit.map { [("maxlength", String($0))] } ?? [] }

    private func note(_ limit: Int?) -> String { note(limit.map { phrases.atMost(characters: $0) }) }

    private func note(_ text: String?) -> String {
        text.map { " " + HTMLText.element("small", $0) } ?? ""
    }

    private mutating func paint(_ choices: [Preview.Choice], _ mark: Preview.Mark) {
        let room = choices.reduce(0) { $0 + DisplayWidth.of($1.text.plain) + 6 }
        let isShort = room <= 72 && choices.allSatisfy { $0.help.isEmpty && $0.condition == nil && $0.remarks.isEmpty }
        out.open("div", [("class", isShort ? "choices in-line" : "choices")])
        for (index, choice) in choices.enumerated() {
            let id = "\(field)-\(index + 1)"
            let kind: [(String, String)] =
                switch mark {
                case .one: [("type", "radio"), ("name", "\(field)-a")]
                case .several: [("type", "checkbox")]
                case .rank: [("type", "text"), ("inputmode", "numeric"), ("class", "rank")]
                }
            let text =
                markup(choice.text) + code(choice.code) + remarks(choice.remarks) + below(choice.condition, choice.help)
            var line = HTMLText.wrapping(
                "label", HTMLText.void("input", kind) + HTMLText.wrapping("span", text, [("id", id)]))
            if choice.takesText {
                line += HTMLText.void(
                    "input",
                    [
                        ("type", "text"), ("class", "line"), ("aria-labelledby", id),
                        ("placeholder", phrases.pleaseWrite),
                    ])
            }
            out.line(HTMLText.wrapping("div", line, [("class", "choice")]))
        }
        out.close("div")
    }

    /// On paper nothing folds out, so the list stands there in full.
    private mutating func paintList(_ items: [String]) {
        out.open("select", [("aria-labelledby", field)])
        out.element("option", items.isEmpty ? phrases.listFromRoster : phrases.chooseFromList)
        for item in items { out.element("option", item) }
        out.close("select")
        let listed = items.isEmpty ? phrases.listFromRoster : items.joined(separator: phrases.say("、", ", "))
        out.element("p", listed, [("class", "on-paper help")])
    }

    // MARK: Tables

    private func label(_ row: Preview.Row) -> String {
        markup(row.text) + code(row.code) + remarks(row.remarks)
    }

    private func heading(_ row: Preview.Row) -> String {
        let number = HTMLText.element("span", "(\(row.number))", [("class", "row")])
        return HTMLText.wrapping(
            "th",
            HTMLText.wrapping(
                "div", number + HTMLText.wrapping("div", label(row) + below(row.condition, row.help)),
                [("class", "statement")]),
            [("scope", "row")])
    }

    /// With more columns the statements give some of their room to them.
    private func crowding(_ steps: [Preview.Step]) -> String { steps.count > 7 ? " many" : "" }

    private mutating func paintGrid(_ steps: [Preview.Step], _ rows: [Preview.Row]) {
        // Numbers are narrow enough for a phone; words go below one another there.
        let isNarrow = steps.allSatisfy { $0.sign == $0.text }
        out.open(
            "table", [("class", (isNarrow ? "grid narrow" : "grid") + crowding(steps)), ("aria-labelledby", field)])
        out.open("thead")
        out.open("tr")
        out.line("<td></td>")
        for step in steps { out.element("th", step.text, [("scope", "col")]) }
        out.close("tr")
        out.close("thead")
        out.open("tbody")
        for row in rows {
            out.open("tr")
            out.line(heading(row))
            for step in steps {
                let button = HTMLText.void("input", [("type", "radio"), ("name", "\(field)-\(row.number)-a")])
                let label = HTMLText.wrapping("label", button + HTMLText.element("span", step.text))
                out.line(HTMLText.wrapping("td", label))
            }
            out.close("tr")
        }
        out.close("tbody")
        out.close("table")
    }

    private mutating func paintPair(_ steps: [Preview.Step], _ rows: [Preview.Row]) {
        let legend = steps.compactMap { step in
            step.meaning.map {
                HTMLText.wrapping("span", HTMLText.element("b", step.sign) + " " + HTMLText.escaped($0))
            }
        }
        if !legend.isEmpty { out.line(HTMLText.wrapping("p", legend.joined(separator: " "), [("class", "levels")])) }
        out.open("table", [("class", "pair" + crowding(steps)), ("aria-labelledby", field)])
        out.open("thead")
        out.open("tr")
        out.line("<td></td>")
        for side in [phrases.current, phrases.required] { out.element("th", side, [("scope", "col")]) }
        out.close("tr")
        out.close("thead")
        out.open("tbody")
        for row in rows {
            out.open("tr")
            out.line(heading(row))
            for (side, title) in [("cur", phrases.current), ("req", phrases.required)] {
                let caption = HTMLText.element("span", title, [("class", "side")])
                out.line(
                    HTMLText.wrapping("td", caption + stepsMarkup(steps, name: "\(field)-\(row.number)-\(side)")))
            }
            out.close("tr")
        }
        out.close("tbody")
        out.close("table")
    }

    /// A row of numbers to choose from; what a number stands for is said to those who cannot see the legend.
    private func stepsMarkup(_ steps: [Preview.Step], name: String) -> String {
        let labels = steps.map { step in
            HTMLText.wrapping(
                "label",
                HTMLText.void("input", [("type", "radio"), ("name", name)]) + HTMLText.element("span", step.sign)
                    + (step.meaning.map { HTMLText.element("span", " " + $0, [("class", "unseen")]) } ?? ""))
        }
        return HTMLText.wrapping("div", labels.joined(), [("class", "steps")])
    }
}
