import Glibc
import Statistics
import Storage
import Surveys

/// How fast a store takes in responses and counts them, and in how much memory.
///
///     store fill PATH RESPONSES BATCH   makes a store of random responses to 60 items from 200 units
///     store tally PATH                  opens it and counts the round
///
/// Built by `ZICHA_BENCH=1 swift build -c release --product store`.
@main enum StoreSpeed {
    static let items = 60
    static let year = 2026

    static func main() throws {
        let arguments = CommandLine.arguments
        switch arguments.dropFirst().first {
        case "fill" where arguments.count == 5:
            try fill(arguments[2], Int(arguments[3]) ?? 0, batch: Int(arguments[4]) ?? 1)
        case "tally" where arguments.count == 3: try tally(arguments[2])
        default: print("usage: store fill PATH RESPONSES BATCH | store tally PATH")
        }
    }

    static func survey() -> SurveyReading {
        let rows = (1...items).map { "- XF\($0) = 项目\($0)\n" }.joined()
        let levels = (1...5).map { "- \($0) = 级\($0)\n" }.joined() + "- NA = 不适用\n"
        return Survey.read("# 速度\n版本：\(year)\n\n量表：五级\n\(levels)\n## 一\n\nXF. 自评 [量表题 五级]\n\(rows)")
    }

    static func fill(_ path: String, _ count: Int, batch: Int) throws {
        let store = try SQLiteStore(path: path)
        let units = (1...200).map { Roster.Unit(name: "第\($0)处", headcount: 10_000) }
        try store.open(year, survey: survey(), roster: Roster(units: units))
        var (seconds, processor) = (0.0, 0.0)
        var chance = SystemRandomNumberGenerator()
        for start in stride(from: 0, to: count, by: batch) {
            let rows = min(batch, count - start)
            let responses = (0..<rows).map { _ in
                var bits = chance.next()
                return Response(
                    answers: (0..<items).map { _ in
                        bits = bits &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                        let draw = Int(bits >> 33) % 50
                        return draw == 0 ? .missing : draw == 1 ? .notApplicable : .level(1 + draw % 5)
                    })
            }
            let named: [String?] = (0..<rows).map { _ in units.randomElement()?.name }
            let before = processorTime()
            seconds += try elapsed { try store.append(responses, units: named, to: year) }
            processor += processorTime() - before
        }
        print(
            "append: \(count) responses in batches of \(batch): \(seconds) s, \(Int(Double(count) / seconds)) a second")
        print("processor time: \(processor) s; peak memory: \(peak()) MB")
    }

    static func tally(_ path: String) throws {
        var opened: SQLiteStore?
        print("open: \(try elapsed { opened = try SQLiteStore(path: path) }) s")
        guard let store = opened else { return }
        let plan = TallyPlan(
            items: (0..<items).map { .init(column: $0, low: 1, high: 5) },
            scales: (0..<6).map { scale in
                .init(
                    terms: (0..<10).map {
                        .points(column: scale * 10 + $0, low: 1, points: [1, 2, 3, 4, 5], weight: 1)
                    },
                    minimumAnswered: 5)
            })
        for _ in 0..<3 {
            var counted = 0
            let before = processorTime()
            let seconds = try elapsed {
                counted = try store.cohorts(plan, year: year)[0].counted.tallies.reduce(0) { $0 + $1.responses }
            }
            print("tally: \(counted) responses: \(seconds) s, processor time \(processorTime() - before) s")
        }
        let none = try elapsed {
            _ = try store.cohorts(TallyPlan(items: [.init(column: 0, low: 1, high: 5)]), year: year)
        }
        print("tally of one item: \(none) s")
        print("peak memory: \(peak()) MB")
    }

    static func elapsed(_ work: () throws -> Void) rethrows -> Double {
        let clock = ContinuousClock()
        let duration = try clock.measure(work)
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    /// Seconds of all processors.
    static func processorTime() -> Double {
        var usage = rusage()
        _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        return seconds(usage.ru_utime) + seconds(usage.ru_stime)
    }

    /// The most memory that was ever resident.
    static func peak() -> Int {
        var usage = rusage()
        _ = unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        return Int(usage.ru_maxrss) >> 10
    }
}
