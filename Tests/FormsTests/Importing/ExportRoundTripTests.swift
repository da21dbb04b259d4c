import Forms
import Surveys
import TestSupport
import Testing

/// What another tool exports of responses to a survey is read back as the same responses.
@Suite struct RoundTripsThroughOtherTools {
    /// One way in which a tool writes its files.
    enum Way: CaseIterable, CustomTestStringConvertible {
        case wjxTexts, wjxNumbers
        case limeCodes, limeTexts, limeBoth, limeBothTexts
        case qualtricsTexts, qualtricsNumbers, qualtricsCoded
        case monkeyTexts, monkeyNumbers

        var format: ExportFormat {
            switch self {
            case .wjxTexts, .wjxNumbers: .wjx
            case .limeCodes, .limeTexts, .limeBoth, .limeBothTexts: .limeSurvey
            case .qualtricsTexts, .qualtricsNumbers, .qualtricsCoded: .qualtrics
            case .monkeyTexts, .monkeyNumbers: .surveyMonkey
            }
        }

        func lines(_ rendering: ExportRendering) -> [[String]] {
            switch self {
            case .wjxTexts: rendering.wjx(.texts)
            case .wjxNumbers: rendering.wjx(.numbers)
            case .limeCodes: rendering.limeSurvey(.numbers, .codes)
            case .limeTexts: rendering.limeSurvey(.texts, .texts)
            case .limeBoth: rendering.limeSurvey(.numbers, .both)
            case .limeBothTexts: rendering.limeSurvey(.texts, .both)
            case .qualtricsTexts: rendering.qualtrics(.texts, isCoded: false)
            case .qualtricsNumbers: rendering.qualtrics(.numbers, isCoded: false)
            case .qualtricsCoded: rendering.qualtrics(.texts, isCoded: true)
            case .monkeyTexts: rendering.surveyMonkey(.texts)
            case .monkeyNumbers: rendering.surveyMonkey(.numbers)
            }
        }

        var testDescription: String { "\(self)" }
    }

    @Test(arguments: Way.allCases)
    func responsesComeBackEqual(way: Way) throws {
        let survey = try everyType()
        for seed in 0..<12 as Range<UInt64> {
            let responses = try randomResponses(to: survey, count: 30, seed: seed)
            let lines = way.lines(ExportRendering(survey, responses))
            let kind = ExportFile.Kind.allCases[Int(seed) % ExportFile.Kind.allCases.count]
            let read = try ResponseExport.read(bytes: ExportFile(lines: lines).bytes(kind), survey: survey)
            #expect(read.report.format == way.format)
            #expect(read.report.uncarried == [], "seed \(seed)")
            #expect(read.report.absentVariables == [], "seed \(seed)")
            #expect(read.content.rejects == [], "seed \(seed)")
            try #require(read.responses.count == responses.count)
            for (number, (came, went)) in zip(read.responses, responses).enumerated() where came != went {
                for (variable, (one, other)) in zip(survey.variables, zip(came.answers, went.answers))
                where one != other && !variable.isOptionText {
                    Issue.record("seed \(seed) \(kind) response \(number) \(variable.name): \(one), not \(other)")
                }
            }
        }
    }

    /// The shipped questionnaire has blocks with one stem, and a hundred columns.
    @Test(arguments: Way.allCases)
    func theShippedQuestionnaireComesBackEqual(way: Way) throws {
        let survey = try Repository.survey("learning-organ-2026.zicha")
        let seeds = try ResponseImport(CSVTable(bytes: Repository.bytes("seeds/responses-2026.csv")), survey: survey)
        let responses = Array(seeds.responses.prefix(120))
        let lines = way.lines(ExportRendering(survey, responses))
        let read = try ResponseExport.read(bytes: ExportFile(lines: lines).bytes(.csv), survey: survey)
        #expect(read.report.format == way.format)
        #expect(read.report.uncarried == [])
        #expect(read.report.absentVariables == [])
        #expect(read.content.rejects == [])
        #expect(read.responses == responses)
    }
}
