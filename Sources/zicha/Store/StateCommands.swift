import ArgumentParser
import Scoring
import Storage
import Surveys

struct CloseCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "截止：不再收答卷，还可以重新开放 | End the collection; it can be opened again")

    @Argument(help: "年份 | Year of the round.")
    var year: Int

    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        let opened = try store.opened()
        try opened.close(year, on: store.today)
        let progress = try opened.progress(of: year)
        let (responses, drafts) = (progress.reduce(0) { $0 + $1.responses }, progress.reduce(0) { $0 + $1.drafts })
        console.say(
            Wording(
                "\(year) 年已截止，收到 \(responses) 份\(drafts > 0 ? "，另有 \(drafts) 份填了没有交" : "")",
                "the round \(year) is closed with \(responses) responses\(drafts > 0 ? "; begun but not handed in: \(drafts)" : "")"
            ))
    }
}

struct ReopenCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "reopen", abstract: "截止之后重新开放，原因记入日志 | Take responses again; the reason is logged")

    @Argument(help: "年份 | Year of the round.")
    var year: Int

    @Option(help: "原因 | The reason.")
    var reason: String

    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("--reason 要写原因 | --reason takes a reason")
        }
    }

    func perform(_ console: Console) throws {
        try store.opened().reopen(year, reason: reason, on: store.today)
        console.say(Wording("\(year) 年重新开放，原因已记入日志", "the round \(year) is open again; the reason is logged"))
    }
}

struct SealCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "seal",
        abstract: "封存：算出根指纹，存下统计，留一份归档 | Seal a round for ever: its root, its tallies, an archive copy",
        discussion: "封存之后不能重新开放。| A sealed round cannot be opened again.")

    @Argument(help: "年份 | Year of the round.")
    var year: Int

    @Option(
        help: ArgumentHelp(
            "归档文件，不写则为库旁边的 <库名>-<年份>-sealed.db | The archive copy; beside the store by default.",
            valueName: "file"))
    var archive: String?

    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func perform(_ console: Console) throws {
        let opened = try store.opened()
        let target = archive ?? defaultArchive
        try Files.checkTarget(target, sparing: [store.path])
        try Output.text(target).checkIsNew(instead: Wording("请用 --archive 换一个名字", "choose another name with --archive"))
        let seal = try opened.seal(year, on: store.today)
        // Said before the rest, which may fail: what is sealed stays so.
        console.say(
            Wording(
                "\(year) 年已封存：\(seal.responses) 份，根指纹 \(seal.root)",
                "the round \(year) is sealed: \(seal.responses) responses, root \(seal.root)"))
        do {
            // Counted now and kept: from here on the round's own numbers cost nothing.
            let survey = try opened.round(year).reading.survey
            _ = try opened.tally(SurveyPlan(survey, history: nil).tally, year: year)
            try opened.copy(to: target)
        } catch {
            console.note(
                "封存仍然有效，只是归档没有写成；排除下面的错误以后，请用 zicha backup -o 文件 补一份",
                "the seal stands, but its archive was not written; mend what is said below, then make one by zicha backup -o FILE"
            )
            throw error
        }
        console.say(Wording("归档：\(target)", "archive: \(target)"))
    }

    private var defaultArchive: String {
        let path = store.path.hasSuffix(".db") ? String(store.path.dropLast(3)) : store.path
        return "\(path)-\(year)-sealed.db"
    }
}
