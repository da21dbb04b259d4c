import Disclosure
import Scoring
import Statistics
import Surveys

/// What makes the numbers of the latest year doubtful as a whole. The page for the meeting begins with it.
struct Doubts {
    /// The gravest first; empty where nothing is found.
    let sentences: [String]

    /// Above this share of responses with a sign of careless answering, the scores of the whole are in doubt.
    private static let mostCareless = 0.2
    /// Above this share of cells that were no answers, a column or a file was probably read wrongly.
    private static let mostRefused = 0.01

    init(_ context: ReportContext) {
        sentences = [
            Self.careless(context), Self.responseRate(context), Self.refused(context), Self.absent(context),
        ].compactMap { $0 }
    }

    /// Careless answering: the share of those who gave one answer over and over, and of those with several signs.
    private static func careless(_ context: ReportContext) -> String? {
        guard let careless = context.now.careless, careless.counts.responses > 0 else { return nil }
        let counts = careless.counts
        func share(_ count: Int) -> Double? {
            let share = Double(count) / Double(counts.responses)
            return share > mostCareless && QualityCheck.isTold(count, context) ? share : nil
        }
        let run = zip(CarelessSigns.all, counts.signs).first { $0.0 == .longRun }.flatMap { share($0.1) }
        let parts = [
            run.map {
                let items = NumberText.percent(careless.limits.runShare, 0)
                return context.say(
                    "\(NumberText.percent($0, 0))的答卷连续\(items)以上的题选同一个答案",
                    "\(NumberText.percent($0, 0)) of the responses give one answer over \(items) or more of the items in a row"
                )
            },
            share(counts.flagged).map {
                context.say(
                    "\(NumberText.percent($0, 0))的答卷有\(careless.limits.signsForFlag)个以上不认真作答的迹象",
                    "\(NumberText.percent($0, 0)) show \(careless.limits.signsForFlag) signs of careless answering or more"
                )
            },
        ].compactMap { $0 }
        guard !parts.isEmpty else { return nil }
        var sentence = parts.joined(separator: context.say("，", ", "))
        if let shift = QualityCheck.largestShift(careless, context) {
            sentence += context.say(
                "；不计这些人，维度分最多相差\(NumberText.fixed(shift, 1))分",
                "; without those the scores move by up to \(NumberText.fixed(shift, 1)) points")
        }
        return sentence
    }

    private static func responseRate(_ context: ReportContext) -> String? {
        guard let rate = context.now.whole.responseRate, rate < lowResponseRate else { return nil }
        return context.say(
            "回收率只有\(NumberText.percent(rate))，没有回答的人可能与回答的人不同",
            "only \(NumberText.percent(rate)) responded, and those who did not may differ from those who did")
    }

    private static func refused(_ context: ReportContext) -> String? {
        let intake = context.now.intake
        let cells = intake.rows * context.survey.variables.count
        guard cells > 0, Double(intake.refusedCells) > mostRefused * Double(cells) else { return nil }
        return context.say(
            "\(intake.refusedCells)格不是题目的答案，按缺答计（占\(NumberText.percent(Double(intake.refusedCells) / Double(cells)))）",
            "\(intake.refusedCells) cells are no answers to their questions and count as missing (\(NumberText.percent(Double(intake.refusedCells) / Double(cells))))"
        )
    }

    private static func absent(_ context: ReportContext) -> String? {
        let absent = context.now.intake.absentVariables
        guard !absent.isEmpty else { return nil }
        return context.say(
            "答卷文件没有\(absent.count)题的列，按未问处理", "the file of responses has no column for \(absent.count) items")
    }
}
