import Glibc
import Surveys

/// The files of a folder and of the folders in it, in the order of the bytes of their paths.
package struct FormFolder: Sendable, Equatable {
    package var files: [FormFile] = []
    /// Everything else in it, with the reason why it is left alone.
    package var skipped: [FormBatch.Skipped] = []

    /// - Throws: for a folder that cannot be listed; half a folder would be taken for the whole.
    package init(_ folder: String) throws(FormError) {
        var waiting = [Array(folder.utf8)]
        while let folder = waiting.popLast() {
            for name in try Self.names(in: folder) {
                let file = FormFile(bytes: folder.last == Self.slash ? folder + name : folder + [Self.slash] + name)
                switch Self.kind(of: file) {
                case .folder where name.first == UInt8(ascii: "."):
                    skipped.append(.init(path: file.path, reason: Wording("是隐藏文件夹", "a hidden folder")))
                case .folder: waiting.append(file.bytes)
                case .file: files.append(file)
                case .other(let reason): skipped.append(.init(path: file.path, reason: reason))
                }
            }
            guard files.count <= Self.mostFiles else {
                let path = FormFile(bytes: folder).path
                throw FormError(
                    "\(path)：文件超过 \(Self.mostFiles) 个，请分几次导入",
                    "\(path): more than \(Self.mostFiles) files; import them in several runs")
            }
        }
        files.sort { $0.bytes.lexicographicallyPrecedes($1.bytes) }
        skipped.sort { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private static let mostFiles = 1_000_000
    private static let slash = UInt8(ascii: "/")

    private enum Kind {
        case folder, file
        case other(Wording)
    }

    /// Links are not followed: one that leads back up would never end.
    private static func kind(of file: FormFile) -> Kind {
        var facts = stat()
        guard unsafe lstat(file.bytes.map { CChar(bitPattern: $0) } + [0], &facts) == 0 else {
            let reason = unsafe String(cString: strerror(errno))
            return .other(Wording("读不到（\(reason)）", "cannot be read (\(reason))"))
        }
        switch facts.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        case S_IFLNK:
            return .other(Wording("是链接，没有跟过去；请放文件本身", "a link, which is not followed; put the file itself here"))
        default: return .other(Wording("不是普通文件", "no regular file"))
        }
    }

    private static func names(in folder: [UInt8]) throws(FormError) -> [[UInt8]] {
        guard let stream = unsafe opendir(folder.map { CChar(bitPattern: $0) } + [0]) else {
            let reason = unsafe String(cString: strerror(errno))
            let path = FormFile(bytes: folder).path
            throw FormError("\(path)：不能列出文件夹：\(reason)", "\(path): the folder cannot be listed: \(reason)")
        }
        defer { unsafe closedir(stream) }
        var names: [[UInt8]] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
                unsafe Array(bytes.prefix { $0 != 0 })
            }
            if name != Array(".".utf8), name != Array("..".utf8) { names.append(name) }
        }
        return names
    }
}
