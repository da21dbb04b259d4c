import Forms
import Surveys
import Testing

@Suite struct ColumnMapReading {
    @Test func foreignNamesLeadToCodes() throws {
        let map = try ColumnMap(CSVTable(text: "code,note,column\nA1,,\" 1、您的处室 \"\nA2,,2、岗位\n"))
        #expect(map.codes == ["1、您的处室": "A1", "2、岗位": "A2"])
    }

    @Test(arguments: [
        ("列,code\na,A1\n", "a map has the columns column and code"),
        ("column,code\na,\n", "row 2 of the map has an empty cell"),
        ("column,code\na,A1\na,A2\n", "row 3 of the map: this column is mapped twice"),
        ("column,code\na,A1\nb,A2\nc,A1\n", "rows 2 and 4 of the map both lead to A1"),
    ])
    func mapsThatCannotBeMeantAreRefused(text: String, message: String) {
        let error = #expect(throws: FormError.self) { try ColumnMap(CSVTable(text: text)) }
        #expect(error?.wording.english == message)
    }
}
