import FuzzProperties
import Testing

/// What scripts/fuzz demands of chance texts, demanded of the kept ones in every run of the tests.
// Without the corpus there is nothing to test with, so the lists below may stop the run.
@Suite struct FuzzCorpusTests {
    // Arguments are made before any test runs, where nothing can be caught; so below.
    @Test(arguments: try! Repository.names(in: "Tests/Fuzz/corpus/survey"))
    func whateverIsReadAsASurveyKeepsThePromises(_ name: String) throws {
        try SurveyProperties.check(Repository.bytes(name))
    }

    @Test(arguments: try! Repository.names(in: "Tests/Fuzz/corpus/condition"))
    func whateverIsReadAsAConditionKeepsThePromises(_ name: String) throws {
        try ConditionProperties.check(Repository.bytes(name))
    }
}
