/// In which language the program speaks to the person at the keyboard.
public enum ReaderLanguage: String, Sendable, CaseIterable {
    case chinese = "zh"
    case english = "en"

    /// Chinese for a Chinese locale name (`zh_CN.UTF-8`), English for every other.
    public init(locale: String?) {
        self = locale?.hasPrefix("zh") == true ? .chinese : .english
    }
}

/// One sentence of the program in both of its languages.
public struct Wording: Sendable, Equatable {
    public var chinese: String
    public var english: String

    public init(_ chinese: String, _ english: String) {
        self.chinese = chinese
        self.english = english
    }

    public func text(in language: ReaderLanguage) -> String {
        switch language {
        case .chinese: chinese
        case .english: english
        }
    }
}
