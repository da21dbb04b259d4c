import ArgumentParser
import Storage
import Surveys

/// Who gets codes or forms: everybody who has none yet, or so many people of a unit.
struct AddresseeOptions: ParsableArguments {
    @Option(help: "只给这个处室 | Only for this unit.")
    var unit: String?

    @Option(help: "几个 | How many.")
    var count: Int?

    func validate() throws {
        if let count, !(1...1_000_000).contains(count) {
            throw ValidationError("--count 要写 1 到 1000000 的数 | --count is a number from 1 to 1000000")
        }
    }

    /// New codes, unit by unit in the order of the roster.
    func codes(
        of round: StoredRound, progress: [UnitProgress]
    ) throws(Complaint) -> [(unit: String?, codes: [AccessCode])] {
        // Only the system's own chance makes codes that nobody can guess.
        var chance = SystemRandomNumberGenerator()
        return try wanted(of: round, progress: progress).map { unit, count in
            (unit, (0..<count).map { _ in AccessCode(using: &chance) })
        }
    }

    private func wanted(
        of round: StoredRound, progress: [UnitProgress]
    ) throws(Complaint) -> [(unit: String?, count: Int)] {
        if unit != nil || count != nil {
            guard unit != nil || round.roster == nil else {
                throw Complaint("有名册时请用 --unit 写明给哪个处室", "the round has a roster; say with --unit whom they are for")
            }
            return [(unit, count ?? 1)]
        }
        guard round.roster != nil else {
            throw Complaint("这一轮没有名册，请用 --count 写明要几个", "the round has no roster; say with --count how many")
        }
        let lacking = progress.compactMap { unit in
            unit.headcount.map { (unit: unit.unit, count: $0 - unit.codes) }
        }.filter { $0.count > 0 }
        guard !lacking.isEmpty else {
            throw Complaint(
                "每个处室的口令都已按人数发完；要补发请写 --unit 处室 --count 个数",
                "every unit has as many codes as people; to make more, write --unit UNIT --count NUMBER")
        }
        return lacking
    }
}
