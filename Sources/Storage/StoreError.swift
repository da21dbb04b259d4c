package import Surveys

/// Why a store did not do as asked. It names files, rounds and questions, and never what somebody answered.
package enum StoreError: Error, Sendable, Equatable {
    case roundExists(Int)
    case noRound(Int)
    case surveyHasErrors(Int)
    case tooManyQuestions(Int, limit: Int)
    /// The survey that a round was opened with is read otherwise by this version of the program.
    case surveyReadsOtherwise(Int)
    /// A response that was not checked against the round's survey.
    case notAnAnswer(question: String)
    /// A closed or sealed round takes no answers.
    case roundNotOpen(Int, RoundState)
    /// Only a closed round can be sealed, so that nobody answers meanwhile.
    case roundNotClosed(Int, RoundState)
    /// Nobody ever answered.
    case nothingToSeal(Int)
    case unknownCode
    case usedCode
    /// A code of another round.
    case codeOfAnotherRound(Int)
    /// A round that people have answered is not cancelled.
    case roundHasResponses(Int, count: Int)
    /// No import to the round has this number, or it was taken back.
    case noImport(Int, year: Int)
    /// Forms are taken in one by one, and nothing tells which response came by which.
    case importOfForms(Int)
    /// The round was closed since, or an earlier version of the program took the file in.
    case importSettled(Int)
    /// A report has counted the responses of the import.
    case importReported(Int)
    /// Another response has the key that this one was sent under.
    case keyTaken
    /// A unit that does not stand on the round's roster.
    case unknownUnit(String, year: Int)
    /// The day lies before the last act.
    case clockBehind(last: Day)
    /// The last act is of a day that the machine's clock has not reached.
    case logAhead(last: Day, clock: Day)
    /// The day of an act is later than tomorrow by the machine's clock.
    case dayAhead(Day, clock: Day)
    /// The log does not follow from itself, or a sealed round not from its root.
    case tampered(path: String)

    case notAStore(path: String)
    case newerStore(path: String, version: Int)
    /// `process` is the owner's, where it is known.
    case inUse(path: String, process: Int?)
    case damaged(path: String)
    case diskFull(path: String)
    case cannotOpen(path: String, reason: String)
    /// A new store or a copy of one.
    case cannotWrite(path: String, reason: String)
    /// Anything else, with the database's own number for it.
    case failed(path: String, code: Int)

    package var wording: Wording {
        switch self {
        case .roundExists(let year): Wording("\(year) 年已经有一轮", "there already is a round \(year)")
        case .noRound(let year): Wording("没有 \(year) 年这一轮", "there is no round \(year)")
        case .surveyHasErrors(let year):
            Wording(
                "\(year) 年的问卷有错误，没有开这一轮；请先用 zicha check 改好",
                "the survey of \(year) has errors, so the round was not opened; correct it with zicha check first")
        case .tooManyQuestions(let year, let limit):
            Wording(
                "\(year) 年的问卷超过 \(limit) 列，库里放不下；请分成两份问卷",
                "the survey of \(year) has more than \(limit) columns, which a store cannot keep; make it two surveys")
        case .surveyReadsOtherwise(let year):
            Wording(
                "这个版本的程序把 \(year) 年的问卷读得和当年不同，没有往下做；请用当年的版本",
                "this version of the program reads the survey of \(year) otherwise than it was stored; use the version of that year"
            )
        case .notAnAnswer(let question):
            Wording(
                "题目 \(question) 有一个答案不在它的选项或范围之内，这一批一份也没有存；请先核对再存",
                "question \(question) has an answer outside its options or range, so none of these responses was stored; check them first"
            )
        case .roundNotOpen(let year, .sealed):
            Wording(
                "\(year) 年已经封存，不再收答卷，也不能重新开放；要补答请另开一轮",
                "the round \(year) is sealed: it takes no more responses and cannot be opened again; open another round"
            )
        case .roundNotOpen(let year, _):
            Wording(
                "\(year) 年已经截止，不收答卷；确实要收，请先 zicha reopen \(year) --reason 原因",
                "the round \(year) is closed and takes no responses; to take some, first run zicha reopen \(year) --reason WHY"
            )
        case .roundNotClosed(let year, .sealed):
            Wording(
                "\(year) 年已经封存；要补归档请用 zicha backup",
                "the round \(year) is sealed already; zicha backup makes an archive of it")
        case .roundNotClosed(let year, _):
            Wording(
                "\(year) 年还在收答卷；请先 zicha close \(year)",
                "the round \(year) still takes responses; first run zicha close \(year)")
        case .nothingToSeal(let year):
            Wording("\(year) 年一份答卷也没有，没有封存", "the round \(year) has no response, so it was not sealed")
        case .unknownCode:
            Wording("没有这个口令；请核对每一位，或向发口令的人要一个新的", "there is no such code; check each letter, or ask for a new one")
        case .usedCode:
            Wording(
                "这个口令已经用过，那份答卷已经收到；一个口令只能交一次",
                "the code has been used and its response was received; a code serves once")
        case .codeOfAnotherRound(let year):
            Wording("这是 \(year) 年的口令，不是这一轮的", "this is a code of the round \(year), not of this one")
        case .roundHasResponses(let year, let count):
            Wording(
                "\(year) 年已经有 \(count) 份答卷，不能取消；只有一份答卷也没有的一轮可以取消",
                "the round \(year) has responses (\(count)) and cannot be cancelled; only a round without any can")
        case .noImport(let number, let year):
            Wording(
                "日志第 \(number) 条不是 \(year) 年的导入，或者已经撤回；请用 zicha status \(year) --log 查看编号",
                "entry \(number) of the log is no import to \(year), or it was taken back; zicha status \(year) --log shows the numbers"
            )
        case .importOfForms(let number):
            Wording(
                "日志第 \(number) 条是收回的填报表，不能撤回：库里不留哪一份答卷是哪张表的",
                "entry \(number) of the log is of forms, which are not taken back: the store does not know which response came by which form"
            )
        case .importSettled(let number):
            Wording(
                "日志第 \(number) 条的导入不能撤回：这一轮在那以后截止过，或者是旧版程序导入的，已经分不出哪些答卷是它的",
                "the import of entry \(number) of the log cannot be taken back: the round was closed since, or an earlier version of the program took it in, so that nothing tells which responses are its own"
            )
        case .importReported(let number):
            Wording(
                "日志第 \(number) 条的导入不能撤回：在那以后出过报告，撤回前后的两份报告相减，就看得出这个文件里的人怎么答",
                "the import of entry \(number) of the log cannot be taken back: a report has counted it, and the difference from a report without it would tell what the people of this file answered"
            )
        case .keyTaken:
            Wording(
                "同一份问卷表已经交过，内容却不一样；没有改动先交的那份",
                "the same form came before with other answers; the first was left as it is")
        case .unknownUnit(let unit, let year):
            Wording("\(year) 年的名册上没有“\(unit)”；请核对名称", "the roster of \(year) has no unit \(unit); check the name")
        case .clockBehind(let last):
            Wording(
                "操作日期早于上一次操作的日期 \(last)，没有往下做；请把日期调准，或改 --on",
                "the day of the act lies before that of the last act, \(last), so nothing was done; set the date right, or change --on"
            )
        case .logAhead(let last, let clock):
            Wording(
                "上一次操作的日期是 \(last)，本机今天是 \(clock)，没有往下做；今天不对请先调准日期，当时不对请加 --clock-reason 原因，记入日志后从今天接着做",
                "the last act is of \(last) and this machine's day is \(clock), so nothing was done; if today is wrong, set the date right; if that day was wrong, add --clock-reason WHY, which is logged, and the log goes on from today"
            )
        case .dayAhead(let day, let clock):
            Wording(
                "操作日期 \(day) 在明天以后（本机今天是 \(clock)），没有往下做；请改 --on 或把日期调准",
                "the day of the act, \(day), is later than tomorrow (this machine's day is \(clock)), so nothing was done; change --on, or set the date right"
            )
        case .tampered(let path):
            Wording(
                "\(path)：记录或封存的答卷和当时的指纹不一致，库被改过；请改用备份",
                "\(path): the log or a sealed round differs from its fingerprint, so the store was changed from outside; use a backup"
            )
        case .notAStore(let path):
            Wording(
                "\(path)：这不是 zicha 的库，没有改动；请核对文件名",
                "\(path): this is no zicha store and was left as it is; check the name")
        case .newerStore(let path, let version):
            Wording(
                "\(path)：这个库是更新的程序写的（格式 \(version)），没有改动；请换用新版 zicha",
                "\(path): the store was written by a newer program (format \(version)) and was left as it is; use the newer zicha"
            )
        case .inUse(let path, let process):
            Wording(
                "\(path)：另一个程序\(process.map { "（进程 \($0)）" } ?? "")正在用这个库；请等它结束再来",
                "\(path): another program\(process.map { " (process \($0))" } ?? "") is using the store; wait until it has ended"
            )
        case .damaged(let path):
            Wording("\(path)：这个库已经损坏，没有往下做；请改用备份", "\(path): the store is damaged, so nothing was done; use a backup")
        case .diskFull(let path):
            Wording(
                "\(path)：磁盘满了，没有存；请腾出空间再来", "\(path): the disk is full and nothing was stored; make room and run again")
        case .cannotOpen(let path, let reason):
            Wording(
                "\(path)：打不开这个库（\(reason)）；请核对路径和权限",
                "\(path): cannot open the store (\(reason)); check its path and rights")
        case .cannotWrite(let path, let reason):
            Wording(
                "\(path)：没有写成（\(reason)）；请核对文件夹和磁盘",
                "\(path): not written (\(reason)); check the folder and the disk")
        case .failed(let path, let code):
            Wording(
                "\(path)：数据库出错（\(code)），没有往下做；请检查磁盘再打开",
                "\(path): the database failed (\(code)), so nothing was done; check the disk and open it again")
        }
    }
}
