import Foundation
import Surveys

/// The trials as a person reads them.
struct Table {
    let trials: [Trial]

    func share(_ some: [Trial], _ flag: KeyPath<Trial, Diagnostic.Severity?>) -> Double {
        some.isEmpty ? 1 : Double(some.count { $0[keyPath: flag] != nil }) / Double(some.count)
    }

    var text: String {
        var lines = [row("", "n", "alone", "with years")]
        lines.append(row("all", trials))
        lines.append(row("  that change a wording only", trials.filter(\.changesOnlyWordings)))
        lines.append(row("  that change anything else", trials.filter { !$0.changesOnlyWordings }))
        for (name, severity) in [("errors", Diagnostic.Severity.error), ("warnings", .warning), ("hints", .hint)] {
            let counts = [\Trial.flagged, \Trial.flaggedByYears].map { flag in
                percent(Double(trials.count { $0[keyPath: flag] == severity }) / Double(max(1, trials.count)))
            }
            lines.append(row("  gravest remark: \(name)", "", counts[0], counts[1]))
        }
        lines += section("by survey", \.survey)
        lines += section("by kind of typo", \.typo.kind.rawValue)
        lines += section("by kind of line", \.kind)
        lines += section("by part of the line", \.part)
        return lines.joined(separator: "\n") + "\n"
    }

    private func section(_ title: String, _ key: (Trial) -> String) -> [String] {
        let groups = Dictionary(grouping: trials, by: key)
        return ["", title]
            + groups.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }.map { row("  \($0.key)", $0.value) }
    }

    private func row(_ name: String, _ some: [Trial]) -> String {
        row(name, String(some.count), percent(share(some, \.flagged)), percent(share(some, \.flaggedByYears)))
    }

    private func row(_ name: String, _ cells: String...) -> String {
        // A Han character is two columns wide.
        let width = name.reduce(0) { $0 + ($1.isASCII ? 1 : 2) }
        let padded = name + String(repeating: " ", count: max(1, 34 - width))
        return padded + cells.map { String(repeating: " ", count: max(1, 12 - $0.count)) + $0 }.joined()
    }

    private func percent(_ share: Double) -> String { String(format: "%.1f %%", share * 100) }

    /// The typos that nobody noticed, the most frequent kind first, with the shortest lines of each.
    var survivors: String {
        var lines: [String] = []
        for (title, flag) in [
            ("noticed by nobody, without last year's survey", \Trial.flagged),
            ("noticed by nobody, with last year's survey", \Trial.flaggedByYears),
        ] {
            let missed = trials.filter { $0[keyPath: flag] == nil }
            lines.append("## \(title): \(missed.count) of \(trials.count)\n")
            let groups = Dictionary(grouping: missed) {
                "\($0.kind), \($0.part), \($0.typo.kind.rawValue)\($0.changesOnlyWordings ? ", only a wording" : "")"
            }
            for (name, group) in groups.sorted(by: { ($1.value.count, $0.key) < ($0.value.count, $1.key) }) {
                lines.append("\(group.count)  \(name)")
                for trial in group.sorted(by: { ($0.line.count, $0.mistyped) < ($1.line.count, $1.mistyped) }).prefix(4)
                {
                    lines.append("      \(trial.survey):\(trial.lineNumber)  \(trial.line)  →  \(trial.mistyped)")
                }
            }
            lines.append("")
        }
        return lines.joined(separator: "\n")
    }
}
