/// The log is where files that were taken in are known by, also after what was kept of them has gone.
extension [LogEntry] {
    /// The imports of files to a round that were not taken back.
    package func imports(to year: Int) -> [LogEntry] {
        let acts = acts(of: year)
        let undone = Set(acts.filter { $0.act == .importUndone }.compactMap(\.undoneImport))
        return acts.filter { $0.act == .imported && !$0.isOfForms && !undone.contains($0.number) }
    }

    /// The last import of a file, by the file's SHA-256; nil for one that never came, or that was taken back.
    package func lastImport(of fingerprint: String, to year: Int) -> LogEntry? {
        imports(to: year).last { $0.detail.hasSuffix(" sha256 \(fingerprint)") }
    }

    /// The entry of an import that is to be taken back.
    ///
    /// - Throws: where it is no import of a file to the round, or was taken back.
    func undoableImport(_ number: Int, to year: Int) throws(StoreError) -> LogEntry {
        if let entry = imports(to: year).first(where: { $0.number == number }) { return entry }
        let isOfForms = acts(of: year).contains { $0.number == number && $0.act == .imported && $0.isOfForms }
        throw isOfForms ? .importOfForms(number) : .noImport(number, year: year)
    }

    /// Since the round was opened; one of the same year may have been cancelled before.
    private func acts(of year: Int) -> [LogEntry] {
        let acts = filter { $0.year == year }
        return Array(acts[(acts.lastIndex { $0.act == .opened } ?? acts.startIndex)...])
    }
}

extension LogEntry {
    /// What the log says of a file that was taken in.
    static func importDetail(responses: Int, fingerprint: String) -> String { "\(responses) sha256 \(fingerprint)" }

    /// What the log says of forms that were taken in.
    package static func formsDetail(taken: Int, refused: Int) -> String { "forms: \(taken), refused: \(refused)" }

    fileprivate var isOfForms: Bool { detail.hasPrefix("forms: ") }

    /// What the log says of an import that was taken back: its number, and what was said of it.
    static func undoneDetail(of entry: LogEntry) -> String { "\(entry.number): \(entry.detail)" }

    fileprivate var undoneImport: Int? { Int(detail.prefix { $0 != ":" }) }
}
