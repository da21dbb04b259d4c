package import Surveys
import Workbooks

/// The questionnaire as a workbook that is filled in without a network: 填写说明, 问卷, and two hidden sheets.
///
/// Composed once from a survey, it is written as often as there are people, each time with its own number and code.
package struct WorkbookForm: Sendable {
    let survey: Survey
    let surveyHash: String
    let year: Int
    let language: String
    let title: String
    let introduction: [String]
    let composer: FormComposer
    let fields: [FormField]
    let variables: [Variable]

    /// - Parameters:
    ///   - surveyHash: what the forms are held to when they come back.
    ///   - roster: the units to choose from; without one a unit is typed.
    ///   - language: one of the survey's; nil for the one that it is written in.
    package init(survey: Survey, surveyHash: String, year: Int, roster: Roster?, language: String?) {
        let language = language ?? survey.languages.first ?? "zh"
        self.survey = survey
        self.surveyHash = surveyHash
        self.year = year
        self.language = language
        composer = FormComposer(survey, roster: roster, language: language)
        variables = survey.variables
        fields = FormField.all(of: variables)
        let preview = Preview(survey, language: language)
        title = preview.title.isEmpty ? composer.phrases.say("问卷", "Questionnaire") : preview.title
        introduction = preview.introduction.map(\.plain)
    }

    /// `问卷_学习型机关年度自查_00012.xlsx`
    package func fileName(serial: Int) -> String {
        let plain = title.unicodeScalars.map { scalar in
            scalar.value < 0x20 || "/\\:*?\"<>|".unicodeScalars.contains(scalar) ? "_" : scalar
        }
        return "问卷_\(String(String.UnicodeScalarView(plain.prefix(40))))_\(FormIdentity.padded(serial)).xlsx"
    }

    /// Writes one form, readable by its owner alone: it carries a code. A file of that name is replaced, and only by a
    /// whole one.
    ///
    /// - Parameters:
    ///   - code: the one-time code that the form carries; nil for forms that cannot be told apart when they come back.
    ///   - serial: which of the forms made together, from 1.
    package func write(to path: String, code: String?, serial: Int, madeOn day: Day) throws(FormError) {
        let identity = FormIdentity(serial: serial, code: code, surveyHash: surveyHash, year: year)
        do {
            let made = try WorkbookDay(year: day.year, month: day.month, day: day.day)
            let properties = WorkbookProperties(
                title: String(title.prefix(120)), author: "zicha", created: try WorkbookMoment(made),
                subject: identity.formID, category: composer.phrases.say("问卷", "Questionnaire"))
            // A form can be made again, so nothing is won by waiting for the disk after each of thousands.
            var book = try Workbook(at: path, properties: properties, waitsForDisk: false, isPrivate: true)
            try FormPainter(form: self, identity: identity, made: made).paint(&book)
            _ = try book.close()
        } catch let error as WorkbookError {
            throw FormError(error.message(in: .chinese), error.message(in: .english))
        } catch {
            throw FormError("\(path)：没有写成：\(error)", "\(path): not written: \(error)")
        }
    }
}
