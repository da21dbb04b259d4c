import Disclosure
import Scoring
import Statistics
import Surveys

extension ScoreListing {
    /// The listing as JSON in the form of docs/scores-json.md: the same release gives the same bytes.
    package var json: String {
        JSON.object(
            [
                ("format", .text("zicha-scores")),
                ("version", .integer(3)),
                ("smallestGroup", .integer(release.k)),
                ("merged", .array(release.merged.map { .array($0.map(JSON.text)) })),
                ("unitsHidden", .truth(release.hidesUnits)),
                (
                    "rounds",
                    .array(years.map { year, round in round.map(self.round) ?? .hidden([("year", .integer(year))]) })
                ),
                ("changes", .array(changeRecords.map { .object($0.members()) })),
                ("itemChanges", .array(itemChangeRecords.map { .object($0.members()) })),
                ("trends", .array(trendRecords.map { .object($0.members()) })),
            ] + unprotected
        ).text + "\n"
    }

    /// The persons' scores, where they were asked for.
    private var unprotected: [(String, JSON)] {
        guard let persons else { return [] }
        let records = persons.flatMap { scores in
            personRecords(scores.year).map { JSON.object([("year", .integer(scores.year))] + $0.members()) }
        }
        return [("persons", .array(records))]
    }

    // MARK: Rounds

    private func round(_ round: AssessedRound) -> JSON {
        let intake = round.intake
        return .object([
            ("year", .integer(round.year)),
            ("survey", round.plan.survey.title.json),
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
                                (
                                    "dimensions",
                                    .array(
                                        unit.scores.map { score in
                                            .object(scoreRecord(score, of: unit, in: round).members(statesGroup: false))
                                        })
                                )
                            ])
                    })
            ),
            ("contrasts", array(.contrasts, round)),
            ("variation", array(.variation, round)),
            ("agreement", array(.agreement, round)),
            ("weighted", array(.weighted, round)),
            ("careless", array(.careless, round)),
            ("attentive", array(.attentive, round)),
            ("validity", array(.validity, round)),
        ])
    }

    private func whole(_ round: AssessedRound) -> JSON {
        .object(
            participation(round.whole) + [
                (
                    "dimensions",
                    .array(
                        round.whole.scores.map { score in
                            let record = scoreRecord(score, of: nil, in: round)
                            return .object(
                                record.members() + (record.isHidden ? [] : [("reliability", reliability(score))]))
                        })
                ),
                ("items", array(.items, round)),
                ("competences", array(.competences, round)),
            ])
    }

    private func participation(_ group: AssessedGroup) -> [(String, JSON)] {
        [
            ("responses", .integer(group.responses)), ("headcount", JSON(group.headcount)),
            ("responseRate", JSON(group.responseRate)),
        ]
    }

    /// Beside the score, so without its name.
    private func reliability(_ score: DimensionScore) -> JSON {
        guard let record = reliabilityRecord(score) else { return .null }
        return record.isHidden ? .hidden([]) : .object(record.fields.map { ($0.key, $0.json) })
    }

    private func array(_ part: ScorePart, _ round: AssessedRound) -> JSON {
        .array(records(part, of: round).map { .object($0.members()) })
    }
}

extension ScoreRecord {
    /// What it is about, then its fields; or that they may not be shown.
    ///
    /// - Parameter statesGroup: false where the record stands within an object for its group.
    fileprivate func members(statesGroup: Bool = true) -> [(String, JSON)] {
        let about = (statesGroup ? groupMembers : []) + subjectMembers
        return isHidden ? about + [("hidden", .truth(true))] : about + fields.map { ($0.key, $0.json) }
    }

    private var groupMembers: [(String, JSON)] {
        guard case .units(let names) = group else { return [] }
        return [("units", .array(names.map(JSON.text)))]
    }

    private var subjectMembers: [(String, JSON)] {
        switch subject {
        case .dimension(let name): [("name", name.json)]
        case .item(let code, let name, let dimension):
            [("code", .text(code)), ("name", name.json), ("dimension", dimension?.json ?? .null)]
        case .competence(let code, let name): [("code", .text(code)), ("name", name.json)]
        case .change(let name, let from, let to):
            [("name", name.json), ("from", .integer(from)), ("to", .integer(to))]
        case .itemChange(let code, let name, let dimension, let from, let to):
            [
                ("code", .text(code)), ("name", name.json), ("dimension", dimension.json), ("from", .integer(from)),
                ("to", .integer(to)),
            ]
        case .group: []
        case .named(let key, _): [("key", .text(key))]
        }
    }
}

extension ScoreField {
    fileprivate var json: JSON {
        if isHidden { return .hidden([]) }
        return switch value {
        case .estimate(let estimate, _): estimate?.json ?? .null
        case .number(let number, _), .percent(let number), .probability(let number): JSON(number)
        case .count(let count): JSON(count)
        case .truth(let holds): .truth(holds)
        case .name(let text): text?.json ?? .null
        case .word(let code, _), .code(let code): .text(code)
        case .words(let words): .array(words.map { .text($0.code) })
        case .quartiles(let values): .array(values.map(JSON.number))
        case .byItem(let numbers):
            .array(numbers.map { .object([("code", .text($0.code)), ("value", JSON($0.value))]) })
        case .counts(let counts):
            .array(counts.map { .object([("code", .text($0.code)), ("count", .integer($0.count))]) })
        }
    }
}

extension Estimate {
    fileprivate var json: JSON {
        .object([
            ("value", JSON(value)), ("lower", JSON(lower)), ("upper", JSON(upper)), ("n", .integer(n)),
            ("missing", .integer(missing)), ("method", .text(method)),
            ("undefined", undefined.map { .text($0.rawValue) } ?? .null),
        ])
    }
}

extension LocalText {
    /// The wording in the survey's own language first, the translations by language code.
    fileprivate var json: JSON {
        .object(
            [("main", .text(main))] + translations.sorted { $0.key < $1.key }.map { ($0.key, .text($0.value)) })
    }
}

extension JSON {
    /// What may not be shown: who or what it would be about, and nothing more.
    fileprivate static func hidden(_ identity: [(String, JSON)]) -> JSON {
        .object(identity + [("hidden", .truth(true))])
    }
}
