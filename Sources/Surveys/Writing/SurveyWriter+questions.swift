extension SurveyWriter {
    mutating func writeSection(_ index: Int) {
        let section = survey.sections[index]
        // Questions before the first heading stand on a page without one.
        if !section.title.main.isEmpty {
            openBlock()
            writeText("## ", section.title, from: offset(of: section.place))
        }
        writeBelow(section.help, section.show, owner: section.place, target: .section(index))
        for question in section.questions.indices { writeQuestion(index, question) }
    }

    private mutating func writeQuestion(_ section: Int, _ index: Int) {
        let question = survey.sections[section].questions[index]
        let target = SurveyParser.Target.question(section, index)
        openBlock()
        writeText(
            "\(question.code). ", question.text, tags: bracket(words(of: question.kind) + words(of: question.marks)),
            from: offset(of: question.place))
        writeBelow(question.help, question.show, owner: question.place, target: target)
        for check in question.checks {
            put(
                check.isHard ? .check : .warn, expression(check.condition, owner: check.place),
                from: offset(of: check.place))
            if let message = check.message { writeText(opening(.message), message) }
        }
        for (number, option) in question.options.enumerated() {
            writeText(
                "- \(option.code) = ", option.text, tags: bracket(words(of: option.marks)),
                from: offset(of: option.place))
            writeBelow(option.help, option.show, owner: option.place, target: .option(section, index, number))
        }
        for (number, row) in question.rows.enumerated() {
            writeText("- \(row.code) = ", row.text, tags: bracket(words(of: row.marks)), from: offset(of: row.place))
            writeBelow(row.help, row.show, owner: row.place, target: .row(section, index, number))
            for paragraph in row.advice { writeText(opening(.advice), paragraph) }
        }
    }

    /// 说明, then 显示.
    private mutating func writeBelow(
        _ help: [LocalText], _ show: Condition?, owner: Place, target: SurveyParser.Target
    ) {
        for paragraph in help { writeText(opening(.help), paragraph) }
        if let show { put(.showIf, expression(show, owner: owner), from: place(of: .showIf, below: target)) }
    }
}
