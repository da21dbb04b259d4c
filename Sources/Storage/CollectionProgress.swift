package import Surveys

/// How far the collection has come in one unit: counts of people, never who they are.
package struct UnitProgress: Sendable, Equatable {
    /// nil for those who named no unit.
    package var unit: String?
    /// 上级: what the unit belongs to.
    package var parent: String?
    /// nil for a unit that is on no roster.
    package var headcount: Int?
    /// Codes that were handed out.
    package var codes = 0
    package var usedCodes = 0
    /// Codes under which somebody has begun to answer.
    package var drafts = 0
    package var responses = 0

    package init(unit: String?, parent: String? = nil, headcount: Int? = nil) {
        self.unit = unit
        self.parent = parent
        self.headcount = headcount
    }
}

/// A code that is handed out.
package struct AdmittedCode: Sendable, Equatable {
    package var code: AccessCode
    /// nil for a code that anybody may get.
    package var unit: String?

    package init(_ code: AccessCode, unit: String?) {
        self.code = code
        self.unit = unit
    }

    /// `24 办公室, 19 综合规划处`: how many of which unit, for the log.
    static func counted(_ codes: [AdmittedCode]) -> String {
        var counts: [(unit: String, count: Int)] = []
        for admitted in codes {
            let unit = admitted.unit ?? "-"
            if let index = counts.firstIndex(where: { $0.unit == unit }) {
                counts[index].count += 1
            } else {
                counts.append((unit, 1))
            }
        }
        return counts.map { "\($0.count) \($0.unit)" }.joined(separator: ", ")
    }
}

/// What one code stands for.
package struct CodeStatus: Sendable, Equatable {
    package var year: Int
    /// nil for a code of no unit.
    package var unit: String?
    package var isUsed: Bool

    package init(year: Int, unit: String?, isUsed: Bool) {
        self.year = year
        self.unit = unit
        self.isUsed = isUsed
    }
}
