import Forms
import Foundation
import Surveys
import TestSupport
import Testing

/// Whole texts in the manner of 问卷星, in Tests/Imports/wjx, each with the survey that it becomes.
enum WjxFixture {
    static let names = ["staff-voice", "study-style"]

    static func text(_ name: String) throws -> String {
        String(decoding: try Repository.bytes(path(name, "txt")), as: UTF8.self)
    }

    static func path(_ name: String, _ kind: String) -> String { "Tests/Imports/wjx/\(name).\(kind)" }

    /// The survey of a text below a title.
    static func imported(_ body: String) throws -> ImportedSurvey {
        try ImportedSurvey.wjx(text: "样例\n\n\(body)\n", year: 2026)
    }

    /// The lines that one question becomes: all behind the title and the scales.
    static func lines(of body: String) throws -> String {
        let written = try imported(body).survey.written(keywords: .chinese)
        return written.split(separator: "\n").dropFirst(2).joined(separator: "\n")
    }
}
