"""Puts the parts together: what a sequence of reports tells of fewer than k people, as findings."""

from __future__ import annotations

from dataclasses import dataclass, field

from . import bounds, cut, publication, space
from .publication import Publication
from .rounds import Round
from .figures import Place, Workbook

#: isolates: a combination is about fewer than k people; narrowed: less than half of the width of a bounded mean is left,
#: or of a bounded share; contradicts: a number is not what it is taken for; unread: nothing is known of a number.
KINDS = ("isolates", "narrowed mean", "narrowed share", "contradicts", "unread")


@dataclass
class Finding:
    kind: str
    chinese: str
    english: str
    people: int = 0
    places: list[Place] = field(default_factory=list)

    def __str__(self) -> str:
        return f"{self.chinese} | {self.english}"


@dataclass
class Audit:
    findings: list[Finding]
    publication: Publication
    #: Years of which it is proven that no combination of first and second order isolates anybody.
    proven: list[int]

    def of(self, kind: str) -> list[Finding]:
        return [finding for finding in self.findings if finding.kind == kind]


def audit(reports: list[tuple[Workbook, dict[int, int]]], rounds: dict[int, Round], k: int, *,
          seconds: float = 20, explains: bool = True) -> Audit:
    """- reports: in the order in which they were made, each with how many responses of each year there were."""
    published = publication.of(reports, rounds, k)
    findings: list[Finding] = []
    proven = []
    for year, round_ in rounds.items():
        people, statements = published.people[year], published.statements[year]
        searched = space.search(statements, people, k, seconds=seconds, explains=explains)
        if searched.is_proof:
            proven.append(year)
        findings += [_isolated(year, leak) for leak in searched.leaks]
        least = min((leak.people for leak in searched.leaks), default=k)
        findings += [_cut_off(year, found) for found in cut.smallest(published, year, k) if found.people < least]
        findings += [_narrowed(year, found) for found in bounds.narrowed(statements, people, round_.survey.items)]
    for problem in published.problems:
        findings.append(Finding(
            "contradicts", f"{problem.place} 的数与其他的数或人数对不上（{problem.reason}）",
            f"the number at {problem.place} does not fit the others or its number of people: {problem.reason}",
            places=[problem.place]))
    for place, reason in published.unread:
        findings.append(Finding("unread", f"{place} 的数不知道是什么，没有审计（{reason}）",
                                f"the number at {place} is not known and not audited: {reason}", places=[place]))
    return Audit(findings, published, proven)


def _isolated(year: int, leak: space.Leak) -> Finding:
    places = [statement.places[0] for statement in leak.statements]
    shown = "、".join(map(str, places[:6])) + ("……" if len(places) > 6 else "")
    listed = ", ".join(map(str, places[:6])) + (", …" if len(places) > 6 else "")
    return Finding(
        "isolates", f"{year} 年：{len(places)} 个数相加减，得到的只涉及 {leak.people} 人：{shown}",
        f"{year}: sums and differences of {len(places)} numbers are about {leak.people} "
        f"{'person' if leak.people == 1 else 'people'} only: {listed}", leak.people, places)


def _cut_off(year: int, found: cut.Cut) -> Finding:
    return Finding(
        "isolates", f"{year} 年“{found.label}”：各次显示的组相加减，分得出 {found.people} 人：{'、'.join(map(str, found.places))}",
        f"{year}, {found.label}: the groups that were shown tell {found.people} people apart: "
        f"{', '.join(map(str, found.places))}", found.people, found.places)


def _narrowed(year: int, found: bounds.Narrowed) -> Finding:
    place = found.statement.places[0]
    left = f"{found.left:.0%}"
    return Finding(
        f"narrowed {'mean' if found.statement.is_of_dimension else 'share'}", f"{year} 年 {place} 只报界限，但由其他的数推算，界限的宽度只剩 {left}",
        f"{year}: {place} is told as a bound, but the other numbers leave {left} of its width", places=[place])
