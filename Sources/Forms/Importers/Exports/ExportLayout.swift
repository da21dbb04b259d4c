package import Surveys

/// A tool's table with its headings taken apart: all that differs from tool to tool.
struct ExportLayout {
    var columns: [ExportColumn]
    /// The rows of answers, below all headings.
    var rows: [CSVTable.Row]
    /// The numbers of days in the file are counted from 1904.
    var countsFrom1904 = false
    /// What the tool writes, folded, for a question that was skipped or left empty.
    var blanks: Set<String> = []
    /// Whether a number in a cell is by definition the answer's own code and never its position.
    var writesCodes = false
    /// The rows of respondents who did not reach the end; they count all the same.
    var unfinished: RowMark?
    /// The rows of the survey's author trying it out; they are no responses.
    var trial: RowMark?

    /// Rows told by one cell.
    struct RowMark {
        var column: Int
        /// Folded.
        var values: Set<String>

        func holds(_ row: CSVTable.Row) -> Bool {
            values.contains(KnownHeadings.folded(row.cells[column]))
        }
    }
}

/// One column of another tool's table, by everything that its headings say.
struct ExportColumn {
    /// In the table, from 0.
    var position: Int
    /// The heading as reports quote it.
    var title: String
    /// What the columns of one question share, where the tool shows it.
    var group: String?
    /// The number that the tool printed before the question, counted from 1.
    var number: Int?
    /// The code of the question and, behind it, those of row, option or side.
    var codes: [CodePath] = []
    /// What may be the wording of the whole: the stem, or the stem with the row or option.
    var wordings: [String] = []
    /// What may be the wording of the row or the option alone.
    var parts: [String] = []
    var role = Role.answer

    enum Role: Equatable {
        case answer
        /// What somebody wrote beside the option for it.
        case otherText
        case dropped(DropReason)
    }

    struct CodePath {
        var code: String
        var steps: [String] = []
    }
}

/// Why a column that the tool added is left behind: none of it is needed to count answers, and much of it names people.
package enum DropReason: Sendable, Equatable, CaseIterable {
    case address, device, name, email, phone, identityNumber, location, time, identifier, source, progress, language
    case score, order, custom, otherText, weight

    package var wording: Wording {
        switch self {
        case .address: Wording("IP 地址", "an IP address")
        case .device: Wording("设备或浏览器", "a device or browser")
        case .name: Wording("姓名", "a name")
        case .email: Wording("邮箱", "an e-mail address")
        case .phone: Wording("电话", "a telephone number")
        case .identityNumber: Wording("证件号", "an identity number")
        case .location: Wording("位置", "a location")
        case .time: Wording("时间", "a time")
        case .identifier: Wording("编号", "an identifier")
        case .source: Wording("来源", "where people came from")
        case .progress: Wording("答题进度", "progress")
        case .language: Wording("语言", "a language")
        case .score: Wording("别的工具算的分", "a score of the other tool")
        case .order: Wording("显示顺序", "an order of display")
        case .custom: Wording("联系人资料", "data of a contact")
        case .otherText: Wording("选项后填写的文字", "text beside an option")
        case .weight: Wording("权数", "weights")
        }
    }

    /// What a heading means that is no question of the survey, where it is one of the usual things asked of people.
    static func usual(_ heading: String) -> DropReason? {
        switch HeadingKey.of(HeadingKey.withoutNumber(heading)) {
        case "姓名", "您的姓名", "你的姓名", "名字", "微信昵称", "昵称", "name", "yourname", "fullname", "firstname", "lastname": .name
        case "手机", "手机号", "手机号码", "您的手机号", "您的手机号码", "电话", "联系电话", "联系方式", "phone", "phonenumber", "mobile": .phone
        case "邮箱", "电子邮箱", "您的邮箱", "电子邮件", "email", "emailaddress", "youremail": .email
        case "身份证", "身份证号", "身份证号码", "您的身份证号", "证件号码", "idnumber": .identityNumber
        case "工号", "学号", "警号", "编号", "employeeid", "staffid": .identifier
        case "ip", "ip地址", "来自ip", "ipaddress": .address
        case "地址", "住址", "地理位置", "位置", "省份", "城市", "address", "location": .location
        case "设备", "浏览器", "操作系统", "useragent", "browser", "device": .device
        case "提交时间", "开始时间", "结束时间", "时间", "timestamp": .time
        case "weight", "weights", "wt", "wgt", "权重", "权数", "权值", "加权系数", "样本权重", "抽样权重": .weight
        default: nil
        }
    }
}
