import Surveys

/// Doubles hostile texts and tells how the time grows; scripts/growth says how to read the table.
@main struct Growth {
    private static let sizes = (4...10).map { 1 << ($0 + 10) }
    /// A phase that takes longer is not asked for more.
    private static let patience = Duration.seconds(2)

    static func main() {
        let wanted = CommandLine.arguments.dropFirst()
        print(line("text", "phase", sizes.map { "\($0 >> 10) kB" }, "ns/byte", "×2"))
        for shape in hostileShapes where wanted.isEmpty || wanted.contains(where: { shape.name.contains($0) }) {
            measure(shape)
        }
    }

    private static func measure(_ shape: HostileShape) {
        var times: [Phase: [(size: Int, time: Duration)]] = [:]
        for size in sizes {
            if let last = times[.read]?.last, last.time >= patience { break }
            let text = shape.text(size)
            let reading = Survey.read(text)
            for phase in Phase.allCases where times[phase]?.last.map({ $0.time < patience }) ?? true {
                let time = ContinuousClock().measure { phase.work(text, reading) }
                times[phase, default: []].append((text.utf8.count, time))
            }
        }
        for phase in Phase.allCases {
            guard let measured = times[phase], let last = measured.last else { continue }
            let perByte = last.time / .nanoseconds(last.size)
            let doubling = measured.count > 1 ? last.time / measured[measured.count - 2].time : 0
            print(
                line(
                    shape.name, phase.rawValue, measured.map { fixed($0.time / .milliseconds(1), 1) },
                    fixed(perByte, 0), fixed(doubling, 1)))
        }
    }

    private enum Phase: String, CaseIterable {
        case read, show, format, fix

        func work(_ text: String, _ reading: SurveyReading) {
            switch self {
            case .read: _ = Survey.read(text)
            case .show:
                var bytes = 0
                for remark in reading.diagnostics {
                    bytes += remark.rendered(in: reading.source, file: "x", language: .chinese).utf8.count
                }
            case .format: _ = reading.formatted()
            case .fix: _ = reading.certainlyFixed()
            }
        }
    }

    private static func line(_ name: String, _ phase: String, _ times: [String], _ perByte: String, _ ratio: String)
        -> String
    {
        let padded = (0..<sizes.count).map { $0 < times.count ? times[$0] : "–" } + [perByte, ratio]
        return DisplayWidth.padded(name, to: 30) + DisplayWidth.padded(phase, to: 8)
            + padded.map { String(repeating: " ", count: max(1, 10 - $0.count)) + $0 }.joined()
    }

    private static func fixed(_ value: Double, _ decimals: Int) -> String {
        let scale = decimals == 0 ? 1.0 : 10.0
        let rounded = (value * scale).rounded() / scale
        return decimals == 0 ? String(Int(rounded)) : String(rounded)
    }
}
