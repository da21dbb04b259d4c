extension Interview {
    /// Takes an answer as it is typed or picked: codes, labels in any language, numbers, dates.
    ///
    /// Refused by the rules of `AnswerReader`, except that fewer choices than wanted are taken as a beginning.
    /// `其他：自学考试` also fills in the variable of the words. Nothing changes when it is refused.
    public mutating func answer(_ name: String, _ text: String) throws(RefusalError) {
        let index = try asked(name)
        let answer: Answer
        switch readers[index].readUnfinished(text) {
        case .success(let read): answer = read
        case .failure(let refusal): throw refusal
        }
        try check(answer, of: index)
        entries[index] = answer
        for (option, words) in readers[index].optionTexts(in: text) {
            if let other = logic.index(of: "\(name)_\(option)_text") { entries[other] = .text(words) }
        }
        settle()
    }

    /// Takes a ready answer, by the same rules.
    public mutating func answer(_ name: String, with answer: Answer) throws(RefusalError) {
        try self.answer(name, answer.cell)
    }

    /// Chooses an option or takes the choice back.
    ///
    /// Of several choices an exclusive one replaces the others and is replaced by them, as people expect of a box that
    /// says 以上都没有; in a ranking an option goes to the end of the order.
    public mutating func toggle(_ name: String, option code: String) throws(RefusalError) {
        let index = try asked(name)
        var codes: [String] = []
        switch offered(entries[index], of: variables[index], answers) {
        case .option(let chosen): codes = [chosen]
        case .options(let chosen): codes = chosen
        default: break
        }
        if codes.contains(code) {
            codes.removeAll { $0 == code }
        } else if case .options = variables[index].domain {
            codes = [code]
        } else {
            let exclusive = variables[index].domain.options.filter(\.marks.isExclusive).map(\.code)
            codes = exclusive.contains(code) ? [code] : codes.filter { !exclusive.contains($0) } + [code]
        }
        try answer(name, codes.joined(separator: ";"))
    }

    /// Takes an answer back.
    public mutating func clear(_ name: String) {
        guard let index = logic.index(of: name) else { return }
        entries[index] = .missing
        settle()
    }

    /// Speaks another language of the survey; the answers are the same in every one.
    ///
    /// - Returns: false for a language that the survey does not have.
    @discardableResult public mutating func setLanguage(_ code: String) -> Bool {
        guard survey.languages.contains(code) else { return false }
        language = code
        return true
    }

    private func asked(_ name: String) throws(RefusalError) -> Int {
        guard position != .submitted, let index = logic.index(of: name), isOffered(index) else {
            throw RefusalError(.notAsked)
        }
        return index
    }

    private func check(_ answer: Answer, of index: Int) throws(RefusalError) {
        let codes: [String] =
            switch answer {
            case .option(let code): [code]
            case .options(let codes): codes
            default: []
            }
        let hidden = variables[index].domain.options.filter { !isShown($0) }.map(\.code)
        if codes.contains(where: hidden.contains) { throw RefusalError(.notAnOption) }
    }
}
