package import Surveys

/// A survey that was read from another tool's text, and what a person has to know before using it.
package struct ImportedSurvey: Sendable, Equatable {
    package var survey: Survey
    /// In the order of the original text; those that speak of all of it come last.
    package var remarks: [ImportRemark]

    package init(survey: Survey, remarks: [ImportRemark]) {
        self.survey = survey
        self.remarks = remarks
    }

    /// The survey as a `.zicha` text, each remark as a comment above what it speaks of, the others above the title.
    package func text(in language: ReaderLanguage) -> String {
        var above: [ImportRemark.Anchor: [String]] = [:]
        for remark in remarks {
            above[remark.anchor, default: []].append("// " + remark.sentence.text(in: language))
        }
        let opening = Wording(
            "由 zicha import wjx 从 问卷星 的文字转成；题号换成了代码。以“//”开头的行是要看的地方，看完可以删去",
            "made by zicha import wjx from the text of 问卷星; codes stand for its numbers. Lines that begin with // are to be looked at and may then be deleted"
        )
        var out = ["// " + opening.text(in: language)] + (above[.survey] ?? [])
        for line in survey.written(keywords: .chinese).split(separator: "\n", omittingEmptySubsequences: false) {
            if let anchor = Self.anchor(of: line), let comments = above.removeValue(forKey: anchor) { out += comments }
            out.append(String(line))
        }
        return out.joined(separator: "\n")
    }

    /// What the first line of a scale or a question is written as: `量表：五级`, `A1. …`.
    private static func anchor(of line: Substring) -> ImportRemark.Anchor? {
        if line.hasPrefix("量表：") { return .scale(String(line.dropFirst(3))) }
        guard let stop = line.firstIndex(of: "."),
            line[..<stop].allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber) })
        else { return nil }
        return .question(String(line[..<stop]))
    }
}

/// What did not come over as it was.
package struct ImportRemark: Sendable, Equatable {
    package var kind: Kind
    /// Lines of the original text, counted from 1; none where the remark speaks of the whole.
    package var lines: [Int]
    package var wording: Wording
    package var anchor: Anchor

    package enum Kind: Sendable, Equatable, CaseIterable {
        /// Stands in the original and not in the survey.
        case lost
        /// Stands in the survey in another form, which may be wrong.
        case changed
        /// For a person to decide.
        case advice
    }

    /// What it speaks of.
    package enum Anchor: Sendable, Hashable {
        case survey
        case scale(String)
        case question(String)
    }

    package init(_ kind: Kind, lines: [Int] = [], _ wording: Wording, at anchor: Anchor = .survey) {
        self.kind = kind
        self.lines = lines
        self.wording = wording
        self.anchor = anchor
    }

    /// `第 12 行没有带过来：…`
    package var sentence: Wording {
        let shown = lines.prefix(Self.mostLines).map(String.init)
        let more = lines.count - shown.count
        let chinese =
            lines.isEmpty ? "" : "第 \(shown.joined(separator: "、")) 行" + (more > 0 ? "等 \(lines.count) 行" : "")
        let english =
            lines.isEmpty
            ? "" : "line \(shown.joined(separator: ", "))" + (more > 0 ? " and \(more) more" : "") + ", "
        let (head, title) =
            switch kind {
            case .lost: ("没有带过来", "not carried over")
            case .changed: ("改了写法", "written in another way")
            case .advice: ("请看", "to decide")
            }
        return Wording("\(chinese)\(head)：\(wording.chinese)", "\(english)\(title): \(wording.english)")
    }

    private static let mostLines = 10
}
