/// What the file says about itself under "properties".
public struct WorkbookProperties: Hashable, Sendable {
    /// A property of the report's own, such as 报告编号.
    public struct Custom: Hashable, Sendable {
        /// Its name, at most 255 bytes.
        public var name: String
        /// Its value, at most 255 bytes.
        public var value: String

        /// A name and its value.
        public init(name: String, value: String) {
            self.name = name
            self.value = value
        }
    }

    /// The title; needed.
    public var title: String
    /// The subject.
    public var subject: String
    /// The body that answers for the report; needed.
    public var author: String
    /// The organisation.
    public var company: String
    /// The category, such as 内部资料.
    public var category: String
    /// Keywords.
    public var keywords: String
    /// Remarks.
    public var comments: String
    /// The state, such as 送审稿.
    public var status: String
    /// When the report was made. Passed in, so that the same input yields the same bytes.
    public var created: WorkbookMoment
    /// Further properties, in this order.
    public var custom: [Custom]

    /// Properties; only title, author and time are needed.
    public init(
        title: String, author: String, created: WorkbookMoment, subject: String = "", company: String = "",
        category: String = "", keywords: String = "", comments: String = "", status: String = "",
        custom: [Custom] = []
    ) {
        self.title = title
        self.subject = subject
        self.author = author
        self.company = company
        self.category = category
        self.keywords = keywords
        self.comments = comments
        self.status = status
        self.created = created
        self.custom = custom
    }

    /// The same properties with texts that XML can hold, or the reason why they are refused.
    func checked() throws(WorkbookError) -> WorkbookProperties {
        var clean = self
        let texts: [WritableKeyPath<WorkbookProperties, String>] = [
            \.title, \.subject, \.author, \.company, \.category, \.keywords, \.comments, \.status,
        ]
        for text in texts {
            clean[keyPath: text] = CellText.printable(self[keyPath: text])
            guard clean[keyPath: text].utf16.count <= 255 else { throw WorkbookProperties.refusal }
        }
        guard !clean.title.isEmpty, !clean.author.isEmpty else { throw WorkbookProperties.refusal }
        clean.custom = custom.map { Custom(name: CellText.printable($0.name), value: CellText.printable($0.value)) }
        var names: Set<String> = []
        for property in clean.custom {
            // The library measures these in bytes and keeps them in fixed room.
            guard !property.name.isEmpty, property.name.utf8.count <= 255, property.value.utf8.count <= 255,
                names.insert(property.name.lowercased()).inserted
            else { throw WorkbookProperties.refusal }
        }
        return clean
    }

    private static let refusal = WorkbookError(
        .badProperties, at: "", chinese: "文件属性须有标题和作者，每项不超过255个字符（自定义属性255字节），名称不得重复。",
        english: """
            Document properties need a title and an author, at most 255 characters each (custom ones 255 bytes), \
            and no name twice.
            """)
}
