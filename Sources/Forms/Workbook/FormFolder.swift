import Glibc

/// The files of a folder and of the folders in it, in the order of their paths.
package enum FormFolder {
    /// - Throws: for a folder that cannot be listed; half a folder would be taken for the whole.
    package static func files(in folder: String) throws(FormError) -> [String] {
        var files: [String] = []
        var waiting = [folder]
        while let folder = waiting.popLast() {
            for name in try names(in: folder) {
                let path = folder.hasSuffix("/") ? folder + name : "\(folder)/\(name)"
                switch kind(of: path) {
                case .folder: if !name.hasPrefix(".") { waiting.append(path) }
                case .file: files.append(path)
                case .other: break
                }
            }
            guard files.count <= mostFiles else {
                throw FormError(
                    "\(folder)：文件超过 \(mostFiles) 个，请分几次导入",
                    "\(folder): more than \(mostFiles) files; import them in several runs")
            }
        }
        // By bytes, which no locale changes.
        return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    private static let mostFiles = 1_000_000

    private enum Kind { case folder, file, other }

    /// Links are not followed: one that leads back up would never end.
    private static func kind(of path: String) -> Kind {
        var facts = stat()
        guard unsafe lstat(path, &facts) == 0 else { return .other }
        switch facts.st_mode & S_IFMT {
        case S_IFDIR: return .folder
        case S_IFREG: return .file
        default: return .other
        }
    }

    private static func names(in folder: String) throws(FormError) -> [String] {
        guard let stream = unsafe opendir(folder) else {
            let reason = unsafe String(cString: strerror(errno))
            throw FormError("\(folder)：不能列出文件夹：\(reason)", "\(folder): the folder cannot be listed: \(reason)")
        }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { start in
                unsafe String(cString: UnsafeRawPointer(start).assumingMemoryBound(to: CChar.self))
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }
}
