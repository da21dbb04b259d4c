/// SARIF 2.1.0, the exchange format of checkers (OASIS standard), which code hosts and editors show beside the lines.
extension DiagnosticListing {
    /// - Parameter version: of the program that looked.
    public func sarif(version: String, language: ReaderLanguage) -> String {
        SARIF(listing: self, language: language).log(version).text + "\n"
    }
}

private struct SARIF {
    let listing: DiagnosticListing
    let language: ReaderLanguage

    func log(_ version: String) -> JSON {
        let codes = Set(readings.flatMap(\.reading.diagnostics).map(\.code)).sorted()
        return .object([
            (
                "$schema",
                .text("https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json")
            ),
            ("version", .text("2.1.0")),
            (
                "runs",
                .array([
                    .object([
                        ("tool", tool(version, codes)), ("columnKind", .text("unicodeCodePoints")),
                        ("invocations", .array([invocation])), ("results", .array(readings.flatMap(results))),
                    ])
                ])
            ),
        ])
    }

    private var readings: [(path: String, reading: SurveyReading)] {
        listing.files.compactMap { file in
            guard case .reading(let reading) = file.content else { return nil }
            return (file.path, reading)
        }
    }

    private func tool(_ version: String, _ codes: [String]) -> JSON {
        let rules = codes.map { code in
            let explanation = Explanation.named(code).map {
                [("shortDescription", message(say($0.title))), ("fullDescription", message(say($0.why)))]
            }
            return JSON.object([("id", .text(code))] + (explanation ?? []))
        }
        return .object([
            (
                "driver",
                .object([("name", .text("zicha")), ("version", .text(version)), ("rules", .array(rules))])
            )
        ])
    }

    /// Files that could not be looked at are no results of looking.
    private var invocation: JSON {
        let notifications = listing.files.compactMap { file -> JSON? in
            guard case .unreadable(let wording) = file.content else { return nil }
            return .object([("level", .text("error")), ("message", message(say(wording)))])
        }
        return .object([
            ("executionSuccessful", .truth(notifications.isEmpty)),
            ("toolExecutionNotifications", .array(notifications)),
        ])
    }

    private func results(_ path: String, _ reading: SurveyReading) -> [JSON] {
        reading.diagnostics.map { remark in
            var members: [(String, JSON)] = [
                ("ruleId", .text(remark.code)), ("level", .text(remark.severity.level)),
                ("message", message(([remark.title] + remark.notes).map(say).joined(separator: "\n"))),
                ("locations", .array([location(remark.range, path, reading.source)])),
            ]
            if !remark.related.isEmpty {
                members.append(
                    (
                        "relatedLocations",
                        .array(remark.related.map { location($0.range, path, reading.source, $0.label) })
                    ))
            }
            if let fix = remark.fix { members.append(("fixes", .array([change(fix, path, reading.source)]))) }
            return .object(members)
        }
    }

    private func location(_ range: Range<Int>, _ path: String, _ source: SourceText, _ label: Wording? = nil) -> JSON {
        var members: [(String, JSON)] = [
            (
                "physicalLocation",
                .object([("artifactLocation", artifact(path)), ("region", region(range, source))])
            )
        ]
        if let label { members.append(("message", message(say(label)))) }
        return .object(members)
    }

    private func change(_ fix: Diagnostic.Fix, _ path: String, _ source: SourceText) -> JSON {
        let replacement = JSON.object([
            ("deletedRegion", region(fix.range, source)),
            ("insertedContent", message(fix.replacement)),
        ])
        return .object([
            (
                "artifactChanges",
                .array([.object([("artifactLocation", artifact(path)), ("replacements", .array([replacement]))])])
            )
        ])
    }

    private func region(_ range: Range<Int>, _ source: SourceText) -> JSON {
        func ends(_ offset: Int) -> (line: Int, column: Int) {
            let line = source.line(at: offset)
            return (line.number, line.index(ofOffset: offset) - line.start + 1)
        }
        let (start, end) = (ends(range.lowerBound), ends(range.upperBound))
        return .object([
            ("startLine", .integer(start.line)), ("startColumn", .integer(start.column)),
            ("endLine", .integer(end.line)), ("endColumn", .integer(end.column)),
        ])
    }

    /// A path as a URI: every byte that is not plain is escaped.
    private func artifact(_ path: String) -> JSON {
        var uri = ""
        for byte in path.utf8 {
            switch byte {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"), UInt8(ascii: "/"):
                uri.unicodeScalars.append(Unicode.Scalar(byte))
            default:
                let digits = String(byte, radix: 16, uppercase: true)
                uri += digits.count == 1 ? "%0\(digits)" : "%\(digits)"
            }
        }
        return .object([("uri", .text(path.hasPrefix("/") ? "file://\(uri)" : uri))])
    }

    private func message(_ text: String) -> JSON { .object([("text", .text(text))]) }

    private func say(_ wording: Wording) -> String { wording.text(in: language) }
}

extension Diagnostic.Severity {
    fileprivate var level: String {
        switch self {
        case .error: "error"
        case .warning: "warning"
        case .hint: "note"
        }
    }
}
