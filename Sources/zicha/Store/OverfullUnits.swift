import Scoring
import Statistics
import Storage
import Surveys

/// Units of a round with more responses than people: a file was taken in twice, or the roster is wrong.
struct OverfullUnits {
    private var found: [(unit: String?, responses: Int, people: Int)]
    private let year: Int

    init(_ progress: [UnitProgress], year: Int) {
        self.init(
            progress.map { ($0.unit, $0.responses, $0.headcount) },
            people: progress.compactMap(\.headcount).reduce(0, +), year: year)
    }

    init(_ round: Round) {
        let people = (round.roster?.units ?? []).reduce(into: [:]) { $0[$1.name] = $1.headcount }
        self.init(
            zip(round.units, round.responses).map { ($0, $1, people[$0]) },
            people: round.roster?.headcount ?? 0, year: round.year)
    }

    private init(_ units: [(unit: String?, responses: Int, people: Int?)], people: Int, year: Int) {
        self.year = year
        found = units.compactMap { unit, responses, people in
            people.flatMap { responses > $0 ? (unit, responses, $0) : nil }
        }
        let responses = units.reduce(0) { $0 + $1.responses }
        if found.isEmpty, people > 0, responses > people { found = [(nil, responses, people)] }
    }

    /// Says which they are, and what to do.
    ///
    /// - Parameter isStored: whether the round is one of a store, and not of files.
    func remark(isStored: Bool, to console: Console) {
        guard !found.isEmpty else { return }
        let listed = found.prefix(Self.mostListed).map { unit, responses, people in
            let name = unit.map { Wording($0, $0) } ?? Wording("全体", "the whole")
            return Wording(
                "\(name.chinese) \(people) 人有 \(responses) 份", "\(name.english), \(responses) from \(people) people")
        }
        let more = found.count - listed.count
        let chinese = listed.map(\.chinese).joined(separator: "、") + (more > 0 ? " 等，还有 \(more) 个处室" : "")
        let english = listed.map(\.english).joined(separator: ", ") + (more > 0 ? " and \(more) more units" : "")
        let remedy =
            isStored
            ? Wording(
                "看看同一批答卷是不是收了两次（zicha status \(year) --log），没有截止的可以用 zicha import \(year) --undo 编号 撤回；或者名册的人数不对",
                "see whether the same responses came twice (zicha status \(year) --log) and, while the round is open, take them back with zicha import \(year) --undo NUMBER; or the roster is wrong"
            )
            : Wording(
                "看看文件里是不是有重复的行，或者名册的人数不对", "see whether the file holds rows twice, or the roster is wrong")
        console.note(
            "\(year) 年答卷比人多：\(chinese)；\(remedy.chinese)",
            "more responses than people in \(year) (\(english)); \(remedy.english)")
    }

    private static let mostListed = 12
}
