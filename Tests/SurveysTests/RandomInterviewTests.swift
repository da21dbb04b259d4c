import TestSupport
import Testing

@testable import Surveys

/// What holds of any respondent's way through any survey.
@Suite struct RandomInterviewTests {
    private static let count = 150

    @Test func aResponseIsAtAnyTimeWhatTheReaderMakesOfItsCells() throws {
        var surveys = RandomSurvey(seed: 11)
        var chance = SplitMix64(seed: 12)
        var submitted = 0
        for number in 0..<Self.count {
            let survey = Self.hidingOptions(surveys.survey(), &chance)
            var interview = Interview(survey, surveyHash: "h", seed: UInt64(number))
            for _ in 0..<60 {
                Self.act(on: &interview, &chance)
                var reader = ResponseReader(survey: survey)
                let (response, refused) = reader.read(interview.response.answers.map { $0.cell[...] })
                guard response == interview.response, refused.isEmpty else {
                    Issue.record("survey \(number): \(refused)\n\(interview.draft.text)\n\(survey.written())")
                    return
                }
            }
            let again = try Interview(
                resuming: Interview.Draft(text: interview.draft.text), of: survey, surveyHash: "h")
            #expect(again.draft == interview.draft)
            #expect(again.response == interview.response)
            // Somebody who answers what is asked for comes to the end.
            for _ in 0..<200 where interview.position != .submitted {
                let problems = interview.submit()
                for problem in problems { Self.answer(problem.variable, in: &interview, &chance) }
            }
            if interview.position == .submitted {
                submitted += 1
                #expect(interview.problems.isEmpty)
            }
        }
        // Checks that nobody can meet do occur among invented surveys.
        #expect(submitted > Self.count / 2)
    }

    /// Some options are offered only to some.
    private static func hidingOptions(_ survey: Survey, _ chance: inout SplitMix64) -> Survey {
        var survey = survey
        let variables = survey.variables
        for section in survey.sections.indices {
            for question in survey.sections[section].questions.indices {
                let ordinal = survey.sections[..<section].reduce(question) { $0 + $1.questions.count }
                let earlier = variables.filter { $0.ordinal < ordinal }
                for option in survey.sections[section].questions[question].options.indices {
                    guard Int.random(in: 0..<4, using: &chance) == 0,
                        let other = earlier.randomElement(using: &chance)
                    else { continue }
                    survey.sections[section].questions[question].options[option].show =
                        .answered(Condition.Reference(other.name))
                }
            }
        }
        return survey
    }

    private static func act(on interview: inout Interview, _ chance: inout SplitMix64) {
        guard let variable = interview.variables.randomElement(using: &chance) else { return }
        switch Int.random(in: 0..<10, using: &chance) {
        case 0: interview.clear(variable.name)
        case 1: _ = interview.next()
        case 2: interview.back()
        case 3: interview.setLanguage(interview.survey.languages.randomElement(using: &chance) ?? "zh")
        case 4: _ = interview.goTo(variable.ordinal)
        case 5:
            let option = variable.domain.options.randomElement(using: &chance)
            if let option { try? interview.toggle(variable.name, option: option.code) }
        default: answer(variable.name, in: &interview, &chance)
        }
    }

    /// Something that may well be an answer.
    private static func answer(_ name: String, in interview: inout Interview, _ chance: inout SplitMix64) {
        guard let variable = interview.variables.first(where: { $0.name == name }) else { return }
        func pick(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &chance) }
        let cell: String
        switch variable.domain {
        case .levels(let scale): cell = scale.levels.randomElement(using: &chance)?.code.map(String.init) ?? "NA"
        case .options(let options):
            let option = options.randomElement(using: &chance)
            cell = (option?.code ?? "") + (option?.marks.takesText == true ? "：另说, 二" : "")
        case .optionSet(let options, _), .ranking(let options, _):
            cell = options.shuffled(using: &chance).prefix(pick(1...3)).map(\.code).joined(separator: ";")
        case .integers(let range): cell = String(pick(range))
        case .number(let range):
            cell = range.map { PlainNumber.text(units: pick($0.bounds), decimals: $0.decimals) } ?? "7"
        case .text: cell = ["a", "=1+1", "两 行\n字", "  x ", "；;┋"].randomElement(using: &chance) ?? ""
        case .day(let range), .month(let range): cell = range?.lowerBound.description ?? "2026-02-03"
        case .unit: cell = "办公室"
        }
        try? interview.answer(name, cell)
    }
}
