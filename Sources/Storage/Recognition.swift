import Digests
import Surveys

/// Which rows of a file are in a round already.
///
/// Web tools export cumulatively: this week's file begins with last week's rows.
package struct Recognition: Sendable, Equatable {
    /// A judgement for each row, in the order of the file.
    package var rows: [Row]
    /// What each row is recognised by; empty where there is nothing but the answers.
    private let marks: [RowMarks]
    /// New rows that have the answers of responses in the round, from which nothing else tells them apart.
    package var alike = 0
    /// Imports all of whose responses have their like among those rows, by number; nil for the responses that belong to
    /// no import. Where that may be chance it is not said: of an import without two different responses, and of one of a
    /// few where many rows of the file are alike, as in a short survey.
    package var contained: [Int?] = []
    /// For each row whether its number tells it apart from the rows of imports: it has one that was never seen.
    private var isNumbered: [Bool] = []
    /// Rows without an answer that were counted when an earlier export of the same responses came.
    package var blankRows = 0

    /// What these rows are recognised by when they come again.
    package func marks(ofRows rows: [Int]) -> [RowMarks] { marks.isEmpty ? [] : rows.map { marks[$0] } }

    package enum Row: Sendable {
        case new
        /// Number, time and answers are those of a row that came before.
        case known
        /// An earlier export of the same responses had this number, with other answers or at another time.
        case changed
    }
}

/// What is kept of an import while its round is open.
struct KeptImport: Sendable, Equatable {
    var responses: Int
    var events: [IntakeEvent: Int]
}

extension Recognition {
    /// Judges rows by their marks.
    ///
    /// A number alone proves nothing, because every questionnaire of a tool begins to count at 1. It does once half of an
    /// earlier import is in the file: then the file is a later export of the same questionnaire.
    ///
    /// - Parameters:
    ///   - count: of rows; those of a file that says nothing of them have no marks and are new.
    ///   - seen: how often each of these marks was kept, by import.
    ///   - imports: of the round, by number.
    init(_ count: Int, marks: [RowMarks], seen: [UInt128: [Int: Int]], imports: [Int: KeptImport]) {
        self.marks = marks
        var found: [Int: Int] = [:]
        for mark in marks {
            let owners = [mark.whole, mark.timed].compactMap { $0.flatMap { seen[$0] } }
            for number in Set(owners.flatMap(\.keys)) { found[number, default: 0] += 1 }
        }
        let repeated = Set(found.filter { number, rows in rows * 2 >= imports[number]?.responses ?? 0 }.keys)
        var matched: [UInt128: Int] = [:]
        rows = Array(repeating: .new, count: count)
        isNumbered = Array(repeating: false, count: count)
        for (index, mark) in marks.enumerated() {
            isNumbered[index] = mark.numbered.map { seen[$0] == nil } ?? false
            if let whole = mark.whole, let kept = seen[whole] {
                matched[whole, default: 0] += 1
                if matched[whole, default: 0] <= kept.values.reduce(0, +) {
                    rows[index] = .known
                    continue
                }
            }
            if let numbered = mark.numbered, let kept = seen[numbered], !repeated.isDisjoint(with: kept.keys) {
                rows[index] = .changed
            }
        }
        blankRows = repeated.reduce(0) { $0 + (imports[$1]?.events[.blankRows] ?? 0) }
    }

    /// Compares the new rows by their answers with what nothing else tells them apart from: rows without a number with
    /// all responses, those with one with the responses that belong to no import and so have no number.
    ///
    /// - Parameter forEach: shows every response of the round with the import that it belongs to.
    mutating func compare(
        _ responses: [Response],
        forEach: (_ visit: (Response, _ importNumber: Int?) -> Void) throws(StoreError) -> Void
    ) throws(StoreError) {
        let undecided = rows.indices.filter { rows[$0] == .new }
        let hasPlain = undecided.contains { !isNumbered[$0] }
        guard !undecided.isEmpty else { return }
        var met: [Int?: Counts] = [:]
        try forEach { response, number in
            if number == nil || hasPlain { met[number, default: [:]][response.likeness, default: 0] += 1 }
        }
        guard !met.isEmpty else { return }
        var (plain, numbered): (Counts, Counts) = ([:], [:])
        for index in undecided {
            if isNumbered[index] {
                numbered[responses[index].likeness, default: 0] += 1
            } else {
                plain[responses[index].likeness, default: 0] += 1
            }
        }
        alike = common(plain, met.values.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) })
        alike += common(numbered, met[nil] ?? [:])
        let all = plain.merging(numbered, uniquingKeysWith: +)
        let rowsDiffer = all.count * 10 >= undecided.count * 9
        contained = met.filter { number, answers in
            let rows = number == nil ? all : plain
            let isTelling = rowsDiffer || answers.values.reduce(0, +) >= Self.manyResponses
            return isTelling && answers.count > 1 && answers.allSatisfy { $0.value <= rows[$0.key] ?? 0 }
        }.keys.sorted { $0 ?? 0 < $1 ?? 0 }
    }

    /// So many responses are not found again by chance, each as often as it was, even where answers are often alike.
    private static let manyResponses = 10

    /// How often answers were met, by their likeness.
    private typealias Counts = [UInt128: Int]

    private func common(_ rows: Counts, _ responses: Counts) -> Int {
        rows.reduce(0) { $0 + min($1.value, responses[$1.key] ?? 0) }
    }
}

extension Response {
    /// 128 bits that only the same answers have.
    fileprivate var likeness: UInt128 { UInt128(leading: SHA256.digest(of: Array(words.utf8))) }
}
