import Disclosure
import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// The listing as JSON in the form of docs/scores-json.md: the same release gives the same bytes.
    package var json: String {
        JSON.object([
            ("format", .text("zicha-scores")),
            ("version", .integer(1)),
            ("smallestGroup", .integer(release.k)),
            ("merged", .array(release.merged.map { .array($0.map(JSON.text)) })),
            ("unitsHidden", .truth(release.hidesUnits)),
            (
                "rounds",
                .array(years.map { year, round in round.map(self.round) ?? .hidden([("year", .integer(year))]) })
            ),
            ("changes", .array(changes.map(self.change))),
        ]).text + "\n"
    }

    // MARK: Rounds

    private func round(_ round: AssessedRound) -> JSON {
        let intake = round.intake
        return .object([
            ("year", .integer(round.year)),
            ("survey", name(round.plan.survey.title)),
            (
                "input",
                .object([
                    ("sha256", .text(intake.fingerprint)), ("rows", .integer(intake.rows)),
                    ("condition", intake.condition.map { .text($0) } ?? .null),
                    ("excludedRows", .integer(intake.excludedRows)), ("blankRows", .integer(intake.blankRows)),
                    ("rejectedCells", .integer(intake.refusedCells)),
                    ("absentVariables", .array(intake.absentVariables.map(JSON.text))),
                ])
            ),
            ("whole", whole(round)),
            (
                "units",
                .array(
                    release.units(of: round).map { unit in
                        .object(
                            [("units", .array(unit.units.map(JSON.text)))] + participation(unit) + [
                                ("dimensions", .array(unit.scores.map { score($0, ofUnitIn: round.year) }))
                            ])
                    })
            ),
        ])
    }

    private func whole(_ round: AssessedRound) -> JSON {
        .object(
            participation(round.whole) + [
                ("dimensions", .array(round.whole.scores.map(score))),
                ("competences", .array(round.whole.gaps.map(competence))),
            ])
    }

    private func participation(_ group: AssessedGroup) -> [(String, JSON)] {
        [
            ("responses", .integer(group.responses)), ("headcount", JSON(group.headcount)),
            ("responseRate", JSON(group.responseRate)),
        ]
    }

    // MARK: Scores

    private func score(_ score: DimensionScore) -> JSON {
        guard shows(score.estimate) else { return .hidden([("name", name(score.dimension.name))]) }
        return .object(members(score) + [("reliability", score.reliability.map(reliability) ?? .null)])
    }

    private func score(_ score: DimensionScore, ofUnitIn year: Int) -> JSON {
        guard shows(score, year: year) else { return .hidden([("name", name(score.dimension.name))]) }
        return .object(members(score))
    }

    private func members(_ score: DimensionScore) -> [(String, JSON)] {
        [
            ("name", name(score.dimension.name)),
            ("items", .integer(score.itemCount)),
            ("isComposite", .truth(score.dimension.isComposite)),
            ("estimate", estimate(score.estimate)),
            ("standardDeviation", JSON(score.standardDeviation)),
            ("band", score.band.map(name) ?? .null),
            (
                "comparable",
                score.comparable.map { shared in
                    shows(shared.estimate)
                        ? .object([("isPartial", .truth(shared.isPartial)), ("estimate", estimate(shared.estimate))])
                        : .hidden([])
                } ?? .null
            ),
        ]
    }

    private func reliability(_ reliability: Reliability) -> JSON {
        guard shows(reliability.alpha) else { return .hidden([]) }
        return .object([
            ("alpha", estimate(reliability.alpha)), ("spearmanBrown", JSON(reliability.spearmanBrown)),
            ("standardError", JSON(reliability.standardError)),
        ])
    }

    private func competence(_ gap: CompetenceGap) -> JSON {
        let identity = [("code", JSON.text(gap.code)), ("name", name(gap.text))]
        guard shows(gap.test.gap) else { return .hidden(identity) }
        return .object(
            identity + [
                ("current", JSON(gap.test.meanCurrent)), ("required", JSON(gap.test.meanRequired)),
                ("gap", estimate(gap.test.gap)),
            ] + test(t: gap.test.t, df: gap.test.degreesOfFreedom, p: gap.test.p, adjusted: gap.adjustedP) + [
                ("dz", JSON(gap.test.dz)), ("borich", estimate(gap.borich)),
                ("rankedDiscrepancy", JSON(gap.ranked.score)),
                ("quadrant", gap.quadrant.map { .text($0.rawValue) } ?? .null),
            ])
    }

    private func change(_ change: YearChange) -> JSON {
        .object(
            [
                ("name", name(change.dimension.name)), ("from", .integer(change.from)), ("to", .integer(change.to)),
                ("difference", estimate(change.test.difference)),
            ]
                + test(
                    t: change.test.t, df: change.test.degreesOfFreedom, p: change.test.p, adjusted: change.adjustedP))
    }

    // MARK: Parts

    private func estimate(_ estimate: Estimate) -> JSON {
        .object([
            ("value", JSON(estimate.value)), ("lower", JSON(estimate.lower)), ("upper", JSON(estimate.upper)),
            ("n", .integer(estimate.n)), ("missing", .integer(estimate.missing)), ("method", .text(estimate.method)),
            ("undefined", estimate.undefined.map { .text($0.rawValue) } ?? .null),
        ])
    }

    private func test(t: Double?, df: Double?, p: Double?, adjusted: Double?) -> [(String, JSON)] {
        [("t", JSON(t)), ("df", JSON(df)), ("p", JSON(p)), ("pHolm", JSON(adjusted))]
    }

    /// The wording in the survey's own language first, the translations by language code.
    private func name(_ text: LocalText) -> JSON {
        .object(
            [("main", .text(text.main))]
                + text.translations.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
    }
}

extension JSON {
    /// What may not be shown: who or what it would be about, and nothing more.
    fileprivate static func hidden(_ identity: [(String, JSON)]) -> JSON {
        .object(identity + [("hidden", .truth(true))])
    }
}
