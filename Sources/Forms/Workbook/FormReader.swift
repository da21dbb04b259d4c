import Digests
package import Surveys
import Workbooks

/// Reads forms that come back filled in, saved by whatever program, and checks them against one survey.
///
/// Of a file it trusts the sheet 元数据 and the names `答_…`; what an answer means is said by the survey alone.
/// Document properties, which name the person at the keyboard, are never opened.
package struct FormReader: Sendable {
    /// The hidden sheet of a form, and of a coding table, too.
    package static let sheetName = FormKey.sheet

    private let surveyHash: String
    private let fields: [FormField]
    private let cells: [FormCellReader]
    private var reader: ResponseReader

    package init(survey: Survey, surveyHash: String, roster: Roster?) {
        self.surveyHash = surveyHash
        reader = ResponseReader(survey: survey, roster: roster)
        fields = FormField.all(of: reader.variables)
        cells = reader.variables.map(FormCellReader.init)
    }

    package mutating func read(_ file: FormFile) -> FormReading {
        do throws(WorkbookError) {
            return read(bytes: try file.contents(), path: file.path)
        } catch {
            return unusable(file.path, nil, Self.wording(of: error))
        }
    }

    /// A form that is already in memory.
    ///
    /// - Parameter path: how the file is called in what is said of it.
    package mutating func read(bytes: [UInt8], path: String) -> FormReading {
        var reading: FormReading
        do throws(WorkbookError) {
            reading = try read(WorkbookReader(bytes, limits: .form), path: path)
        } catch {
            reading = unusable(path, nil, Self.wording(of: error))
        }
        reading.digest = SHA256.digest(of: bytes)
        return reading
    }

    private mutating func read(_ book: WorkbookReader, path: String) throws(WorkbookError) -> FormReading {
        let identity: FormIdentity
        do throws(FormError) {
            identity = try Self.identity(in: book)
        } catch {
            return unusable(path, nil, error.wording)
        }
        guard identity.surveyHash == surveyHash else {
            return unusable(
                path, identity,
                Wording(
                    "这份表是按另一版问卷（\(identity.year) 年）做的，请用当前问卷重新发表填写",
                    "this form was made from another version of the survey (\(identity.year)); hand out forms of the current one"
                ))
        }
        guard !book.countsFrom1904 else {
            return unusable(
                path, identity,
                Wording(
                    "这份表改用了 1904 日期系统，日期会差四年；请在 Excel 的“选项—高级”里取消后再填日期",
                    "the form counts days from 1904, four years apart from ours; switch that off under Options – Advanced and fill in the days again"
                ))
        }
        guard let contents = try contents(of: book) else {
            return unusable(
                path, identity,
                Wording(
                    "作答格的名称不全或指错了地方，请用原来的空表重新填写",
                    "names of answer cells are missing or lead elsewhere; fill in an untouched copy of the form"))
        }
        let (response, reasons) = check(contents)
        return FormReading(
            path: path, identity: identity, outcome: reasons.isEmpty ? .response(response) : .refused(reasons))
    }

    // MARK: What the file holds

    private static func identity(in book: WorkbookReader) throws(FormError) -> FormIdentity {
        let cells: [Cell: WorkbookReader.Content]?
        do throws(WorkbookError) {
            cells = try book.cells(of: FormKey.sheet)
        } catch {
            throw FormError(error.message(in: .chinese), error.message(in: .english))
        }
        guard let cells else { throw noForm }
        var values: [FormKey: String] = [:]
        for row in 1...(FormKey.allCases.count + 1) {
            guard let key = cells[Cell(row: row, column: 1)], case .text(let name) = key.value,
                let known = FormKey(rawValue: name), values[known] == nil
            else { continue }
            guard let content = cells[Cell(row: row, column: 2)] else { continue }
            guard !content.isFormula else { throw noForm }
            switch content.value {
            case .text(let text): values[known] = text
            case .number(let number): values[known] = Int(exactly: number).map(String.init)
            case .day, .truth, .error, .unknown: break
            }
        }
        guard values[.format] == FormKey.formatName, let version = values[.version] else { throw noForm }
        guard version == String(FormKey.currentVersion) else {
            throw FormError(
                "填报表的格式版本是 \(version)，这个程序只读版本 \(FormKey.currentVersion)；请用做表的那一版程序导入",
                "the form has format version \(version), this program reads version \(FormKey.currentVersion); import it with the release that made it"
            )
        }
        guard let hash = values[.hash], let serial = values[.serial].flatMap({ Int($0) }), serial > 0,
            let year = values[.year].flatMap({ Int($0) }), (1...9999).contains(year)
        else { throw noForm }
        return FormIdentity(serial: serial, code: values[.code], surveyHash: hash, year: year)
    }

    /// What stands in each answer cell; nil unless every name leads to one cell of its own, all on one sheet.
    private func contents(of book: WorkbookReader) throws(WorkbookError) -> [WorkbookReader.Content?]? {
        var places: [Cell] = []
        var sheet: String?
        for field in fields {
            guard let target = book.names[field.name], target.range.first == target.range.last,
                sheet == nil || sheet == target.sheet
            else { return nil }
            sheet = target.sheet
            places.append(target.range.first)
        }
        guard Set(places).count == places.count else { return nil }
        guard let sheet else { return [] }
        guard let cells = try book.cells(of: sheet) else { return nil }
        return places.map { cells[$0] }
    }

    // MARK: What it says

    private mutating func check(
        _ contents: [WorkbookReader.Content?]
    ) -> (response: Response, reasons: [FormReading.Reason]) {
        var found: [(variable: Int, fault: FormReading.Fault)] = []
        var texts: [Substring?] = []
        var next = 0
        for (index, cell) in cells.enumerated() {
            let own = contents[next..<(next + cell.count)]
            next += cell.count
            switch cell.text(of: own) {
            case .success(let text): texts.append(text[...])
            case .failure(let error):
                found.append((index, error.fault))
                texts.append("")
            }
        }
        let (response, refused) = reader.read(texts)
        let faulty = Set(found.map(\.variable))
        for (variable, refusal) in refused {
            // What hides it may be the answer that is no answer: then there is nothing to say of it yet.
            if refusal == .notAsked, dependsOn(faulty, variable) { continue }
            found.append((variable, .answer(refusal)))
        }
        let named = faulty.union(refused.map(\.variable))
        for (index, answer) in response.answers.enumerated()
        where answer == .missing && reader.variables[index].isRequired && !named.contains(index) {
            found.append((index, .unanswered))
        }
        let reasons = found.sorted { $0.variable < $1.variable }.map {
            FormReading.Reason(question: reader.variables[$0.variable].name, fault: $0.fault)
        }
        return (response, reasons)
    }

    private func dependsOn(_ faulty: Set<Int>, _ variable: Int) -> Bool {
        let names = Set(faulty.map { reader.variables[$0].name })
        return reader.variables[variable].show.contains { $0.references.contains { names.contains($0.name) } }
    }

    private func unusable(_ path: String, _ identity: FormIdentity?, _ wording: Wording) -> FormReading {
        FormReading(path: path, identity: identity, outcome: .unusable(wording))
    }

    private static let noForm = FormError(
        "不是自查填报表（没有表格信息）；请交回发下去的那份表",
        "this is no form of zicha (it says nothing of itself); hand in the form that was given out")

    private static func wording(of error: WorkbookError) -> Wording {
        Wording(error.message(in: .chinese), error.message(in: .english))
    }
}
