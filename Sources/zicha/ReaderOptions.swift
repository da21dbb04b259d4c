import ArgumentParser
import Glibc
import Surveys

/// In which language the program speaks.
struct ReaderOptions: ParsableArguments {
    @Option(name: .customLong("lang"), help: "提示和错误的语言 | Language of the messages.")
    var chosen: Choice?

    enum Choice: String, ExpressibleByArgument, CaseIterable { case zh, en }

    var language: ReaderLanguage { ReaderLanguage(locale: chosen?.rawValue ?? Self.locale) }

    /// The name of the locale for messages, by the rule of POSIX: the first of the three that is set and not empty.
    private static var locale: String? {
        let names = ["LC_ALL", "LC_MESSAGES", "LANG"]
        return names.lazy.compactMap { variable($0) }.first { !$0.isEmpty }
    }

    private static func variable(_ name: String) -> String? {
        unsafe getenv(name).map { unsafe String(cString: $0) }
    }
}
