import Surveys

extension Report {
    /// The whole report as one page that needs nothing else: no script, no font, no picture from elsewhere.
    package var html: String {
        let words = PageWords(language: language)
        let shown = sheetsToRead
        var anchors: [String: String] = [:]
        for (index, sheet) in shown.enumerated() { anchors[sheet.name] = "s\(index + 1)" }
        var styles = PageStyles()
        var sections = ""
        var contents = ""
        for (index, sheet) in shown.enumerated() {
            let id = "s\(index + 1)"
            contents += "<li><a href=\"#\(id)\">\(Markup.escaped(sheet.name))</a></li>\n"
            sections += PageSection(sheet: sheet, id: id, anchors: anchors, words: words).html(&styles)
        }
        return """
            <!DOCTYPE html>
            <html lang="\(language == .chinese ? "zh-CN" : "en")">
            <head>
            <meta charset="utf-8"/>
            <meta name="viewport" content="width=device-width, initial-scale=1"/>
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"/>
            <title>\(Markup.escaped(title))</title>
            <style>
            \(PageStyles.base)\(styles.css)</style>
            </head>
            <body>
            <header>
            <h1>\(Markup.escaped(title))</h1>
            </header>
            <nav aria-label="\(words.contents)">
            <ol>
            \(contents)</ol>
            </nav>
            <main>
            \(sections)</main>
            <footer>\(Markup.escaped(words.origin(identity)))</footer>
            </body>
            </html>

            """
    }
}
