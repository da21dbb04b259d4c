import ArgumentParser
import Surveys

/// Whether an act that cannot be taken back is asked about.
struct SureOptions: ParsableArguments {
    @Flag(name: .customLong("yes"), help: "不再询问 | Do not ask.")
    var isSure = false

    /// Asks whether to go on.
    ///
    /// - Throws: where the answer is no, and where nobody can be asked.
    func confirm(_ console: Console) throws(Complaint) {
        guard !isSure else { return }
        switch console.confirm(Wording("继续吗？", "Go on?")) {
        case true?: return
        case false?: throw Complaint("没有往下做，什么也没有改", "nothing was done")
        case nil:
            throw Complaint(
                "这里不是终端，没法询问，什么也没有改；确实要做，请加 --yes",
                "this is no terminal and nobody can be asked, so nothing was done; to go on, add --yes")
        }
    }
}
