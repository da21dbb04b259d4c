import ArgumentParser
import Storage
import Surveys

struct CloseCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "close", abstract: "截止：不再收答卷，还可以重新开放 | End the collection; it can be opened again",
        discussion: """
            截止以后库里不再留哪些答卷是一起导入的，所以导入的文件不能再用 import --undo 撤回。
            From then on nothing tells which responses came by one file, so that import --undo takes none back.
            """)

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

struct CancelCommand: Verb {
    static let configuration = CommandConfiguration(
        commandName: "cancel",
        abstract: "取消还没有答卷的一轮，原因记入日志 | Cancel a round without responses; the reason is logged",
        discussion: """
            开轮时问卷或名册写错了，还没有人交：取消以后可以重新开这一年。已经发出的口令、填报表和没有交的草稿全部作废。
            For a slip in the survey or the roster, before anybody has answered; the year can be opened again. Codes, forms
            and drafts of the round are worth nothing any more.
            """)

    @Argument(help: "年份 | Year of the round.")
    var year: Int

    @Option(help: "原因 | The reason.")
    var reason: String

    @OptionGroup var sure: SureOptions
    @OptionGroup var store: StoreOptions
    @OptionGroup var reader: ReaderOptions

    func validate() throws {
        guard reason.contains(where: { !$0.isWhitespace }) else {
            throw ValidationError("--reason 要写原因 | --reason takes a reason")
        }
    }

    func perform(_ console: Console) throws {
        let opened = try store.opened()
        let progress = try opened.progress(of: year)
        let responses = progress.reduce(0) { $0 + $1.responses }
        guard responses == 0 else { throw StoreError.roundHasResponses(year, count: responses) }
        let (codes, drafts) = (progress.reduce(0) { $0 + $1.codes }, progress.reduce(0) { $0 + $1.drafts })
        if codes > 0 {
            console.say(
                Wording(
                    "将取消 \(year) 年这一轮：发出的口令 \(codes) 个作废，没有交的草稿 \(drafts) 份销毁",
                    "the round \(year) is about to be cancelled; codes that become invalid: \(codes), drafts that are destroyed: \(drafts)"
                ))
            try sure.confirm(console)
        }
        try opened.cancel(year, reason: reason, on: store.today)
        console.say(
            Wording(
                "\(year) 年这一轮已取消，原因已记入日志；可以重新 zicha open \(year)",
                "the round \(year) is cancelled and the reason logged; zicha open \(year) opens it again"))
    }
}
