import Digests
import Surveys

/// Chance that a round has until it is sealed and nobody has afterwards.
///
/// Whatever has to be recognised when it comes again is kept under it: forms, files that were refused, rows of a file.
/// Once the secret is gone, none of this tells anything to somebody who has the forms, the files or their hashes.
struct RoundSecret: Sendable {
    private let hash: HMAC

    /// - Parameter text: 32 hexadecimal digits, as a store keeps it.
    init(text: String) { hash = HMAC(key: Array(text.utf8)) }

    /// The key under which the response of a form lies, so that the same file is the same response whenever it comes.
    ///
    /// - Parameter digest: the SHA-256 of the file.
    func key(ofForm digest: [UInt8]) -> UInt128 { mark("form", digest.hexadecimal) }

    /// The name under which a refused file is counted: 64 hexadecimal digits.
    ///
    /// - Parameter fingerprint: the file's SHA-256 in hexadecimal digits.
    func name(ofRefusedFile fingerprint: String) -> String { digest(["refused", fingerprint]).hexadecimal }

    /// The marks of a row of a file; none for a row that has neither number nor time, as equal answers alone are no proof.
    private func marks(of response: Response, from origin: RowOrigin?) -> RowMarks {
        guard let origin, origin.number != nil || origin.moment != nil else { return RowMarks() }
        let (number, moment) = (origin.number ?? "", origin.moment ?? "")
        return RowMarks(
            whole: mark("whole", origin.tool, number, moment, response.words),
            timed: number.isEmpty || moment.isEmpty ? nil : mark("timed", origin.tool, number, moment),
            numbered: number.isEmpty ? nil : mark("numbered", origin.tool, number))
    }

    /// The marks of all rows; empty where the file says nothing of them.
    func marks(of responses: [Response], from origins: [RowOrigin?]) -> [RowMarks] {
        precondition(origins.isEmpty || origins.count == responses.count, "every row or none has an origin")
        return zip(responses, origins).map { marks(of: $0, from: $1) }
    }

    private func mark(_ parts: String...) -> UInt128 { UInt128(leading: digest(parts)) }

    /// Every part is led by its length, so that no two lists of parts are alike.
    private func digest(_ parts: [String]) -> [UInt8] {
        hash.digest(of: Array(parts.map { "\($0.utf8.count):\($0)" }.joined().utf8))
    }
}

/// What a row of a file is recognised by, each a hash that needs the secret of the round.
package struct RowMarks: Sendable, Equatable {
    /// Number, time and answers together.
    var whole: UInt128?
    /// Number and time.
    var timed: UInt128?
    var numbered: UInt128?

    /// Those that there are.
    var all: [UInt128] { [whole, timed, numbered].compactMap { $0 } }
}

extension UInt128 {
    /// The first 16 bytes of a hash, the highest first.
    init(leading bytes: [UInt8]) {
        self = bytes.prefix(16).reduce(0) { $0 << 8 | UInt128($1) }
    }
}
