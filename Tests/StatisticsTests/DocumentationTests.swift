import Foundation
import Statistics
import Testing

/// The library's documentation stands alone: no statistic without unit, missing rule, source and oracle.
@Suite struct DocumentationTests {
    private static let root = URL(filePath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    private static let sources = root.appending(path: "Sources/Statistics")

    /// What every statistic states.
    private static let words = ["Unit", "Missing", "Source", "Oracle"]

    /// What is no statistic, or whose parts say it, and why. The folder Tally counts and is left out as a whole.
    private static let exempt = [
        "Estimate": "a container",
        "Estimate.scaled": "another unit of the same estimate",
        "Undefined": "reasons",
        "StatisticsError": "errors",
        "WeightingError": "errors",
        "Moments": "a container; what fills it says it",
        "Moments.scaled": "another unit of the same moments",
        "CountTable": "a container; what is asked of it says it",
        "CountTable.count": "a count",
        "JointTable": "a container; what is asked of it says it",
        "JointTable.scaled": "another unit of the same table",
        "CompositePart": "a parameter",
        "RaterClass": "a parameter",
        "RakedMean": "the result of Raking.mean, which says it",
        "MultipleTesting": "a name around its functions, which say it",
        "AnswerPattern": "a name around its functions, which say it",
        "AnswerPattern.answered": "a count",
        "ScreeningPlan": "a parameter",
        "CarelessLimits": "parameters, each with its own source",
        "CarelessSigns": "a set of names",
        "CarelessScreen": "applies AnswerPattern, EvenOddConsistency and MahalanobisDistance, which say it",
        "CarelessScreen.profile": "the same",
        "CarelessScreen.profiles": "the same",
        "CarelessProfile": "a container of their results",
        "CarelessTally": "counts",
    ]

    private static func files() throws -> [(path: String, text: String)] {
        let paths = try FileManager.default.subpathsOfDirectory(atPath: sources.path).sorted()
        return try paths.filter { $0.hasSuffix(".swift") }.map {
            (path: $0, text: try String(contentsOf: sources.appending(path: $0), encoding: .utf8))
        }
    }

    private static func declarations(outside folder: String? = nil) throws -> [PublicDeclaration] {
        let files = try files().filter { file in folder.map { !file.path.hasPrefix($0) } ?? true }
        return files.flatMap { PublicDeclaration.all(in: $0.text) }
    }

    /// Whether a declaration has to state all four words: types, functions, and what an extension adds to make one.
    private static func isStatistic(_ declaration: PublicDeclaration) -> Bool {
        switch declaration.kind {
        case .type: declaration.isAtTheTop
        case .function: !declaration.isMutating && !declaration.isOperator
        case .initialiser: declaration.isInExtension
        case .other: false
        }
    }

    /// The words that a statistic lacks; a function of a type need not repeat what the type says, a static one must.
    private static func lacks(_ declaration: PublicDeclaration) -> [String] {
        words.filter { word in
            !PublicDeclaration.states(word, in: declaration.docstring)
                && (declaration.isStatic || !PublicDeclaration.states(word, in: declaration.ownerDocstring))
        }
    }

    @Test func everyPublicDeclarationHasADocstring() throws {
        let declarations = try Self.declarations()
        #expect(declarations.count > 300)
        #expect(declarations.filter(\.docstring.isEmpty).map(\.name) == [])
    }

    @Test func everyStatisticStatesUnitMissingSourceAndOracle() throws {
        let statistics = try Self.declarations(outside: "Tally/").filter(Self.isStatistic)
        #expect(statistics.count > 60)
        let lacking = statistics.filter { Self.exempt[$0.name] == nil && !Self.lacks($0).isEmpty }
        #expect(lacking.map { "\($0.name) lacks \(Self.lacks($0).joined(separator: ", "))" } == [])
    }

    @Test func nothingIsExemptThatIsGoneOrNeedsNoExemption() throws {
        let lacking = try Self.declarations(outside: "Tally/").filter {
            Self.isStatistic($0) && !Self.lacks($0).isEmpty
        }
        #expect(Self.exempt.keys.filter { name in !lacking.contains { $0.name == name } }.sorted() == [])
    }

    @Test func whatThrowsSaysWhen() throws {
        let throwing = try Self.declarations().filter { $0.text.contains("throws") }
        #expect(throwing.count > 5)
        let silent = throwing.filter { !PublicDeclaration.states("Throws", in: $0.docstring) }
        #expect(silent.map(\.name) == [])
    }

    @Test func theLandingPageListsEveryTypeAndEveryStatisticOfEstimate() throws {
        let page = try String(
            contentsOf: Self.sources.appending(path: "Statistics.docc/Statistics.md"), encoding: .utf8)
        let declarations = try Self.declarations()
        let types = declarations.filter { $0.kind == .type && $0.isAtTheTop }.map { "- ``\($0.name)``\n" }
        let functions = declarations.filter { $0.name.hasPrefix("Estimate.") && $0.kind == .function && $0.isStatic }
            .map { "- ``\($0.name.replacing(".", with: "/"))(" }
        #expect(types.count > 50 && functions.count >= 11)
        #expect((types + functions).filter { !page.contains($0) } == [])
    }

    @Test(
        arguments: [
            ("/// Half.\npublic struct Half {\n}\n", ["Half lacks Unit, Missing, Source, Oracle"]),
            (
                "/// Half.\n///\n/// - Unit: a\n/// - Missing: b\n/// - Source: c\n/// - Oracle: d\npublic struct Half {\n}\n",
                []
            ),
            (
                "/// - Unit of it: a\n/// - Missing: b\n/// - Source: c\npublic enum Half {\n    /// One.\n    case one\n}\n",
                ["Half lacks Oracle"]
            ),
            (
                "extension Estimate {\n    /// Half.\n    ///\n    /// - Unit: a\n    /// - Oracle: d\n    public static func half(\n"
                    + "        _ n: Int\n    ) -> Estimate { .init() }\n}\n",
                ["Estimate.half lacks Missing, Source"]
            ),
            ("extension Estimate {\n    /// Half.\n    func half() {}\n}\n", []),
            (
                "extension Estimate {\n    /// Half.\n    public init?(of whole: Int) {\n    }\n}\n",
                ["Estimate.init lacks Unit, Missing, Source, Oracle"]
            ),
        ] as [(String, [String])])
    func aDocstringThatLacksAWordIsFound(text: String, lacking: [String]) {
        let found = PublicDeclaration.all(in: text).filter { Self.isStatistic($0) && !Self.lacks($0).isEmpty }
        #expect(found.map { "\($0.name) lacks \(Self.lacks($0).joined(separator: ", "))" } == lacking)
    }

    /// The example of the article "What a tally keeps"; its figures also by NumPy and SciPy.
    @Test func theExampleGivesTheFiguresOnItsPage() throws {
        let columns: [[Int32]] = [
            [4, 5, 3, 2, 4, 5],
            [4, 4, 3, 1, 5, 5],
            [2, 1, 3, 4, 2, ResponseTable.missing],
        ]
        let plan = TallyPlan(scales: [
            .init(
                terms: [
                    .points(column: 0, low: 1, points: [1, 2, 3, 4, 5], weight: 1),
                    .points(column: 1, low: 1, points: [1, 2, 3, 4, 5], weight: 1),
                    .points(column: 2, low: 1, points: [5, 4, 3, 2, 1], weight: 1),
                ], minimumAnswered: 2)
        ])
        let table = ResponseTable(columns: columns, groups: [0, 0, 0, 1, 1, 1], groupCount: 2)
        let units = Tally.counting(table, by: plan)
        let whole = units[0] + units[1]
        let alpha = Reliability(of: whole.scales[0].listwise, responses: whole.responses).alpha
        let scores = whole.scales[0].scores(minimumAnswered: 2)
        let people = FinitePopulation(size: 20, lasting: 0.4)
        let mean = try Estimate.mean(
            of: scores, missing: whole.responses - scores.n, population: people, scale: 1...5)
        let scoresByUnit = units.map { $0.scales[0].scores(minimumAnswered: 2) }
        let test = WelchTest(scoresByUnit[0], scoresByUnit[1], missing: 0)

        expectClose(alpha.value, 0.9473684210526316)
        expectClose(mean.lower, 2.555803881880185)
        expectClose(test.p, 0.8569395748821892)
        func story(_ estimate: Estimate) throws -> String {
            let figures = try [estimate.value, estimate.lower, estimate.upper].map { Self.figure(try #require($0)) }
            return "value \(figures[0]), lower \(figures[1]), upper \(figures[2]), n \(estimate.n), "
                + "missing \(estimate.missing), method \(estimate.method)"
        }
        let difference = Self.figure(try #require(test.difference.value))
        let t = Self.figure(try #require(test.t))
        let degrees = Self.figure(try #require(test.degreesOfFreedom))
        let p = Self.figure(try #require(test.p))
        let page = try String(
            contentsOf: Self.sources.appending(path: "Statistics.docc/What-a-tally-keeps.md"), encoding: .utf8)
        #expect(page.contains("// " + (try story(alpha)) + "\n"))
        #expect(page.contains("// " + (try story(mean)) + "\n"))
        #expect(page.contains("// difference \(difference), t \(t), df \(degrees), p \(p)\n"))
    }

    /// Four decimals.
    private static func figure(_ value: Double) -> String { String(format: "%.4f", value) }
}
