import Statistics
import Testing

@Suite struct DimensionalityTests {
    /// Shrout & Fleiss's four judges; the digits by NumPy and SciPy.
    @Test func adequacySphericityAndEigenvaluesOfAPublishedTable() {
        let found = Dimensionality(of: ShroutFleiss.moments(judges: 4), responses: 9)
        expectClose(found.samplingAdequacy.value, 0.8092865904504462)
        #expect(found.samplingAdequacy.n == 6 && found.samplingAdequacy.missing == 3)
        let items = [0.8713442056357555, 0.7572084385649295, 0.7640407980908963, 0.8754963240751124]
        for (found, expected) in zip(found.itemAdequacy, items) { expectClose(found, expected) }
        expectClose(found.sphericity?.chiSquare, 9.82763430577044)
        expectClose(found.sphericity?.p, 0.13210090845038158)
        #expect(found.sphericity?.degreesOfFreedom == 6 && found.kaiserCount == 1)
        let eigenvalues = [3.2827677517283176, 0.3629763525190589, 0.2493964858722405, 0.10485940988038192]
        for (found, expected) in zip(found.eigenvalues, eigenvalues) { expectClose(found, expected) }
    }

    @Test(
        arguments: [
            ([[1, 2, 3]], .tooFewItems), ([[], []], .noAnswers), ([[1], [2]], .oneAnswer),
            ([[1, 2, 3], [2, 2, 2]], .constant), ([[1, 2, 3], [1, 2, 3]], .singular),
            ([[1, 2, 5], [5, 4, 3], [2, 5, 1]], .singular),
            // Not correlated at all: no share of nothing, but eigenvalues of 1 and a test.
            ([[1, 1, 2, 2], [1, 2, 1, 2]], .uncorrelated),
        ] as [([[Int32]], Undefined)])
    func whatCannotBeToldHasAReason(columns: [[Int32]], reason: Undefined) {
        let found = Dimensionality(of: rawMoments(columns), responses: columns[0].count)
        #expect(found.samplingAdequacy.value == nil && found.samplingAdequacy.undefined == reason)
        let parallel = ParallelAnalysis(of: rawMoments(columns), responses: columns[0].count, replications: 3)
        switch reason {
        case .uncorrelated:
            #expect(found.itemAdequacy == [nil, nil] && found.sphericity?.chiSquare == 0 && found.sphericity?.p == 1)
            #expect(found.eigenvalues == [1, 1] && parallel.components.value == 0)
        case .singular:
            #expect(found.sphericity == nil && found.itemAdequacy.isEmpty)
            expectClose(found.eigenvalues.reduce(0, +), Double(columns.count))
            #expect(parallel.components.undefined == .singular && parallel.percentile95OfChance.isEmpty)
        default:
            #expect(found.sphericity == nil && found.eigenvalues.isEmpty && found.kaiserCount == nil)
            #expect(parallel.components.undefined == reason && parallel.componentsAboveMean == nil)
        }
    }

    @Test(arguments: 0..<30 as Range<UInt64>)
    func neitherUnitsNorTheOrderOfItemsMatter(seed: UInt64) throws {
        var chance = SplitMix64(state: seed)
        let columns = RandomScale.columns(&chance, items: 2...8, people: 30...80)
        let found = Dimensionality(of: rawMoments(columns), responses: columns[0].count)
        let value = try #require(found.samplingAdequacy.value)
        let order = columns.indices.shuffled(using: &chance)
        // Each column in another unit, some of them turned round: 7 − 2x.
        let others = order.map { item in columns[item].map { item.isMultiple(of: 2) ? 5 * $0 + 3 : 70 - 2 * $0 } }
        let turned = Dimensionality(of: rawMoments(others), responses: columns[0].count)
        expectClose(turned.samplingAdequacy.value, value, tolerance: 1e-10)
        expectClose(turned.sphericity?.chiSquare, try #require(found.sphericity?.chiSquare), tolerance: 1e-9)
        for (left, right) in zip(found.eigenvalues, turned.eigenvalues) { expectClose(left, right, tolerance: 1e-10) }
        for (place, item) in order.enumerated() {
            expectClose(turned.itemAdequacy[place], try #require(found.itemAdequacy[item]), tolerance: 1e-10)
        }
        expectClose(found.eigenvalues.reduce(0, +), Double(columns.count))
    }

    /// 24 items of 500 people without anything in common: the largest eigenvalue of chance lies by Marchenko and Pastur
    /// around (1 + √(24/500))² = 1.486, a little below it in samples of this size.
    @Test func chanceIsThatOfRandomMatrices() {
        var moments = ProductMoments(zeroFor: 24)
        moments.n = 500
        moments.products = (0..<24).flatMap { i in (0...i).map { $0 == i ? 1000 : 1 } }
        let found = ParallelAnalysis(of: moments, responses: 500, replications: 100, seed: 20)
        #expect((1.40...1.486).contains(found.meanOfChance[0]))
        expectClose(found.meanOfChance.reduce(0, +), 24)
        #expect(zip(found.meanOfChance, found.percentile95OfChance).allSatisfy { $0 < $1 })
        #expect(found.components.value == 0 && found.componentsAboveMean == 0)
        #expect(found.replications == 100 && found.seed == 20)
        #expect(found == ParallelAnalysis(of: moments, responses: 500, replications: 100, seed: 20))
        #expect(
            found.meanOfChance
                != ParallelAnalysis(of: moments, responses: 500, replications: 100, seed: 21).meanOfChance)
    }

    /// Two variables have the eigenvalues 1 ± |r|, and r² of chance is Beta(½, (n − 2)/2).
    @Test func chanceOfTwoItemsIsThatOfACorrelation() {
        var moments = ProductMoments(zeroFor: 2)
        moments.n = 41
        moments.products = [100, 1, 100]
        let found = ParallelAnalysis(of: moments, responses: 41, replications: 4000)
        // The two-sided 5 % point of r on 39 degrees of freedom, in any table: .3081; E|r| = 1/(19.5·B(½, 19.5)) = .1269.
        expectClose(found.percentile95OfChance[0], 1.3081, tolerance: 0.01)
        expectClose(found.meanOfChance[0], 1.1269, tolerance: 0.005)
    }

    @Test func twoBlocksAreTwoComponents() {
        var moments = ProductMoments(zeroFor: 8)
        moments.n = 300
        moments.products = (0..<8).flatMap { i in (0...i).map { $0 == i ? 1000 : $0 / 4 == i / 4 ? 600 : 50 } }
        let found = ParallelAnalysis(of: moments, responses: 310)
        #expect(found.components.value == 2 && found.componentsAboveMean == 2 && found.components.missing == 10)
    }
}

@Suite struct EigensystemTests {
    @Test(arguments: 1...12)
    func vectorsPutTheMatrixTogetherAgain(order: Int) throws {
        var chance = SplitMix64(state: UInt64(order))
        var matrix = Array(repeating: 0.0, count: order * order)
        for i in 0..<order {
            for j in 0...i {
                let value = Double.random(in: -1...1, using: &chance) + (i == j ? Double(order) : 0)
                matrix[i * order + j] = value
                matrix[j * order + i] = value
            }
        }
        let system = try #require(Eigensystem(of: matrix, order: order))
        let inverse = system.inverse
        for i in 0..<order {
            for j in 0..<order {
                let sum = (0..<order).reduce(0) {
                    $0 + system.values[$1] * system.vector($1, i) * system.vector($1, j)
                }
                expectClose(sum, matrix[i * order + j])
                let unit = (0..<order).reduce(0) { $0 + matrix[i * order + $1] * inverse[$1 * order + j] }
                expectClose(unit, i == j ? 1 : 0)
            }
        }
        for (left, right) in zip(system.values, symmetricEigenvalues(of: matrix, order: order) ?? []) {
            expectClose(left, right)
        }
        #expect(Eigensystem(of: [.nan], order: 1) == nil)
    }
}
