import Surveys

/// The drop-downs of a form, each list once however many cells offer it.
struct FormLists {
    private(set) var lists: [FormList] = []
    private var names = FormNames()
    private let language: String

    init(language: String) {
        self.language = language
    }

    /// The number of the list, made on first use.
    ///
    /// - Parameter variable: whose answers the entries are; each entry is checked to read back as itself.
    mutating func levels(of scale: Scale, for variable: Variable) -> Int {
        let reader = AnswerReader(variable)
        let entries = scale.levels.map { level in
            let code = level.code.map(String.init) ?? "NA"
            return entry(code, level.text, level.code.map { .level($0) } ?? .notApplicable, reader)
        }
        return add(titled: scale.name.text(in: language), named: scale.name.main, entries)
    }

    mutating func options(_ options: [Option], for variable: Variable) -> Int {
        let reader = AnswerReader(variable)
        let entries = options.map { entry($0.code, $0.text, .option($0.code), reader) }
        return add(titled: variable.name, named: variable.name, entries)
    }

    mutating func units(_ units: [String], titled title: String) -> Int {
        add(titled: title, named: title, units)
    }

    mutating func marks(_ phrases: PreviewPhrases) -> Int {
        let title = phrases.say("是否", "Yes or no")
        return add(titled: title, named: title, [phrases.say("是", "Yes"), phrases.say("否", "No")])
    }

    /// `4 比较符合`: number and words together, so that one can be typed and the other read. Where that would be taken for
    /// another answer, the code stands alone.
    private func entry(_ code: String, _ text: LocalText, _ answer: Answer, _ reader: AnswerReader) -> String {
        let label = text.text(in: language)
        let together = "\(code) \(label)"
        let fits = label != code && together.utf16.count <= Self.longestEntry && !together.contains("\n")
        return fits && reader.read(together) == .success(answer) ? together : code
    }

    private static let longestEntry = 200

    private mutating func add(titled title: String, named name: String, _ entries: [String]) -> Int {
        if let known = lists.firstIndex(where: { $0.title == title && $0.entries == entries }) { return known }
        lists.append(FormList(name: names.make("选项_", name), title: title, entries: entries))
        return lists.count - 1
    }
}
