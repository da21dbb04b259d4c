extension WorkbookReader {
    /// What stands in the cells that sheet protection leaves open for typing, by sheet; formulas among them.
    ///
    /// Only the lock of a cell's style counts, since people switch the protection of a sheet off to add rows.
    ///
    /// - Returns: sheets without such cells are left out; nil where every style is locked, be it that nothing is to be
    ///   typed into the workbook, or that another program has dropped its styles.
    /// - Throws: as ``cells(of:)``.
    public func inputs() throws(WorkbookError) -> [String: [Cell: Content]]? {
        let open = try unlockedStyles()
        guard !open.isEmpty else { return nil }
        var inputs: [String: [Cell: Content]] = [:]
        for sheet in sheetNames {
            let found = try cells(of: sheet, styledBy: open) ?? [:]
            if !found.isEmpty { inputs[sheet] = found }
        }
        return inputs
    }

    /// The indices of the cell styles that are not locked. A style is locked where nothing is said.
    private func unlockedStyles() throws(WorkbookError) -> Set<Int> {
        guard var tokens = try tokens(of: "xl/styles.xml") else { return [] }
        var open: Set<Int> = []
        var isInStyles = false
        var index = -1
        while let token = tokens.next() {
            switch token {
            case .start("cellXfs", _): isInStyles = true
            case .end("cellXfs"): return open
            case .start("xf", _) where isInStyles: index += 1
            case .start("protection", let attributes) where isInStyles:
                if ["0", "false"].contains(attributes["locked"]) { open.insert(index) }
            default: break
            }
        }
        return open
    }
}
