import Disclosure
import Scoring
import Surveys
import Testing
import Workbooks

@testable import Reports

/// An English sheet has straight quotes.
func straight(_ text: String) -> String { text.replacing("“", with: "\"").replacing("”", with: "\"") }

@Suite("A book as its reader sees it")
struct LookTests {
    private func report(
        _ language: ReaderLanguage = .chinese, headcounts: [Int] = [30, 25, 20, 24], trend: Double = 0.3
    ) throws -> Report {
        try Report(
            of: sampleRelease(headcounts: headcounts, trend: trend), as: .office, language: language,
            identity: sampleIdentity)
    }

    @Test(
        "says in the title of every chart of whom it is, for their numbers share a sheet",
        arguments: ReaderLanguage.allCases)
    func titles(language: ReaderLanguage) throws {
        let titles = try report(language).sheets.flatMap(\.charts).map(\.figure.onPage.title)
        #expect(titles.count > 8)
        #expect(Set(titles).count == titles.count)
        for unit in ["办公室", "法规处", "财务处", "督查室"] { #expect(titles.contains { $0.contains(unit) }) }
    }

    @Test("names no column by its letter beside a chart: a web page has none", arguments: ReaderLanguage.allCases)
    func places(language: ReaderLanguage) throws {
        let sheets = try report(language).sheets
        let names = Set(sheets.map(\.name)).subtracting([SheetKind.chartData.name.text(in: language)])
        for sheet in sheets {
            for chart in sheet.charts {
                #expect(chart.altText.firstMatch(of: #/[A-Z]、[A-Z]列|columns [A-Z] /#) == nil)
                #expect(!chart.altText.contains(SheetKind.chartData.name.text(in: language)))
            }
            #expect(names.contains(sheet.name) || sheet.charts.isEmpty)
        }
    }

    @Test("promises no sheet outside the workbook that is not there", arguments: ReaderLanguage.allCases)
    func promises(language: ReaderLanguage) throws {
        let report = try report(language)
        let name = SheetKind.chartData.name.text(in: language)
        #expect(report.sheets.contains { $0.name == name })
        for text in [report.text, report.markdown, report.html] {
            #expect(!text.contains(name) && !text.contains(MarkdownText.escaped(name)))
        }
    }

    @Test("has no curly quotes in English, which Chinese fonts draw as wide as a letter")
    func quotes() throws {
        let english = try report(.english, trend: -1.5)
        #expect(english.text.contains("\""))
        for line in english.text.split(separator: "\n") { #expect(!line.contains { "“”".contains($0) }, "\(line)") }
        for chart in english.sheets.flatMap(\.charts) { #expect(!chart.altText.contains { "“”".contains($0) }) }
    }

    @Test("has room in the contents for the longest name of a sheet on one line")
    func contents() throws {
        // Two too small to stand alone are merged, and their names joined.
        let report = try report(headcounts: [30, 25, 6, 6])
        let contents = try #require(report.sheet("目录"))
        let longest = try #require(report.sheets.map { TextMeasure.width(of: $0.name) }.max())
        #expect(longest > 18)
        #expect(try #require(contents.widths[2]) * 11 / 10.5 >= Double(longest))
    }

    @Test("writes a fall in words, as an office does, and not with a sign")
    func falls() throws {
        let context = try #require(
            ReportContext(
                release: sampleRelease(trend: -1.5), edition: .committee, language: .chinese, identity: sampleIdentity))
        let falls = MeasureSeed.all(context).filter { $0.rule == .fall }
        #expect(!falls.isEmpty)
        for fall in falls { #expect(fall.evidence.firstMatch(of: #/^较上年下降[0-9]+\.[0-9]分，/#) != nil) }
    }

    @Test("says on the method sheet what [界] is", arguments: ReaderLanguage.allCases)
    func bounds(language: ReaderLanguage) throws {
        let name = SheetKind.method.name.text(in: language)
        let code = SheetComposer.Absence.bounded.wording.text(in: language)
        #expect(try #require(report(language).sheet(name)).text.contains(code))
    }

    @Test("of two dozen units keeps blocks whole, each under its head, and lists every unit")
    func manyUnits() throws {
        let report = try report(headcounts: Array(repeating: 25, count: 24))
        let sheet = try #require(report.sheet("处室对比"))
        let units = ["办公室", "法规处", "财务处", "督查室"] + (5...24).map { "第\($0)处" }
        // A break stands above a head, never between the rows of a block.
        let heads = sheet.cells.filter { $0.content == .text("处室") && $0.cell.column == 1 }.map(\.cell.row)
        #expect(sheet.print.breaksAfterRows.allSatisfy { heads.contains($0 + 1) })
        #expect(heads.count == sheet.print.breaksAfterRows.count + 1)
        for head in heads {
            let names = (1...24).compactMap { row in
                sheet.cells.first { $0.cell == Cell(row: head + row, column: 1) }?.content.words
            }
            #expect(names == units)
        }
        #expect(report.sheets.count { $0.name.hasPrefix("处室_") } == 24)
        let contents = try #require(report.sheet("目录"))
        #expect(contents.print.pagesHigh == 0)
        #expect(contents.print.repeatedRows == 1...4)
    }
}

@Suite("Sentences that a suspicious reader weighs")
struct WeighedSentenceTests {
    private func context(_ release: Release, _ language: ReaderLanguage = .chinese) throws -> ReportContext {
        try #require(
            ReportContext(release: release, edition: .committee, language: language, identity: sampleIdentity))
    }

    @Test(
        "are counted without a gap, and the method sheet gives their rules the same numbers",
        arguments: [[2026], [2025, 2026]])
    func numbers(years: [Int]) throws {
        let context = try context(sampleRelease(years: years, headcounts: [30, 25, 20, 24]))
        let sentences = Conclusions(context).sentences
        #expect(sentences.map(\.mark) == Array(["①", "②", "③", "④", "⑤"].prefix(sentences.count)))
        let method = methodSheet(context).text
        for sentence in sentences {
            let rule = context.say(sentence.rule.wording(k: context.release.k))
            #expect(method.contains("结论规则\(sentence.mark)\n\(rule)"))
        }
        let silent = ConclusionRule.allCases.count - sentences.count
        #expect(method.split(separator: "（本年未用）").count - 1 == silent)
        #expect(silent == (years.count == 1 ? 1 : 0))
    }

    @Test("say so first when fewer than three quarters answered", arguments: ReaderLanguage.allCases)
    func lowResponse(language: ReaderLanguage) throws {
        let half = try sampleRelease(headcounts: [30, 25, 20, 24]) { responses, _, year in
            if year == 2026 { responses = responses.enumerated().filter { $0.offset % 3 != 0 }.map(\.element) }
        }
        let rate = try #require(half.rounds.last?.whole.responseRate)
        #expect(rate < 0.75)
        let caution = language == .chinese ? "没有回答的人可能与回答的人不同" : "those who did not answer may differ"
        #expect(try Conclusions(context(half, language)).sentences[0].text.contains(caution))
        let whole = try sampleRelease(headcounts: [30, 25, 20, 24])
        #expect(try !Conclusions(context(whole, language)).sentences[0].text.contains(caution))
    }

    @Test("say on how many dimensions a unit lies below, and name none that is not shown alone")
    func units() throws {
        let context = try context(sampleRelease(headcounts: [60, 60, 60, 60], unitSpread: 1.5))
        let sentence = try #require(Conclusions(context).sentences.first { $0.rule == .units }).text
        #expect(sentence.firstMatch(of: #/（[0-9]+个）|在[0-9]+个维度上/#) != nil)
        #expect(!sentence.contains("最差") && !sentence.contains("最低"))
        let small = try self.context(sampleRelease(headcounts: [60, 60, 60, 5], unitSpread: 1.5))
        let other = try #require(Conclusions(small).sentences.first { $0.rule == .units }).text
        let merged = try #require(small.units.first { $0.units.contains("督查室") })
        #expect(merged.units.count > 1)
        #expect(!other.replacing(small.name(of: merged), with: "").contains("督查室"))
    }

    @Test("name the scale of a score that is not of a hundred points", arguments: ReaderLanguage.allCases)
    func scales(language: ReaderLanguage) throws {
        let five = sampleSurvey.replacing("维度：学风\n取题：XF\n换算：折百", with: "维度：学风\n取题：XF\n换算：原始")
            .split(separator: "\n维度：综合")[0]
        let release = try sampleRelease(String(five).replacing("- ≥ 90 = 优秀\n- ≥ 60 = 一般\n- 其余 = 较差\n", with: ""))
        let first = try #require(Conclusions(context(release, language)).sentences.first).text
        #expect(first.contains(language == .chinese ? "分（1—5分）" : "points (on 1–5)"))
        let hundred = try #require(try Conclusions(context(sampleRelease(), language)).sentences.first).text
        #expect(!hundred.contains("—5分") && !hundred.contains("on 1"))
    }

    @Test("of one year speak of no change on the first pages")
    func oneYear() throws {
        let report = try Report(of: sampleRelease(years: [2026]), identity: sampleIdentity)
        for name in ["封面", "目录", "要点"] {
            #expect(!(try #require(report.sheet(name)).text.contains("变化")), "\(name)")
        }
        #expect(!(try #require(report.sheet("整改清单")).text.contains("上年")))
    }

    @Test("of careless answers give no number and no verdict when few show signs", arguments: [(3, false), (14, true)])
    func careless(count: Int, isTold: Bool) throws {
        let items = (1...20).map { "- XF\($0) = 说法\($0)" }.joined(separator: "\n")
        let text = """
            # 年度自查
            版本：2026
            语言：zh
            分组下限：10

            量表：五级
            - 1 = 很不同意
            - 2 = 不同意
            - 3 = 一般
            - 4 = 同意
            - 5 = 很同意

            XF. 请作答 [量表题 五级]
            \(items)

            维度：学风
            取题：XF
            换算：折百
            """
        let release = try sampleRelease(text, years: [2026], headcounts: [60, 60], hasRoster: false) {
            responses, survey, _ in
            let columns = survey.variables.indices.filter { survey.variables[$0].name.hasPrefix("XF") }
            let answers = responses.compactMap { $0.answers[columns[0]] }.filter { $0 != .missing }
            guard let one = answers.first, let other = answers.first(where: { $0 != one }) else { return }
            for index in responses.indices {
                for column in columns {
                    let isOdd = (column + index).isMultiple(of: 2)
                    responses[index].answers[column] = index < count || isOdd ? one : other
                }
            }
        }
        let check = try #require(QualityCheck.careless(context(release)).first)
        #expect((check.verdict == .remark) == !isTold, "\(check)")
        #expect(check.result.contains("不足10人") == !isTold)
        if isTold { #expect(check.verdict == .attention) }
    }
}

@Suite("The height of a chart")
struct ChartHeightTests {
    @Test("is the least where names are short, and has room for every line of long ones")
    func labels() {
        #expect(chartHeight(for: ["学风", "作风"], atLeast: 200) == 200)
        #expect(chartHeight(for: [], atLeast: 200) == 200)
        let long = Array(repeating: "贯彻落实上级决策部署的及时性", count: 3)
        let three = chartHeight(for: long, atLeast: 200)
        #expect(three > 200)
        #expect(chartHeight(for: long + long + long, atLeast: 200) > three)
        #expect(chartHeight(for: Array(repeating: "工作", count: 16), atLeast: 486) == 486)
    }
}
