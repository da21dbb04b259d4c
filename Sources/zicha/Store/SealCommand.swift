import ArgumentParser
import Scoring
import Storage
import Surveys

struct SealCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "封存：算出根指纹，存下统计，留一份归档 | Seal a round for ever: its root, its tallies, an archive copy",
        discussion: """
            先说明将要做什么，再问一次；封存之后不能重新开放。
            It says what it is about to do and asks; a sealed round cannot be opened again.
            """)

    @Argument(help: "年份 | Year of the round.")
    var year: Int

    @Option(
        help: ArgumentHelp(
            "归档文件，不写则为库旁边的 <库名>-<年份>-sealed.db | The archive copy; beside the store by default.",
            valueName: "file"))
    var archive: String?

    @OptionGroup var sure: SureOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        let opened = try store.opened()
        let target = archive ?? defaultArchive
        try Files.checkTarget(target, sparing: [store.path])
        try Output.text(target).checkIsNew(instead: Wording("请用 --archive 换一个名字", "choose another name with --archive"))
        try announce(opened, console)
        try sure.confirm(console)
        let seal = try opened.seal(year, on: store.today)
        // Said before the rest, which may fail: what is sealed stays so.
        console.say(
            Wording(
                "\(year) 年已封存：\(seal.responses) 份，根指纹 \(seal.root)",
                "the round \(year) is sealed: \(seal.responses) responses, root \(seal.root)"))
        do {
            // Counted now and kept: from here on the round's own numbers cost nothing.
            let survey = try opened.round(year).reading.survey
            _ = try opened.cohorts(SurveyPlan(survey, history: nil).tally, year: year)
            try opened.copy(to: target)
        } catch {
            console.note(
                "封存仍然有效，只是归档没有写成；排除下面的错误以后，请用 zicha backup -o 文件 补一份",
                "the seal stands, but its archive was not written; mend what is said below, then make one by zicha backup -o FILE"
            )
            throw error
        }
        console.say(Wording("归档：\(target)", "archive: \(target)"))
        for backup in opened.earlierCopies {
            console.note(
                "\(backup) 是升级程序时留下的封存之前的备份，请销毁",
                "\(backup) is a copy from before the seal, made when the program was upgraded; destroy it")
        }
    }

    /// What is about to be sealed, and what ends with it.
    private func announce(_ store: SQLiteStore, _ console: Console) throws {
        let state = try store.state(of: year)
        guard state == .closed else { throw StoreError.roundNotClosed(year, state) }
        let progress = try store.progress(of: year)
        let responses = progress.reduce(0) { $0 + $1.responses }
        guard responses > 0 else { throw StoreError.nothingToSeal(year) }
        let people = progress.compactMap(\.headcount).reduce(0, +)
        console.say(
            Wording(
                "将封存 \(year) 年这一轮：\(responses) 份答卷\(people > 0 ? "，名册 \(people) 人，\(Self.percent(responses, of: people))" : "")",
                "the round \(year) is about to be sealed: \(responses) responses\(people > 0 ? " of \(people) people, \(Self.percent(responses, of: people))" : "")"
            ))
        let low = progress.filter { $0.responses * 2 < $0.headcount ?? 0 }
        if !low.isEmpty {
            let listed = low.prefix(Self.mostListed).map { "\($0.unit ?? "") \($0.responses) / \($0.headcount ?? 0)" }
            let more = low.count - listed.count
            console.say(
                Wording(
                    "收回不到一半的处室有 \(low.count) 个：\(listed.joined(separator: "、"))\(more > 0 ? " 等" : "")",
                    "units with responses from fewer than half of their people, \(low.count): \(listed.joined(separator: ", "))\(more > 0 ? " …" : "")"
                ))
        }
        OverfullUnits(progress, year: year).remark(isStored: true, to: console)
        let drafts = progress.reduce(0) { $0 + $1.drafts }
        let unused = progress.reduce(0) { $0 + $1.codes - $1.usedCodes }
        console.say(
            Wording(
                "封存以后不再收答卷，也不能重新开放\(unused > 0 ? "；没有用过的口令 \(unused) 个作废" : "")\(drafts > 0 ? "；填了没有交的草稿 \(drafts) 份销毁" : "")",
                "from then on it takes no responses and cannot be opened again\(unused > 0 ? "; unused codes become invalid: \(unused)" : "")\(drafts > 0 ? "; drafts that were not handed in are destroyed: \(drafts)" : "")"
            ))
    }

    private static let mostListed = 12

    private static func percent(_ part: Int, of whole: Int) -> String { "\((part * 100 + whole / 2) / whole)%" }

    private var defaultArchive: String {
        let path = store.path.hasSuffix(".db") ? String(store.path.dropLast(3)) : store.path
        return "\(path)-\(year)-sealed.db"
    }
}
