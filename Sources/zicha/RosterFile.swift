import Forms
import Surveys

/// The rosters of one or more years, and the file that they were read from.
struct RosterFile {
    let path: String
    private let rosters: [Int?: Roster]

    init(_ path: String) throws(Complaint) {
        self.path = path
        let bytes = try Files.bytes(of: path)
        rosters = try Complaint.naming(path) { () throws(FormError) in
            try Roster.read(CSVTable(bytes: bytes, headings: Roster.headings))
        }
    }

    /// - Parameter year: nil for a survey that states none, which takes a roster without years, or else the latest.
    /// - Throws: where the roster leaves the year out.
    func roster(of year: Int?) throws(Complaint) -> Roster {
        if let roster = rosters[year] ?? rosters[nil as Int?] { return roster }
        if year == nil, let latest = rosters.keys.compactMap({ $0 }).max(), let roster = rosters[latest] {
            return roster
        }
        let named = year.map(String.init) ?? ""
        throw Complaint(at: path, Wording("名册没有 \(named) 年，请补上这一年", "the roster has no year \(named); add it"))
    }
}
