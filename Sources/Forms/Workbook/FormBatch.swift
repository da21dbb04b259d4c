import Dispatch
package import Surveys
import Synchronization

/// Many files that came back, read on several cores; the answers come out in the order in which the files were named.
package struct FormBatch: Sendable {
    /// One for each file that is a form or was meant as one.
    package var readings: [FormReading]
    /// Files that lie beside the forms and are none, each with the reason.
    package var skipped: [Skipped]

    package struct Skipped: Sendable, Equatable {
        package var path: String
        package var reason: Wording
    }

    /// Reads files, and skips what by its name is no form.
    ///
    /// - Parameters:
    ///   - files: in the order in which everything is said; those of a folder are listed by `FormFolder`.
    ///   - reader: for the survey that the forms were made from; each core works with a copy.
    ///   - cores: how many files are read at the same time.
    ///   - progress: is told how many of the forms are read, and how many there are; on any core, never two at once.
    package static func read(
        _ files: [FormFile], with reader: FormReader, cores: Int = 2,
        progress: @escaping @Sendable (Int, Int) -> Void = { _, _ in }
    ) -> FormBatch {
        var skipped: [Skipped] = []
        var forms: [FormFile] = []
        for file in files {
            if let reason = reasonToSkip(file.name) {
                skipped.append(Skipped(path: file.path, reason: reason))
            } else {
                forms.append(file)
            }
        }
        return FormBatch(readings: readings(forms, reader, max(1, min(cores, forms.count)), progress), skipped: skipped)
    }

    /// Each core takes the next file; what it read waits at the file's place.
    private static func readings(
        _ files: [FormFile], _ reader: FormReader, _ cores: Int, _ progress: @escaping @Sendable (Int, Int) -> Void
    ) -> [FormReading] {
        let next = Atomic<Int>(0)
        let results = Mutex<(slots: [FormReading?], done: Int)>((Array(repeating: nil, count: files.count), 0))
        DispatchQueue.concurrentPerform(iterations: cores) { _ in
            var reader = reader
            while true {
                let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
                guard index < files.count else { return }
                let reading = reader.read(files[index])
                results.withLock { results in
                    results.slots[index] = reading
                    results.done += 1
                    progress(results.done, files.count)
                }
            }
        }
        return results.withLock { $0.slots.compactMap { $0 } }
    }

    /// Why a file is not even opened; nil for one that may be a form.
    static func reasonToSkip(_ name: String) -> Wording? {
        if name.hasPrefix("~$") || name.hasPrefix(".~lock.") {
            return Wording("是表格程序打开文件时的锁文件", "a lock file of an office program that has the form open")
        }
        if name.hasPrefix(".") { return Wording("是隐藏文件", "a hidden file") }
        let end = name.split(separator: ".").count > 1 ? name.split(separator: ".").last.map { $0.lowercased() } : nil
        switch end {
        case "xlsx": return nil
        case "xls", "et", "xlsm", "xlsb", "ods", "csv", "numbers":
            return Wording("不是 .xlsx，请打开后另存为 .xlsx", "not .xlsx; open it and save it as .xlsx")
        default: return Wording("不是 .xlsx 填报表", "no .xlsx form")
        }
    }
}
