import Statistics

extension GoldenCase {
    /// Soldiers in the first and the third wave, and the published examples of the methods.
    static func change(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let table = try golden.table()
        let (first, second) = (table.numbers("READY1"), table.numbers("READY3"))
        let companies = table.texts("COMPANY")
        let people = try Samples.linked(first, second)
        let (earlier, later) = (try Samples.moments(first), try Samples.moments(second))
        let paired = try LinkedChange(of: people.stayers, missing: 0)
        let welch = WelchTest(later, earlier, missing: 0)
        let overlap = OverlapTest(
            stayers: people.stayers, leavers: people.leavers, joiners: people.joiners, missing: 0)
        let turnover = Turnover(stayers: people.stayers, leavers: people.leavers, joiners: people.joiners)
        let signed = SignedRankTest(of: people.stayers.differences, missing: 0)
        let reliable = ReliableChange(of: people.stayers, reliability: 0.8, missing: 0)
        let indices = zip(first, second).compactMap { before, after -> Double? in
            guard let before, let after, let error = reliable.standardErrorOfDifference else { return nil }
            return (after - before) / error
        }
        let names = Set(companies).subtracting([""]).sorted()
        func values(_ list: [Double?], _ name: String) -> [Double?] {
            zip(list, companies).filter { $0.1 == name }.map(\.0)
        }
        var byGroup: [String: GoldenValue] = [:]
        for name in names {
            let test = try LinkedChange(
                of: Samples.linked(values(first, name), values(second, name)).stayers, missing: 0)
            let parts: [String: Double?] = [
                "n": Double(test.change.n), "diff": test.change.value, "t": test.t, "df": test.degreesOfFreedom,
                "p": test.p,
            ]
            byGroup[name] = GoldenValue(parts)
        }
        let kitagawa = KitagawaDecomposition(
            earlier: try names.map { try Samples.moments(values(first, $0)) },
            later: try names.map { try Samples.moments(values(second, $0)) })
        var found = try publishedChanges(golden)
        let own: [String: GoldenValue] = [
            "n": GoldenValue([
                "n1": Double(earlier.n), "n2": Double(later.n), "paired": Double(people.stayers.n),
            ]),
            "means_all": GoldenValue([earlier.mean, later.mean]),
            "means_paired": GoldenValue([paired.earlier.mean, paired.later.mean]),
            "sd_paired": GoldenValue([paired.earlier.standardDeviation, paired.later.standardDeviation]),
            "r": GoldenValue(paired.correlation),
            "paired_t": GoldenValue([
                "diff": paired.change.value, "t": paired.t, "df": paired.degreesOfFreedom, "p": paired.p,
                "lower": paired.change.lower, "upper": paired.change.upper,
            ]),
            "dz": GoldenValue(paired.dz), "dav": GoldenValue(paired.dav),
            // Two more effect sizes that the library leaves out: they say what dz and dav say.
            "drm": GoldenValue(
                paired.dz.flatMap { dz in paired.correlation.map { dz * (2 * (1 - $0)).squareRoot() } }),
            "g_av": GoldenValue(paired.dav.map { $0 * (1 - 3 / (4 * Double(paired.change.n - 1) - 1)) }),
            "signed_rank": GoldenValue(["V": signed.v, "p": signed.p]),
            "welch_unlinked": GoldenValue([
                "t": welch.t, "df": welch.degreesOfFreedom, "p": welch.p, "lower": welch.difference.lower,
                "upper": welch.difference.upper,
            ]),
            "overlap_t": GoldenValue(overlap),
            "turnover": GoldenValue([
                "total": turnover.total, "stayers": turnover.stayers, "joiners": turnover.joiners,
                "leavers": turnover.leavers,
            ]),
            "rci": .record([
                "rxx": 0.8, "sem": GoldenValue(reliable.standardErrorOfMeasurement),
                "sdiff": GoldenValue(reliable.standardErrorOfDifference),
                "critical_change": GoldenValue(reliable.criticalChange),
                "improved": GoldenValue(reliable.improved.map { Double($0) }),
                "deteriorated": GoldenValue(reliable.deteriorated.map { Double($0) }),
                "unchanged": GoldenValue(reliable.unchanged.map { Double($0) }),
                "first": GoldenValue(indices.prefix(20).map { Optional($0) }),
            ]),
            "paired_by_group": .record(byGroup),
            "kitagawa_by_group": GoldenValue(kitagawa, groups: names),
        ]
        found.merge(own) { first, _ in first }
        return found
    }

    /// The examples of Jacobson & Truax 1991 and of Derrick, Russ, Toher & White 2017.
    private static func publishedChanges(_ golden: GoldenCase) throws -> [String: GoldenValue] {
        let person = JointTable(rows: [.init(earlier: 47.5, later: 32.5, count: 1)])
        let reliable = ReliableChange(of: person, standardDeviation: 7.5, reliability: 0.8, missing: 0)
        let table = try golden.table("derrick.csv")
        // Their difference is first − second, ours later − earlier.
        let (second, first) = (table.numbers("y1"), table.numbers("y2"))
        let people = try Samples.linked(first, second)
        let overlap = OverlapTest(
            stayers: people.stayers, leavers: people.leavers, joiners: people.joiners, missing: 0)

        // Their test with equal variances, which the library leaves out for the one without.
        let (earlier, later) = (try Samples.moments(first), try Samples.moments(second))
        let (n1, n2, shared) = (Double(earlier.n), Double(later.n), Double(people.stayers.n))
        let alone = n1 + n2 - 2 * shared
        let squares = (n1 - 1) * (earlier.variance ?? .nan) + (n2 - 1) * (later.variance ?? .nan)
        let pooled = squares / (n1 + n2 - 2)
        let r = people.stayers.correlation ?? .nan
        let error = (pooled * (1 / n1 + 1 / n2 - 2 * r * shared / (n1 * n2))).squareRoot()
        let degrees = shared - 1 + (alone + shared - 1) / (alone + 2 * shared) * alone
        let t = ((later.mean ?? .nan) - (earlier.mean ?? .nan)) / error
        return [
            "published.rci_jacobson_truax": GoldenValue([
                "se": reliable.standardErrorOfMeasurement, "sdiff": reliable.standardErrorOfDifference,
                "rc": reliable.standardErrorOfDifference.map { (32.5 - 47.5) / $0 },
            ]),
            "published.overlap_t_derrick": GoldenValue(overlap),
            "published.overlap_t_equal_variance_p": GoldenValue(StudentT(df: degrees).twoSided(t)),
        ]
    }
}

extension GoldenValue {
    /// A test of overlapping samples, as the golden files write it.
    fileprivate init(_ test: OverlapTest) {
        self.init([
            "diff": test.change.value, "se": test.standardError, "t": test.t, "df": test.degreesOfFreedom, "p": test.p,
        ])
    }
}
