import ArgumentParser
import Forms
import Reports
import Surveys
import Workbooks

/// Whether a file that is there already may be replaced.
///
/// Nothing that people may have typed into is lost: without `--overwrite` an existing file is refused, and with it a
/// workbook that was filled in (an action list, a form, a coding table) is kept beside under a new name.
struct OverwriteOption: ParsableArguments {
    @Flag(
        name: .customLong("overwrite"),
        help: "文件已经有了也照样写；填写过的工作簿另存一份 | Replace files that exist; a workbook that was filled in is kept beside.")
    var isOn = false

    /// Says before any work what would stop a target from being written.
    func check(_ target: Output, sparing inputs: [String]) throws(Complaint) {
        try target.check(sparing: inputs)
        if !isOn { try target.checkIsNew() }
    }

    /// Writes a workbook, over an earlier one if there is one.
    ///
    /// - Parameter write: gives the new file its name in one step, or throws and leaves the earlier one.
    func writeWorkbook<Result>(_ path: String, _ console: Console, _ write: () throws -> Result) throws -> Result {
        guard let earlier = FilledWorkbook(at: path) else { return try write() }
        let kept = try earlier.keep(in: console.language)
        let result: Result
        do {
            result = try write()
        } catch {
            Files.remove(kept)
            throw error
        }
        // What stands in both was put there by the program and not by people.
        guard FilledWorkbook(at: path)?.inputs != earlier.inputs else {
            Files.remove(kept)
            return result
        }
        console.say(
            Wording(
                "\(path)：原来的文件里供人填写的格子和新写的不一样，原件留作 \(kept)",
                "\(path): the cells that people fill in differ between the earlier file and the new one; the earlier file is kept as \(kept)"
            ))
        return result
    }
}

/// A workbook in which something stands in the cells that people fill in.
struct FilledWorkbook {
    let path: String
    /// By sheet; nil where it cannot be told, because the file has a password or another program dropped its styles.
    let inputs: [String: [Cell: WorkbookReader.Content]]?

    /// - Returns: nil where there is no file, or none in which anything was filled in.
    init?(at path: String) {
        guard Files.exists(path) else { return nil }
        self.path = path
        guard let bytes = try? Files.bytes(of: path, atMost: Self.limits.fileSize),
            let book = try? WorkbookReader(bytes, limits: Self.limits, mostCells: Self.mostCells)
        else {
            inputs = nil
            return
        }
        let isForPeople = book.sheetNames.contains { FollowUp.sheetNames.contains($0) || $0 == FormReader.sheetName }
        inputs = try? book.inputs()
        if inputs.map(\.isEmpty) ?? !isForPeople { return nil }
    }

    /// An export has a sheet with a row for everybody, a report a page for each of thousands of units.
    private static let limits = ZipArchive.Limits(
        fileSize: 128 << 20, partSize: 512 << 20, totalSize: 1 << 30, partCount: 20_000)
    private static let mostCells = 4_000_000

    /// Gives the file a second name beside its own: `报告-原件1.xlsx`.
    func keep(in language: ReaderLanguage) throws(Complaint) -> String {
        let (folder, name) = Files.parts(of: path)
        let dot = name.lastIndex(of: ".") ?? name.endIndex
        let word = Wording("原件", "earlier").text(in: language)
        for number in 1...Self.mostKept {
            let kept = "\(folder)/\(name[..<dot])-\(word)\(number)\(name[dot...])"
            if try Files.link(path, as: kept) { return kept }
        }
        throw Complaint(
            at: path,
            Wording("旁边已留有太多原件；请先整理这个文件夹", "too many earlier files are kept beside it; tidy the folder first"))
    }

    private static let mostKept = 1000
}
