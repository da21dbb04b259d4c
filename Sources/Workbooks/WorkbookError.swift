/// Why a workbook could not be written or read: a code to test, the place, and a sentence in two languages.
///
/// An error names sheets, cells and paths. It never quotes what stands in a cell, because cells hold answers.
public struct WorkbookError: Error, Hashable, Sendable {
    /// The kind of trouble, for code that wants to act on it.
    public let code: Code
    /// Where it happened: `sheet!cell`, the name of a sheet, or the path of a file.
    public let place: String

    /// What is wrong and what to do, without the place.
    package let chinese: String
    package let english: String

    init(_ code: Code, at place: String, chinese: String, english: String) {
        self.code = code
        self.place = place
        self.chinese = chinese
        self.english = english
    }

    /// Place and sentence, ready to be shown.
    public func message(in language: Language) -> String {
        switch language {
        case .chinese: place.isEmpty ? chinese : "\(place)：\(chinese)"
        case .english: place.isEmpty ? english : "\(place): \(english)"
        }
    }

    /// The languages in which the room can explain itself.
    public enum Language: Sendable, CaseIterable {
        /// Simplified Chinese.
        case chinese
        /// English.
        case english
    }

    /// The kinds of trouble; a new kind can be added without breaking a caller.
    public struct Code: Hashable, Sendable {
        private enum Kind: Hashable, Sendable {
            case unwritableTarget, systemCall, libraryFailure, damagedOutput, unfinishedSheet
            case badSheetName, badName, badCell, badText, badNumber, badDate, badFormula, badNumberFormat
            case overlap, badTable, badValidation, badHeaderFooter, badLayout, badProperties
            case missingSheet, badChart, unreadableArchive, notEnoughSpace
        }
        private let kind: Kind

        /// The folder or file cannot be written; found before any work is done.
        public static let unwritableTarget = Code(kind: .unwritableTarget)
        /// The operating system refused a step while the file was being finished.
        public static let systemCall = Code(kind: .systemCall)
        /// The disk has too little room for the file; found before anything is written.
        public static let notEnoughSpace = Code(kind: .notEnoughSpace)
        /// The Excel library refused something that our own walls let through.
        public static let libraryFailure = Code(kind: .libraryFailure)
        /// The file written does not read back whole.
        public static let damagedOutput = Code(kind: .damagedOutput)
        /// A sheet was left half written, so the workbook is not sealed.
        public static let unfinishedSheet = Code(kind: .unfinishedSheet)
        /// A sheet name that Excel, or a formula, would not take.
        public static let badSheetName = Code(kind: .badSheetName)
        /// A defined name or table name that Excel would not take.
        public static let badName = Code(kind: .badName)
        /// A cell or range outside the sheet.
        public static let badCell = Code(kind: .badCell)
        /// A text that is too long for its place.
        public static let badText = Code(kind: .badText)
        /// A number that is not finite.
        public static let badNumber = Code(kind: .badNumber)
        /// A date that is not in the calendar, or not in Excel's.
        public static let badDate = Code(kind: .badDate)
        /// A formula that not every reader computes alike.
        public static let badFormula = Code(kind: .badFormula)
        /// A number format that the library would cut off.
        public static let badNumberFormat = Code(kind: .badNumberFormat)
        /// Two things claim the same cells.
        public static let overlap = Code(kind: .overlap)
        /// A table without rows, or with unusable headers.
        public static let badTable = Code(kind: .badTable)
        /// An input rule that nobody can satisfy, or whose message is too long.
        public static let badValidation = Code(kind: .badValidation)
        /// A header or footer longer than Excel keeps.
        public static let badHeaderFooter = Code(kind: .badHeaderFooter)
        /// A width, height, margin or limit outside what Excel keeps.
        public static let badLayout = Code(kind: .badLayout)
        /// Document properties that are missing, too long or given twice.
        public static let badProperties = Code(kind: .badProperties)
        /// Something points to a sheet that was never added.
        public static let missingSheet = Code(kind: .missingSheet)
        /// A chart without numbers, or whose numbers stand on no sheet.
        public static let badChart = Code(kind: .badChart)
        /// A zip file that is damaged, too large or not plain.
        public static let unreadableArchive = Code(kind: .unreadableArchive)
    }
}

extension WorkbookError: CustomStringConvertible {
    /// The English sentence with its place.
    public var description: String { message(in: .english) }
}
