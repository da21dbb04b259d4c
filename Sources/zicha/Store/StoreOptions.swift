import ArgumentParser
import Glibc
import Storage
import Surveys

/// Which store, and the day that is written into its log.
struct StoreOptions: ParsableArguments {
    @Option(
        name: .customLong("store"),
        help: ArgumentHelp("存答卷的库 | The store that keeps the rounds.", valueName: "file"), completion: .file())
    var path = "zicha.db"

    @Option(
        name: .customLong("on"),
        help: ArgumentHelp("操作日期，不写则为今天 | Day of the act; today by default.", valueName: "YYYY-MM-DD"),
        transform: Day.argument)
    var day: Day?

    @Option(
        name: .customLong("clock-reason"),
        help: ArgumentHelp(
            "上次操作的日期在今天之后、是当时错了：写明原因，记入日志后从今天接着做 | Why the log may go on from today though its last day lies ahead.",
            valueName: "text"))
    var clockReason: String?

    var today: Day { day ?? .today }

    /// Opens the store.
    ///
    /// - Throws: where there is none: only `open` makes one.
    func opened() throws -> SQLiteStore {
        guard Files.exists(path) else {
            throw Complaint(
                at: path,
                Wording(
                    "没有这个库；请核对 --store，或先用 zicha open 年份 --survey 问卷 开一轮",
                    "there is no such store; check --store, or first open a round: zicha open YEAR --survey FILE"))
        }
        return try openedOrMade()
    }

    /// Opens the store, or makes one.
    func openedOrMade() throws -> SQLiteStore {
        // Before a store is made for an act that is refused.
        try LogEntry.check(today, clock: .today)
        let store = try SQLiteStore(path: path, clock: .today)
        if let clockReason { _ = try store.correctClock(reason: clockReason) }
        return store
    }

    func validate() throws {
        guard clockReason.map({ $0.contains { !$0.isWhitespace } }) ?? true else {
            throw ValidationError("--clock-reason 要写原因 | --clock-reason takes a reason")
        }
    }

    /// Works with the store for a moment and lets it go, so that several people at one machine can answer in turn.
    ///
    /// Where another program has it, this waits a while before it gives up.
    func briefly<Value>(_ work: (inout SQLiteStore) throws -> Value) throws -> Value {
        for _ in 0..<Self.mostAttempts {
            do {
                var store = try opened()
                return try work(&store)
            } catch StoreError.inUse {
                usleep(Self.pause)
            }
        }
        var store = try opened()
        return try work(&store)
    }

    /// Ten seconds in all.
    private static let mostAttempts = 200
    private static let pause: UInt32 = 50_000
}

extension StoredRound {
    /// The survey, read as it was kept.
    var reading: SurveyReading { Survey.read(surveyText, warnsToo: false) }
}
