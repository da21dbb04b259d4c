package import Surveys

extension FormBatch {
    /// In which forms texts seem to hold what names a person, question by question; never what it is.
    package func personalLines(_ survey: Survey) -> [Wording] {
        survey.variables.indices.flatMap { index in
            var paths: [PersonalData: [String]] = [:]
            for reading in readings {
                guard case .text(let text)? = reading.response?.answers[index], survey.variables[index].domain != .unit
                else { continue }
                for kind in PersonalData.kinds(in: text) { paths[kind, default: []].append(reading.path) }
            }
            return PersonalData.allCases.compactMap { kind in
                paths[kind].map { Self.wording(survey.variables[index].name, kind, $0) }
            }
        }
    }

    private static func wording(_ question: String, _ kind: PersonalData, _ paths: [String]) -> Wording {
        let more = paths.count > mostNamed
        let (shown, kind) = (paths.prefix(mostNamed), kind.wording)
        return Wording(
            "\(question)：\(paths.count) 份表的文字里像是有\(kind.chinese)：\(shown.joined(separator: "、"))\(more ? " 等" : "")",
            "\(question): forms whose text seems to hold \(kind.english): \(paths.count) (\(shown.joined(separator: ", "))\(more ? " …" : ""))"
        )
    }

    private static let mostNamed = 5
}
