import ArgumentParser
import Storage
import Surveys

struct StatusCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "各处室收了多少份 | How many responses have come from each unit",
        discussion: "只有人数，看不出是谁。| Counts of people only; nothing tells who they are.")

    @Argument(help: "年份，不写则列出各轮 | Year of the round; without it, all rounds.")
    var year: Int?

    @Flag(name: .customLong("log"), help: "再打印操作日志 | Print the log of acts as well.")
    var showsLog = false

    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        let opened = try store.opened()
        var lines: [String] = []
        if let year {
            lines += try unitLines(year, opened, console.language)
        } else {
            for year in try opened.years() {
                lines.append(try summary(of: year, opened.state(of: year), opened.progress(of: year), console.language))
            }
            if lines.isEmpty { lines = [Wording("还没有开过一轮", "no round yet").text(in: console.language)] }
        }
        if showsLog {
            lines += [""]
            lines += try opened.log().map { entry in
                let year = entry.year.map { " \($0)" } ?? ""
                let act = entry.act.wording.text(in: console.language)
                return TerminalText.line("\(entry.number)  \(entry.day)  \(act)\(year)  \(entry.detail)")
            }
        }
        try console.put(lines.joined(separator: "\n") + "\n")
        for year in try year.map({ [$0] }) ?? opened.years() {
            OverfullUnits(try opened.progress(of: year), year: year).remark(isStored: true, to: console)
        }
    }

    /// `2026  收答卷  187 / 222  84%`
    private func summary(
        of year: Int, _ state: RoundState, _ progress: [UnitProgress], _ language: ReaderLanguage
    ) -> String {
        let responses = progress.reduce(0) { $0 + $1.responses }
        let headcount = progress.reduce(0) { $0 + ($1.headcount ?? 0) }
        return "\(year)  \(state.wording.text(in: language))  \(Self.share(responses, of: headcount, language))"
    }

    private func unitLines(_ year: Int, _ store: SQLiteStore, _ language: ReaderLanguage) throws -> [String] {
        let progress = try store.progress(of: year)
        let unnamed = Wording("（未写处室）", "(no unit named)").text(in: language)
        let names = progress.map { DisplayWidth.clipped(TerminalText.line($0.unit ?? unnamed), to: Self.widestName) }
        let width = names.map { DisplayWidth.of($0) }.max() ?? 0
        var lines = [summary(of: year, try store.state(of: year), progress, language), ""]
        var parent: String?
        for (unit, name) in zip(progress, names) {
            if unit.parent != parent {
                parent = unit.parent
                lines.append(TerminalText.line(parent ?? ""))
            }
            let bar = Self.bar(unit.responses, of: unit.headcount ?? 0)
            lines.append(
                "\(DisplayWidth.padded(name, to: width))  \(bar)  \(Self.share(unit.responses, of: unit.headcount ?? 0, language))"
            )
        }
        let codes = progress.reduce(0) { $0 + $1.codes }
        if codes > 0 {
            let used = progress.reduce(0) { $0 + $1.usedCodes }
            let drafts = progress.reduce(0) { $0 + $1.drafts }
            let wording = Wording(
                "口令：发出 \(codes)，用过 \(used)，正在填写 \(drafts)", "codes: \(codes) made, \(used) used, \(drafts) in use")
            lines += ["", wording.text(in: language)]
        }
        return lines
    }

    private static let widestName = 30

    /// Twenty places; full only when everybody has answered.
    private static func bar(_ part: Int, of whole: Int) -> String {
        let filled = whole > 0 ? min(20, part * 20 / whole) : 0
        return String(repeating: "█", count: filled) + String(repeating: "░", count: 20 - filled)
    }

    /// `12 / 24  50%`; without a headcount the number alone.
    private static func share(_ part: Int, of whole: Int, _ language: ReaderLanguage) -> String {
        guard whole > 0 else { return "\(part)" }
        let mark = part > whole ? Wording("  ← 答卷比人多", "  ← more responses than people").text(in: language) : ""
        return "\(part) / \(whole)  \((part * 100 + whole / 2) / whole)%\(mark)"
    }
}

extension RoundState {
    var wording: Wording {
        switch self {
        case .open: Wording("收答卷", "open")
        case .closed: Wording("已截止", "closed")
        case .sealed: Wording("已封存", "sealed")
        }
    }
}
