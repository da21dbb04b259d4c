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

    case notAStore(path: String)
    case newerStore(path: String, version: Int)
    /// `process` is the owner's, where it is known.
    case inUse(path: String, process: Int?)
    case damaged(path: String)
    case diskFull(path: String)
    case cannotOpen(path: String, reason: String)
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
        case .failed(let path, let code):
            Wording(
                "\(path)：数据库出错（\(code)），没有往下做；请检查磁盘再打开",
                "\(path): the database failed (\(code)), so nothing was done; check the disk and open it again")
        }
    }
}
