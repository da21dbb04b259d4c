import Forms
import Surveys
import TestSupport
import Testing

@Suite struct RosterReading {
    @Test func oneRosterServesEveryYearWithoutAYearColumn() throws {
        let rosters = try Roster.read(CSVTable(text: "unit,headcount\n甲处,12\n乙处,9\n"))
        #expect(rosters == [nil: Roster(units: [.init(name: "甲处", headcount: 12), .init(name: "乙处", headcount: 9)])])
    }

    @Test func eachYearHasItsOwnUnitsInTheOrderOfTheFile() throws {
        let text = "年份,处室,人数,并入\n2025,乙处,9,甲处\n2024,甲处,10,\n2025, 甲处 ,12,\n"
        let rosters = try Roster.read(CSVTable(text: text))
        #expect(rosters.count == 2)
        #expect(rosters[2024]?.units.map(\.name) == ["甲处"])
        #expect(
            rosters[2025]
                == Roster(units: [.init(name: "乙处", headcount: 9, mergeInto: "甲处"), .init(name: "甲处", headcount: 12)]))
    }

    @Test func parentsAndSuccessionsAreRead() throws {
        let text = "年份,处室,人数,上级,承接\n2025,甲处,9,,\n2025,乙处,3,机关,\n2026,丙处,12,机关,甲处、 乙处\n"
        let rosters = try Roster.read(CSVTable(text: text))
        #expect(rosters[2025]?.units.map(\.parent) == [nil, "机关"])
        #expect(rosters[2026]?.units[0].succeeds == ["甲处", "乙处"])
        #expect(rosters[2026]?.units[0].parent == "机关")
    }

    @Test func theSeedRosterIsRead() throws {
        let rosters = try Roster.read(CSVTable(bytes: Repository.bytes("seeds/roster.csv")))
        #expect([2024, 2025, 2026].map { rosters[$0]?.headcount } == [212, 217, 222])
        #expect(rosters[2024]?.units.first { $0.name == "督查室" }?.mergeInto == "办公室")
    }

    @Test(arguments: [
        ("处室,数\n甲,3\n", "a roster has the columns unit and headcount"),
        ("处室,人数\n甲,0\n", "row 2 of the roster: the headcount is a positive number"),
        ("处室,人数\n甲,-3\n", "row 2 of the roster: the headcount is a positive number"),
        ("处室,人数\n甲,99999999999999999999\n", "row 2 of the roster: the headcount is a positive number"),
        ("处室,人数\n甲,3\n,4\n", "row 3 of the roster has no unit"),
        ("处室,人数\n甲,3\n甲,4\n", "row 3 of the roster: this unit is listed twice"),
        ("年份,处室,人数\n今年,甲,3\n", "row 2 of the roster: the year is not a number"),
        ("处室,人数,并入\n甲,3,丙\n", "the unit that 甲 merges into is not on the same roster"),
        ("年份,处室,人数,并入\n2024,甲,3,乙\n2025,乙,3,\n", "the unit that 甲 merges into is not on the same roster"),
        ("处室,人数,并入\n甲,3,甲\n", "甲 merges into itself"),
        (
            "年份,处室,人数,承接\n2025,甲,3,\n2026,乙,3,甲\n2026,丙,4,甲\n",
            "乙 and 丙 both go on from 甲; a unit that was split has no year to compare with, so name one heir or none"
        ),
        (
            "年份,处室,人数,承接\n2025,甲,3,\n2026,乙,3,丁\n",
            "乙 goes on from 丁, which the roster of the year before does not list; check the name"
        ),
        ("处室,人数\n甲,3\n合计,3\n", "row 3 of the roster is a total and no unit; remove it"),
        ("年份,处室,人数\n2026,甲,3\n合计,,3\n", "row 3 of the roster is a total and no unit; remove it"),
        ("处室,人数,并入\n甲,3,乙\n乙,3,甲\n", "units merge in a circle: 甲 → 乙 → 甲; leave one of them unmerged"),
        (
            "处室,人数,并入\n丁,3,甲\n甲,3,乙\n乙,3,丙\n丙,3,甲\n",
            "units merge in a circle: 甲 → 乙 → 丙 → 甲; leave one of them unmerged"
        ),
        (
            "名册,,\n处室,人数,并入\n甲,3,\n",
            "row 1 has one cell only and seems to be a title; remove it, the header holds unit and headcount"
        ),
        ("处室,人数\n", "the roster lists no unit"),
    ])
    func rostersThatCannotBeMeantAreRefused(text: String, message: String) {
        let error = #expect(throws: FormError.self) { try Roster.read(CSVTable(text: text)) }
        #expect(error?.wording.english == message)
    }

    @Test(arguments: ["合计", "总计", "小计", "共计", " 合　计 ", "合计：", "Total", "TOTAL", "sum"])
    func aLineOfTotalsIsNoUnit(name: String) {
        let error = #expect(throws: FormError.self) {
            try Roster.read(CSVTable(text: "处室,人数\n甲,3\n乙,4\n\(name),7\n"))
        }
        #expect(error?.wording.chinese == "名册第 4 行是合计，不是处室，请删去")
    }

    @Test func unitsMayMergeOneAfterAnother() throws {
        let text = "处室,人数,并入\n甲,3,乙\n乙,3,丙\n丙,30,\n合计科,3,丙\n"
        #expect(try Roster.read(CSVTable(text: text))[nil as Int?]?.units.count == 4)
    }
}
