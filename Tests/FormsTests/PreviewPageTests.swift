import Forms
import Foundation
import FoundationXML
import Surveys
import TestSupport
import Testing

/// A parsed page: what a strict XML parser finds in it.
private final class ParsedPage: NSObject, XMLParserDelegate {
    struct Element {
        var name: String
        var attributes: [String: String]
        var path: [String]
    }

    private(set) var elements: [Element] = []
    private(set) var text = ""
    private var open: [String] = []

    init(_ html: String) throws {
        super.init()
        let parser = XMLParser(data: Data(html.utf8))
        parser.delegate = self
        guard parser.parse() else { throw Malformed(line: parser.lineNumber, column: parser.columnNumber) }
    }

    struct Malformed: Error { var line: Int, column: Int }

    func parser(
        _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
        attributes: [String: String]
    ) {
        elements.append(Element(name: name, attributes: attributes, path: open))
        open.append(name)
    }

    func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
        open.removeLast()
    }

    func parser(_ parser: XMLParser, foundCharacters string: String) {
        if open.last != "style" { text += string }
    }

    func all(_ name: String) -> [Element] { elements.filter { $0.name == name } }
}

@Suite struct PreviewPageTests {
    private func page(_ survey: Survey, _ languages: [String]? = nil) throws -> (html: String, parsed: ParsedPage) {
        var settings = Preview.Settings()
        settings.showsRules = true
        let previews = (languages ?? survey.languages).map { Preview(survey, language: $0, settings: settings) }
        let html = PreviewPage(previews).html
        return (html, try ParsedPage(html))
    }

    @Test(arguments: Repository.surveyNames)
    func shippedSurveysAreWellFormedAndWhole(_ name: String) throws {
        let survey = try Repository.survey(name)
        let page = try page(survey).parsed
        for preview in survey.languages.map({ Preview(survey, language: $0) }) {
            for block in preview.pages.flatMap(\.blocks) { #expect(page.text.contains(block.text.plain)) }
        }
        let questions = survey.questions.count { $0.kind != .note }
        #expect(page.all("fieldset").count == questions * survey.languages.count)
        #expect(page.all("legend").count == questions * survey.languages.count)
    }

    @Test func everyTextIsEscaped() throws {
        let nasty = "<script>alert(1)</script> & \"乙\" 'c' ]]> &amp;"
        var survey = try previewSample()
        survey.changeTexts { key, text in
            text.main = "\(key) zh \(nasty)"
            text.translations = ["en": "\(key) en \(nasty)"]
        }
        // A scale is found by its name.
        let (first, second) = (survey.scales[0].name.main, survey.scales[1].name.main)
        for index in survey.sections[1].questions.indices {
            switch survey.sections[1].questions[index].kind {
            case .likert: survey.sections[1].questions[index].kind = .likert(scale: first)
            case .pair: survey.sections[1].questions[index].kind = .pair(scale: second)
            default: break
            }
        }
        survey.sections[0].questions[3].kind = .number(nil, unit: nasty)
        let (html, parsed) = try page(survey)
        #expect(!html.contains("<script"))
        #expect(parsed.all("script").isEmpty)
        #expect(parsed.text.contains(" \(nasty) "))
        // Title, headings, stems, options, rows, levels, helps, rules: all of them arrive as they were.
        let shown = survey.keyedTexts.filter { $0.isSpoken && !$0.key.hasPrefix("dimension:") }
        for keyed in shown {
            for wording in keyed.text.wordings { #expect(parsed.text.contains(wording), "\(wording)") }
        }
        #expect(shown.count > 50)
        let unit = "<b>处</b>"
        var settings = Preview.Settings()
        settings.roster = Roster(units: [.init(name: unit, headcount: 9)])
        let listed = PreviewPage([Preview(try previewSample(), language: "zh", settings: settings)]).html
        #expect(!listed.contains(unit))
        #expect(try ParsedPage(listed).text.contains(unit))
    }

    @Test func controlCharactersDoNotBreakThePage() throws {
        var survey = try previewSample()
        survey.title.main = "甲\u{1}乙\u{FFFE}丙"
        #expect(try page(survey).parsed.text.contains("甲\u{FFFD}乙\u{FFFD}丙"))
    }

    @Test func nothingIsLoadedFromElsewhere() throws {
        let (html, parsed) = try page(previewSample())
        for element in parsed.elements {
            #expect(element.attributes.keys.allSatisfy { !["src", "href", "action", "style"].contains($0) })
            #expect(element.attributes.keys.allSatisfy { !$0.hasPrefix("on") })
            #expect(!["script", "link", "img", "iframe", "form", "object"].contains(element.name))
        }
        #expect(!html.contains("url(") && !html.contains("@import"))
    }

    @Test func everyFieldHasALabelAndEveryIdIsThereOnce() throws {
        let parsed = try page(previewSample()).parsed
        let ids = parsed.elements.compactMap { $0.attributes["id"] }
        #expect(Set(ids).count == ids.count)
        for element in parsed.elements {
            for key in ["aria-labelledby", "for"] {
                if let target = element.attributes[key] { #expect(ids.contains(target), "\(target)") }
            }
            guard ["input", "select", "textarea"].contains(element.name), element.attributes["class"] != "switch" else {
                continue
            }
            #expect(
                element.path.contains("label") || element.attributes["aria-labelledby"] != nil, "\(element.attributes)")
        }
        #expect(parsed.all("th").allSatisfy { ["col", "row"].contains($0.attributes["scope"]) })
    }

    @Test func answersToDifferentQuestionsDoNotSwitchOneAnother() throws {
        let survey = try previewSample()
        let names = try page(survey).parsed.all("input").compactMap { $0.attributes["name"] }
        // A radio group for each variable that is ticked, in each language, and one for the languages.
        let ticked = survey.variables.count { variable in
            switch variable.domain {
            case .levels, .options: variable.code != "QT"
            case .integers(let range): range.count <= 11
            case .optionSet, .ranking, .number, .text, .day, .month, .unit: false
            }
        }
        #expect(Set(names).count == ticked * 2 + 1)
    }

    @Test func aSurveyInOneLanguageHasNoSwitch() throws {
        let two = try page(previewSample()).parsed
        #expect(two.all("article").map { $0.attributes["lang"] } == ["zh", "en"])
        #expect(two.all("label").compactMap { $0.attributes["for"] } == ["show-zh", "show-en"])
        #expect(two.all("input").filter { $0.attributes["checked"] != nil }.map { $0.attributes["id"] } == ["show-zh"])
        let one = try page(previewSample(), ["en"]).parsed
        #expect(one.all("article").map { $0.attributes["lang"] } == ["en"])
        #expect(one.all("html").map { $0.attributes["lang"] } == ["en"])
        #expect(one.all("nav").isEmpty)
    }
}
