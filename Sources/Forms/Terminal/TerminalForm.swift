package import Surveys

/// A survey on a full screen: one question at a time, a block of statements as a grid.
///
/// A value: keys go in by `press`, lines come out by `render`. What must be kept and what was handed in is read from
/// `interview` and `outcome`; reading keys, painting lines and keeping files is the door's work.
package struct TerminalForm: Sendable {
    package var interview: Interview
    package private(set) var outcome = Outcome.open
    /// What the store said of the response, once it was handed in.
    package var receipt: String?

    /// The place of the cursor among the stops of the screen; nil until an arrow is pressed, so that Enter alone never
    /// answers anything.
    private(set) var focus: Int?
    /// The step under the cursor in a row.
    private(set) var column: Int?
    /// What is being typed.
    private(set) var entry = ""
    /// Letters go into the entry; otherwise they are commands.
    private(set) var isTyping = false
    private(set) var message: Wording?
    private(set) var isHelpShown = false
    /// The first line of the page after it was scrolled by hand.
    private(set) var scroll: Int?
    /// Digits of a number of two digits.
    private var digits = ""

    package enum Outcome: Sendable, Equatable {
        case open
        /// To be taken up another time.
        case left
        /// `interview.response` is final.
        case submitted
    }

    package init(_ interview: Interview) {
        self.interview = interview
        arrive()
    }

    var stops: [FormStop] { FormStop.all(of: interview) }

    var stop: FormStop? {
        let stops = stops
        return focus.flatMap { stops.indices.contains($0) ? stops[$0] : nil }
    }

    // MARK: Keys

    package mutating func press(_ key: Key) {
        guard outcome == .open else { return }
        if key == .control("c") || key == .control("d") { return leave() }
        if isHelpShown, key != .pageUp, key != .pageDown {
            isHelpShown = false
            scroll = nil
            return
        }
        message = nil
        switch key {
        case .pageUp: scroll = max(0, (scroll ?? 0) - 5)
        case .pageDown: scroll = min(Self.deepest, (scroll ?? 0) + 5)
        default:
            scroll = nil
            act(on: key)
        }
        if case .character(let digit) = key, digit.isNumber {} else { digits = "" }
    }

    /// Pages are not longer; beyond it scrolling on would have to be taken back key by key.
    private static let deepest = 500

    private mutating func act(on key: Key) {
        switch key {
        case .tab: next()
        case .backTab: back()
        case .control("l"): switchLanguage()
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .left: step(by: -1)
        case .right: step(by: 1)
        case .home: step(by: -Int.max)
        case .end: step(by: Int.max)
        case .enter: enter()
        case .escape: isTyping = false
        case .backspace:
            if isTyping { type { if !$0.isEmpty { $0.removeLast() } } }
        case .paste(let text):
            if isTyping { type { $0 += text.split(whereSeparator: \.isNewline).joined(separator: " ") } }
        case .character(let character):
            if isTyping {
                type { $0.append(character) }
            } else {
                command(character)
            }
        case .control, .pageUp, .pageDown: break
        }
    }

    private mutating func command(_ character: Character) {
        switch character {
        case " ": choose()
        case "n", "N": next()
        case "b", "B": back()
        case "?", "？": isHelpShown = true
        case "l", "L": switchLanguage()
        case "q", "Q": leave()
        default:
            if character.isASCII, character.isNumber { pick(character) } else { startTyping(with: character) }
        }
    }

    // MARK: Going

    private mutating func leave() {
        _ = commit()
        outcome = .left
    }

    private mutating func next() {
        guard commit() else { return }
        // Nobody hands in by one key too many: the review has a line of its own for that.
        if interview.current == nil { return }
        let problems = interview.next()
        if let first = problems.first { return show(first) }
        arrive()
    }

    private mutating func back() {
        // What was typed and is no answer does not hold anybody here.
        _ = commit()
        message = nil
        interview.back()
        arrive()
    }

    private mutating func submit() {
        let problems = interview.submit()
        guard let first = problems.first else {
            outcome = .submitted
            return
        }
        _ = interview.goTo(first.question)
        arrive()
        show(first)
    }

    private mutating func show(_ problem: Interview.Problem) {
        message = interview.wording(of: problem)
        let place = stops.firstIndex { $0.variable == problem.variable }
        // An option is not lit up for somebody who chose none.
        if let place, case .option = stops[place] { return }
        if place != nil { look(at: place) }
    }

    private mutating func switchLanguage() {
        guard commit() else { return }
        let languages = interview.survey.languages
        let index = languages.firstIndex(of: interview.language) ?? 0
        interview.setLanguage(languages[(index + 1) % languages.count])
    }

    /// The cursor's place on a new page: at what is chosen or to be typed, and at the first statement not answered.
    private mutating func arrive() {
        let stops = stops
        let place = stops.firstIndex { stop in
            switch stop {
            case .option(let variable, let code): interview.isChosen(code, of: variable)
            case .row(let variable): !interview.answer(to: variable).isGiven
            case .entry, .problem, .submit: true
            }
        }
        let isRows = if case .row? = stops.first { true } else { false }
        look(at: place ?? (isRows ? 0 : nil))
    }

    private mutating func look(at place: Int?) {
        focus = place
        column = nil
        entry = ""
        isTyping = false
        digits = ""
        switch stop {
        case .entry(let variable):
            entry = interview.answer(to: variable).cell
            isTyping = true
        case .row(let variable): column = steps(of: variable).firstIndex { interview.isChosen($0.code, of: variable) }
        default: break
        }
    }

    private mutating func move(by distance: Int) {
        guard commit() else { return }
        let count = stops.count
        guard count > 0 else { return }
        look(at: focus.map { min(max(0, $0 + distance), count - 1) } ?? (distance > 0 ? 0 : count - 1))
    }

    // MARK: Answering

    func steps(of name: String) -> [TerminalField.Choice] {
        guard let index = interview.index(of: name), case .row(let steps) = TerminalField(index, of: interview) else {
            return []
        }
        return steps
    }

    private mutating func step(by distance: Int) {
        guard case .row(let variable)? = stop else { return }
        let last = steps(of: variable).count - 1
        switch distance {
        case -Int.max: column = 0
        case Int.max: column = last
        default: column = min(max(0, (column ?? (distance > 0 ? -1 : last + 1)) + distance), last)
        }
    }

    private mutating func enter() {
        switch stop {
        case .option(let variable, let code):
            // Several are chosen by the space bar; Enter says that this is all.
            if isSeveral(variable) { return next() }
            if !interview.isChosen(code, of: variable) { choose() }
            if message == nil, case .option? = stop { next() }
        case .row:
            choose()
            if message == nil { goDown() }
        case .entry:
            if commit() { goDown() }
        case .problem(let number):
            let problems = interview.problems
            if problems.indices.contains(number) {
                _ = interview.goTo(problems[number].question)
                arrive()
            }
        case .submit: submit()
        case nil: next()
        }
    }

    private mutating func goDown() {
        guard let focus, focus + 1 < stops.count else { return next() }
        look(at: focus + 1)
    }

    private func isSeveral(_ name: String) -> Bool {
        switch interview.index(of: name).map({ interview.variables[$0].domain }) {
        case .optionSet, .ranking: true
        default: false
        }
    }

    /// What the space bar does at the cursor.
    private mutating func choose() {
        switch stop {
        case .option(let variable, let code): choose(code, of: variable)
        case .row(let variable):
            let steps = steps(of: variable)
            if let column, steps.indices.contains(column) { choose(steps[column].code, of: variable) }
        case .submit: submit()
        default: break
        }
    }

    private mutating func choose(_ code: String, of variable: String) {
        let isOption = interview.index(of: variable).map { !interview.variables[$0].domain.options.isEmpty } ?? false
        attempt { (interview: inout Interview) throws(RefusalError) in
            if isOption {
                try interview.toggle(variable, option: code)
            } else {
                try interview.answer(variable, code)
            }
        }
        // Words beside the option are asked for at once.
        if let place = stops.firstIndex(of: .option(variable: variable, code: code)) {
            let isNext = place + 1 < stops.count && interview.isChosen(code, of: variable)
            if isNext, case .entry = stops[place + 1] { look(at: place + 1) } else { look(at: place) }
        }
    }

    /// A digit: the number of an option, or the code of a step.
    private mutating func pick(_ digit: Character) {
        let stops = stops
        let options = stops.indices.filter { if case .option = stops[$0] { true } else { false } }
        if case .row(let variable)? = stop {
            let steps = steps(of: variable)
            let wanted = String(digit)
            // 0 is 不适用 where no step is called so.
            let place =
                steps.firstIndex { $0.code == wanted } ?? (wanted == "0" ? steps.firstIndex { $0.code == "NA" } : nil)
            guard let place else { return refuse(variable, .outsideRange) }
            column = place
            choose(steps[place].code, of: variable)
            if message == nil, let focus, focus + 1 < stops.count { look(at: focus + 1) }
            return
        }
        guard !options.isEmpty else { return }
        // Beyond nine options a number may have two digits: it moves the cursor, and Enter or Space chooses.
        let isLong = options.count > 9
        let earlier = digits
        digits = isLong ? earlier + String(digit) : String(digit)
        if isLong, Int(digits).map({ $0 > options.count }) ?? true { digits = String(digit) }
        guard let number = Int(digits), (1...options.count).contains(number) else { return }
        let kept = digits
        look(at: options[number - 1])
        digits = kept
        if !isLong, case .option(let variable, let code) = stops[options[number - 1]] {
            if isSeveral(variable) || !interview.isChosen(code, of: variable) { choose(code, of: variable) }
        }
    }

    private mutating func startTyping(with character: Character) {
        guard case .entry? = stop else { return }
        isTyping = true
        type { $0.append(character) }
    }

    /// Free text is kept with every letter; of a number or a date the beginning may mean something else.
    private mutating func type(_ change: (inout String) -> Void) {
        change(&entry)
        guard case .entry(let variable)? = stop, let index = interview.index(of: variable),
            case .text = interview.variables[index].domain
        else { return }
        _ = commit()
    }

    /// Takes what was typed for an answer.
    ///
    /// - Returns: false, with a message, when it is none.
    private mutating func commit() -> Bool {
        guard case .entry(let variable)? = stop, entry != interview.answer(to: variable).cell else { return true }
        if AnswerReader.trimmed(entry).isEmpty {
            interview.clear(variable)
            return true
        }
        let typed = entry
        return attempt { (interview: inout Interview) throws(RefusalError) in try interview.answer(variable, typed) }
    }

    @discardableResult
    private mutating func attempt(_ change: (inout Interview) throws(RefusalError) -> Void) -> Bool {
        do {
            try change(&interview)
            return true
        } catch {
            refuse(stop?.variable ?? "", error.refusal)
            return false
        }
    }

    private mutating func refuse(_ variable: String, _ refusal: Refusal) {
        let accepted = interview.index(of: variable).map { interview.variables[$0].accepts }
        message = Wording(
            refusal.wording.chinese + (accepted.map { "；\($0.chinese)" } ?? ""),
            refusal.wording.english + (accepted.map { "; \($0.english)" } ?? ""))
    }
}
