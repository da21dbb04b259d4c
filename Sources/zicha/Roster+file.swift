import Forms
import Surveys

extension Roster {
    /// The rosters of a file by year; one that serves every year under nil.
    static func read(atPath path: String) throws -> [Int?: Roster] {
        let bytes = try Files.bytes(of: path)
        return try Complaint.naming(path) { () throws(FormError) in
            try Roster.read(CSVTable(bytes: bytes, headings: Roster.headings))
        }
    }
}
