import Forms
import Scoring
import Statistics
import Storage
import Surveys

/// What one person answered, out of the file that the person holds: a form, or a table with one row.
struct OwnAnswers {
    let response: Response

    /// - Throws: for a file that is neither, and for answers that are none, which are named by question and never quoted.
    init(_ path: String, of round: StoredRound, input: InputOptions, _ console: Console) throws {
        guard Files.exists(path) else {
            throw Complaint(at: path, Wording("找不到这个文件，请核对路径", "there is no such file; check the path"))
        }
        let survey = round.reading
        if path.lowercased().hasSuffix(".xlsx") {
            var reader = FormReader(survey: survey.survey, surveyHash: round.surveyHash, roster: round.roster)
            let reading = reader.read(FormFile(path: path))
            if let own = reading.response {
                response = own
                return
            }
            // A workbook that says nothing of itself may still be a table.
            if reading.identity != nil {
                for fault in reading.faults.prefix(Self.mostTold) { console.say(fault) }
                throw Self.unusable(path)
            }
        }
        let map = try ColumnMap.read(atPath: input.mapPath)
        let file = try ResponsesFile(
            path, year: round.year, reading: survey, roster: round.roster, map: map, condition: nil,
            setAside: input.setAside.texts)
        file.remark(to: console)
        guard file.content.unnamedRejects == 0 || input.setAside.takesRejects else {
            file.listRejects(to: console)
            throw Self.unusable(path)
        }
        let responses = file.content.responses
        guard responses.count == 1 else {
            throw Complaint(
                at: path,
                Wording(
                    "里面有 \(responses.count) 份答卷；个人反馈要一个只有本人一份的文件",
                    "it holds \(responses.count) responses; feedback takes a file with the own one only"))
        }
        response = responses[0]
    }

    private static let mostTold = 8

    private static func unusable(_ path: String) -> Complaint {
        Complaint(
            at: path, Wording("这份表有答得不对的地方，没有出反馈；请改好再来", "the form cannot be used as it is; correct it and run again"))
    }
}

extension PersonalAssessment {
    /// One response, counted by the plan of everybody.
    init(of response: Response, by plan: SurveyPlan) {
        // Without the roster: a person needs no other units to be counted.
        let counted = GroupedTally(
            of: [response], units: [nil], roster: nil, variables: plan.survey.variables, by: plan.tally)
        self.init(of: counted.tallies[0], by: plan)
    }
}

/// The people of a file that is not anonymous, each with the last four characters of the code.
///
/// Files bear these, so they must tell people apart: a page that two people could take for theirs must not be made.
struct MarkedPeople {
    let all: [(mark: String, response: Response)]
    private static let shortest = 8

    /// - Throws: where a response has no code, or two codes end alike.
    init(_ people: [(code: String?, response: Response)], at path: String) throws(Complaint) {
        let without = people.count { $0.code == nil }
        guard without == 0 else {
            throw Complaint(
                at: path,
                Wording(
                    "\(without) 份答卷没有口令，认不出是谁的；请加上“口令”一列，列名不同时用 --map 对照",
                    "responses without a code: \(without); add a column `code`, or name yours in a --map"))
        }
        let codes = people.map { ($0.code ?? "").filter { $0.isLetter || $0.isNumber }.lowercased() }
        guard Set(codes).count == codes.count else {
            throw Complaint(
                at: path,
                Wording(
                    "同一个口令有两份答卷，分不清哪一份算数，一份也没有写；请只留一份",
                    "one code has two responses, and which counts cannot be told; nothing was written. Keep one of them"
                ))
        }
        // A file's name must not be the whole of what tells a person.
        guard codes.allSatisfy({ $0.count >= Self.shortest }) else {
            throw Complaint(
                at: path,
                Wording(
                    "有的口令不足 \(Self.shortest) 位，后四位就认得出人，一份也没有写；请改用长一些的口令，不要用工号",
                    "some codes have fewer than \(Self.shortest) characters, so that their last four would name a person; nothing was written. Use longer ones, not staff numbers"
                ))
        }
        var marked: [(mark: String, response: Response)] = []
        var seen: Set<String> = []
        for (code, response) in people {
            let mark = String((code ?? "").filter { $0.isLetter || $0.isNumber }.suffix(4))
            guard !mark.isEmpty, seen.insert(mark.lowercased()).inserted else {
                throw Complaint(
                    at: path,
                    Wording(
                        "有的口令后四位相同，文件名分不清是谁的，一份也没有写；请改用后四位各不相同的口令",
                        "some codes end in the same four characters, so that file names would not tell people apart; nothing was written. Use codes that end differently"
                    ))
            }
            marked.append((mark, response))
        }
        all = marked
    }
}
