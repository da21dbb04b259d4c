import ArgumentParser
import Forms
import Surveys

/// Whether texts that seem to name people may be stored.
struct PersonalDataOptions: ParsableArguments {
    @Flag(
        name: .customLong("accept-personal-data"),
        help: "文字里像是有手机号、邮箱等，也照样导入，不再问 | Store texts that seem to hold telephone numbers and the like without asking.")
    var isAccepted = false

    /// Asks before texts are stored that the remarks on the file have pointed out.
    ///
    /// - Throws: where the person says no, and where nobody can be asked.
    func admit(_ file: ResponsesFile, _ console: Console) throws(Complaint) {
        guard !file.report.personalData.isEmpty else { return }
        try confirm(console)
    }

    /// Points out what forms hold and asks before it is stored.
    func admit(_ lines: [Wording], _ console: Console) throws(Complaint) {
        guard !lines.isEmpty else { return }
        for line in lines { console.note(line.chinese, line.english) }
        try confirm(console)
    }

    private func confirm(_ console: Console) throws(Complaint) {
        guard !isAccepted else { return }
        switch console.confirm(Wording("这些文字会原样存进库里。导入吗？", "These texts would be stored as they are. Take them in?")) {
        case true?: return
        case false?: throw Complaint("没有导入", "nothing was taken in")
        case nil:
            throw Complaint(
                "文字里像是有个人信息，没有导入；请先删去，或加 --accept-personal-data 照样导入",
                "texts seem to hold personal data, and nothing was taken in; remove them, or run again with --accept-personal-data"
            )
        }
    }
}
