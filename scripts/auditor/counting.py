"""What the names in a report stand for, and who is counted in its numbers.

A printed name is that of one unit or of several that are shown as one, in the year's own names or in those of the latest
year. Who of them is in a number is told by the number of people beside it: everybody with an answer who was there; or,
where late answers wait, those of some of the batches that came between reports.
"""

from __future__ import annotations

import itertools
import re

import numpy as np

from .rounds import Round, later_names
from .statements import People
from .survey import Dimension, Item, Scale
from .figures import WHOLE, Figure, Workbook


#: With more batches than these nobody tries which of them are in a number.
MOST_BATCHES = 8


class Counting:
    """One workbook in one reading."""

    def __init__(self, workbook: Workbook, counts: dict[int, int], rounds: dict[int, Round],
                 people: dict[int, People], reading: str):
        self.workbook, self.rounds, self.people, self.reading = workbook, rounds, people, reading
        self.years = [year for year in workbook.years if year in rounds]
        self.latest = self.years[-1] if self.years else 0
        #: Of each type whether it had come, and whether its responses count at all.
        self.present = {year: people[year].stages < _stage(rounds[year], counts.get(year, rounds[year].count))
                        for year in self.years}
        self.told = {year: self.present[year].copy() for year in self.years}
        self.names = later_names([rounds[year] for year in self.years])
        #: Who is in the numbers of a group of one base, as far as that is known.
        self.masks: dict[tuple[int, str | None, str], np.ndarray] = {}
        self.common = self._common_items()
        self._find_told()

    # MARK: Names

    def _common_items(self) -> set[str]:
        """The items that all years of the report share."""
        if not self.years:
            return set()
        surveys = [self.rounds[year].survey for year in self.years]
        common = set(surveys[0].items)
        for survey in surveys[1:]:
            common &= set(survey.items)
            common -= survey.broken
        return {code for code in common
                if len({tuple(option.points for option in survey.items[code].options) for survey in surveys}) == 1}

    def dimension(self, year: int, printed: str) -> Dimension | None:
        """By its name, which a narrow column may cut."""
        dimensions = self.rounds[year].survey.dimensions.values()
        for dimension in dimensions:
            if printed == dimension.name or printed in dimension.names:
                return dimension
        if printed.endswith("…"):
            cut = [d for d in dimensions if any(name.startswith(printed[:-1]) for name in {d.name, *d.names})]
            return cut[0] if len(cut) == 1 else None
        return None

    def item(self, year: int, printed: str) -> Item | None:
        survey = self.rounds[year].survey
        if printed in survey.items:
            return survey.items[printed]
        found = [item for item in survey.items.values()
                 if item.is_pair and re.split(r"[（(]", item.text)[0].strip() == printed]
        return found[0] if len(found) == 1 else None

    def model(self, year: int, printed: str) -> Item | None:
        name = printed.removeprefix("model:")
        found = [item for item in self.rounds[year].survey.items.values() if name in item.text and "次数" in item.text]
        return found[0] if len(found) == 1 else None

    # MARK: Groups

    def groups(self, label: str | None, year: int) -> list[frozenset[str]]:
        """The sets of own-year units that a printed name may stand for, the likeliest first."""
        people = self.people[year]
        if label is WHOLE:
            return [frozenset(people.units)]
        own = set(people.units) | {unit.name for unit in self.rounds[year].roster}
        known = own | {name for names in self.names.values() for name in names.values()}
        for round_ in self.rounds.values():
            known |= {unit.name for unit in round_.roster}
        bare = re.sub(r"（合并）$| \(merged\)$", "", label)
        parts = _named(bare, known)
        sets = [parts] if parts else []
        several = re.match(r"^(.*?)(?:等(\d+)个| and (\d+) more)$", bare)
        if several:
            first = _named(several.group(1), known) or frozenset()
            size = int(several.group(2)) if several.group(2) else len(first) + int(several.group(3))
            # A unit that a year did not have yet is not counted in its names.
            then = {self.names.get(year, {}).get(unit, unit) for unit in own}
            # People who named none may have joined a set in this year only.
            listed = [group | extra for group in self.workbook.merged for extra in (frozenset(), own & {""})]
            sets = [group for group in listed if first <= group and size in (len(group), len(group & then))]
        found: list[frozenset[str]] = []
        for group in sets:
            by_latest = frozenset(unit for unit in own if self.names.get(year, {}).get(unit, unit) in group)
            for units in (by_latest, group & own):
                if units and units not in found:
                    found.append(units)
        return found

    # MARK: Who is counted

    def base(self, year: int, dimension: Dimension, scale: Scale) -> list[np.ndarray]:
        """Masks of the types that a mean may rest on, the likeliest first."""
        people = self.people[year]
        number = sum(people.answered(item.code).astype(int) for item, _ in scale.terms)
        if self.reading == "pooled":
            return [number >= 1]
        least = [scale.least]
        rule = self.dimension(self.latest, dimension.name)
        # In a report of several years the latest missing rule may hold for all.
        other = self.rounds[year].survey.scale(dimension, None, rule) if rule else None
        if other is not None and other.least not in least:
            least.append(other.least)
        return [number >= needed for needed in least]

    def counted(self, figure: Figure, bases: list[np.ndarray], key: str,
                beside: list[np.ndarray] = ()) -> np.ndarray | None:
        """Who of a group is in a number: by the number of people that stands beside it.

        Everybody who was there; or, where late answers wait, those of some of the batches that came between reports.

        - beside: who is in the numbers of the same group that this one is a part of.
        """
        year = figure.year
        people, present = self.people[year], self.present[year]
        known = self.masks.get((year, figure.group, key))
        if known is not None and (figure.n is None or people.number(known) == figure.n):
            return known
        groups = self.groups(figure.group, year)
        for base in bases:
            for group in groups:
                here = people.members(group) & base
                candidates = [here & self.told[year], here & present]
                if figure.n is None:
                    # Beside its dimension, an item is told of the people whose answers to the dimension count.
                    whole = self.masks.get((year, WHOLE, key))
                    chosen = beside[0] if beside else here if whole is None else whole
                    return self._keep(figure, key, candidates[0] if not beside and whole is None else here & chosen)
                candidates += [base & mask for mask in beside]
                if figure.group is WHOLE:
                    parts = [mask for (at, label, of), mask in self.masks.items()
                             if at == year and of == key and label is not WHOLE]
                    if parts:
                        candidates.append(np.logical_or.reduce(parts))
                candidates += [mask for there in (here & self.told[year], here & present)
                               for mask in self._batches(year, there)]
                for mask in candidates:
                    if people.number(mask) == figure.n:
                        return self._keep(figure, key, mask)
        return None

    def _keep(self, figure: Figure, key: str, mask: np.ndarray) -> np.ndarray:
        self.masks.setdefault((figure.year, figure.group, key), mask)
        return mask

    def _batches(self, year: int, there: np.ndarray) -> list[np.ndarray]:
        """Those of some of the batches, most of them first."""
        stages = self.people[year].stages
        own = sorted(set(stages[there]))
        if len(own) > MOST_BATCHES:
            return []
        return [there & np.isin(stages, chosen) for size in range(len(own) - 1, 0, -1)
                for chosen in itertools.combinations(own, size)]

    def _find_told(self) -> None:
        """Whose responses are counted at all, by the numbers of responses that are printed of groups."""
        # The whole last: where groups are printed, it is made of them.
        for (year, label), count in sorted(self.workbook.responses.items(), key=lambda entry: entry[0][1] is WHOLE):
            if year not in self.years or label is WHOLE and self.people[year].number(self.told[year]) == count:
                continue
            for group in self.groups(label, year):
                there = self.people[year].members(group) & self.present[year]
                found = next((mask for mask in [there, *self._batches(year, there)]
                              if self.people[year].number(mask) == count), None)
                if found is not None:
                    self.told[year] &= ~there | found
                    break


def _stage(round_: Round, count: int) -> int:
    """The stages before this number are those of the first so many responses."""
    return int(np.searchsorted(np.array(round_.stages or [round_.count]), count, side="right"))


def _named(label: str, known: set[str]) -> frozenset[str] | None:
    """`甲、乙` as the names in it; a unit's own name may hold the mark that joins."""
    label = {"未填处室": "", "no unit given": ""}.get(label, label)
    if label in known or label == "":
        return frozenset({label})
    for mark in ("、", ", ", "＋"):
        for end in [index for index in range(len(label)) if label.startswith(mark, index)]:
            first, rest = label[:end], label[end + len(mark):]
            first = {"未填处室": "", "no unit given": ""}.get(first, first)
            if first in known or first == "":
                others = _named(rest, known)
                if others is not None:
                    return frozenset({first}) | others
    return None
