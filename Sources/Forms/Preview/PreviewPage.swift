/// One HTML file that needs nothing beside it: the questionnaire in one language or several, with a switch that works
/// without a script.
package struct PreviewPage: Sendable, Equatable {
    /// One a language; the first is the one that is shown at first.
    package var previews: [Preview]

    package init(_ previews: [Preview]) {
        self.previews = previews
    }

    /// The file's text. It is XML too, so that any program can check it.
    package var html: String {
        guard let first = previews.first else { return "" }
        var out = HTMLText()
        out.line("<!DOCTYPE html>")
        out.open("html", [("xmlns", "http://www.w3.org/1999/xhtml"), ("lang", first.language)])
        out.open("head")
        out.void("meta", [("charset", "utf-8")])
        out.void("meta", [("name", "viewport"), ("content", "width=device-width, initial-scale=1")])
        out.element("title", first.title)
        out.open("style")
        out.line(PreviewStyle.sheet + previews.map(\.language).map(PreviewStyle.switching).joined())
        out.close("style")
        out.close("head")
        out.open("body")
        if previews.count > 1 { writeSwitch(&out) }
        out.open("main")
        for preview in previews {
            var painter = PreviewHTMLPainter(preview)
            painter.paint()
            out.append(painter.out)
        }
        out.close("main")
        out.close("body")
        out.close("html")
        return out.text
    }

    /// The choice stands before everything that it shows or hides: style sheets look only forward.
    private func writeSwitch(_ out: inout HTMLText) {
        for (index, preview) in previews.enumerated() {
            out.void(
                "input",
                [("class", "switch"), ("type", "radio"), ("name", "language"), ("id", "show-\(preview.language)")]
                    + (index == 0 ? [("checked", "checked")] : []))
        }
        out.open("nav", [("class", "languages")])
        for preview in previews {
            out.element(
                "label", Self.name(of: preview.language),
                [("for", "show-\(preview.language)"), ("lang", preview.language)])
        }
        out.close("nav")
    }

    /// What a language calls itself.
    private static func name(of language: String) -> String {
        switch language {
        case "zh": "中文"
        case "en": "English"
        case "bo": "བོད་ཡིག"
        case "ug": "ئۇيغۇرچە"
        case "mn": "ᠮᠣᠩᠭᠣᠯ ᠬᠡᠯᠡ"
        case "kk": "قازاقشا"
        case "ko": "조선말"
        case "za": "Vahcuengh"
        case "ii": "ꆈꌠꉙ"
        default: language
        }
    }
}
