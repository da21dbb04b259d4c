"""Says of every printed number which sum over which people it is.

How a program comes from answers to a mean is a *reading*. `pooled`: a mean is that of all answers, a composite is
computed from printed means, and spreads come from one table of pair sums. `persons`: everybody who answered enough has
a score, a composite is that of people with all its parts, and spreads are those of persons. A report is read in the way
that its counts of people and its values fit; a number that fits none is a finding of its own.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, replace
from fractions import Fraction

import numpy as np

from .counting import Counting
from .figures import WHOLE, Figure, Number, Place, Workbook
from .rounds import Round
from .spreads import Spreads
from .statements import (People, Problem, Statement, Term, contradictions, inverses, ones, points_of, times)
from .survey import Dimension, Item, Scale

READINGS = ("pooled", "persons")

#: What is printed of a competence, as a function of its two levels; beside the interval of a gap stands its mean.
_OF_LEVELS = {
    "required": lambda current, required: required, "current": lambda current, required: current,
    "gap": lambda current, required: required - current,
    "gap interval": lambda current, required: (required - current) ** 2,
    "short": lambda current, required: int(required > current),
    "rds": lambda current, required: 100 * ((current > required) - (current < required)),
}


@dataclass
class Publication:
    """All statements of a sequence of reports, year by year."""

    people: dict[int, People]
    statements: dict[int, list[Statement]]
    #: Groups of which means were printed, for the minimum cut: (year, items, masks of types).
    partitions: dict[int, list[tuple[str, list[np.ndarray], list[Place]]]]
    problems: list[Problem]
    unread: list[tuple[Place, str]]
    unaudited: set[str]
    readings: list[str]
    cells: int = 0


def of(reports: list[tuple[Workbook, dict[int, int]]], rounds: dict[int, Round], k: int = 10) -> Publication:
    """- reports: in the order in which they were made, each with how many responses of each year there were."""
    for year, round_ in rounds.items():
        round_.stages = sorted({counts[year] for _, counts in reports if year in counts})
    people = {year: People(round_) for year, round_ in rounds.items()}
    publication = Publication(people, {year: [] for year in rounds}, {year: [] for year in rounds}, [], [], set(), [])
    table: dict = {}
    for workbook, counts in reports:
        tries = [_Report(Counting(workbook, counts, rounds, people, name), table, k) for name in READINGS]
        for attempt in tries:
            attempt.read()
        best = min(tries, key=lambda attempt: len(attempt.problems))
        publication.readings.append(best.reading)
        publication.problems += best.problems + best.doubts
        publication.unread += workbook.unread
        publication.unaudited |= workbook.unaudited
        publication.cells += workbook.cells
        for year, told in best.counting.told.items():
            people[year].batch[told & (people[year].batch < 0)] = len(publication.readings)
        for statement in best.statements:
            publication.statements[statement.year].append(statement)
        for year, label, masks, places in best.partitions:
            publication.partitions[year].append((label, masks, places))
    for year in rounds:
        publication.statements[year] = _distinct(publication.statements[year])
    return publication


def _distinct(statements: list[Statement]) -> list[Statement]:
    """Equal sums once, with all places where they are printed and the closest of their ends."""
    found: dict[tuple, Statement] = {}
    for statement in statements:
        key = tuple(part.key for part in statement.terms + statement.products)
        known = found.setdefault(key, statement)
        if known is not statement:
            known.places += statement.places
            known.low, known.high = max(known.low, statement.low), min(known.high, statement.high)
            known.zone = _narrower(known.zone, statement.zone)
    return list(found.values())


def _narrower(one: tuple[float, float] | None, other: tuple[float, float] | None) -> tuple[float, float] | None:
    """Of two zones of one sum; none where it is told once."""
    if one is None or other is None:
        return None
    return min(one, other, key=lambda zone: zone[1] - zone[0])


class _Report:
    """One workbook in one reading."""

    def __init__(self, counting: Counting, table: dict, k: int):
        """- table: the pair sums of earlier reports."""
        self.counting, self.reading = counting, counting.reading
        self.workbook, self.rounds, self.years = counting.workbook, counting.rounds, counting.years
        self.people: dict[int, People] = counting.people
        self.statements: list[Statement] = []
        #: Numbers that speak against the reading, and such as are wrong in it.
        self.problems: list[Problem] = []
        self.doubts: list[Problem] = []
        self.partitions: list[tuple[int, str, list[np.ndarray], list[Place]]] = []
        self.means: dict[tuple[int, str | None, str], Number] = {}
        self.spreads = Spreads(counting, self.means, table, k)

    def read(self) -> None:
        figures = [figure for figure in self.workbook.figures if figure.year in self.years]
        # Numbers with their n come first: they settle who is counted where the same number has none.
        figures.sort(key=lambda figure: (figure.n is None, figure.group is WHOLE,
                                         self.counting.item(figure.year, figure.subject) is not None))
        for figure in figures:
            if figure.quantity in ("mean", "required", "current") and figure.number.is_exact:
                self.means.setdefault((figure.year, figure.group, figure.subject), figure.number)
        spreads = []
        for figure in figures:
            if figure.quantity in ("sd", "lower", "upper", "alpha"):
                spreads.append(figure)
            else:
                self._figure(figure)
        self.spreads.read(spreads)
        self.statements += self.spreads.statements
        self.problems += self.spreads.problems
        self.doubts += self.spreads.doubts
        self._check_values()

    def _figure(self, figure: Figure) -> None:
        if figure.subject.startswith("model:"):
            self._model_figure(figure)
            return
        if figure.quantity.startswith("line:"):
            figure = self._line(figure)
        item = self.counting.item(figure.year, figure.subject)
        dimension = self.counting.dimension(figure.year, figure.subject)
        # A competence may be called as a dimension is.
        if item is not None and (dimension is None or self._is_of_item(figure.quantity, item)):
            self._item_figure(figure, item)
        elif dimension is not None:
            self._dimension_figure(figure, dimension)
        else:
            self.problems.append(Problem(figure.place, "no such dimension or item"))

    def _line(self, figure: Figure) -> Figure:
        """A line of a checklist: of the list that the column names, the item at the place that the row's item has."""
        survey = self.rounds[figure.year].survey
        named = self.counting.dimension(figure.year, figure.quantity.removeprefix("line:"))
        lists = [[code for code, _ in survey.codes(dimension)] for dimension in survey.dimensions.values()]
        own = next((codes for codes in lists if figure.subject in codes), [])
        subject = figure.subject
        if named is not None:
            codes = [code for code, _ in survey.codes(named)]
            at = own.index(figure.subject) if own else len(codes)
            subject = codes[at] if at < len(codes) else named.name
        return replace(figure, subject=subject, quantity="mean")

    @staticmethod
    def _is_of_item(quantity: str, item: Item) -> bool:
        return quantity in _OF_LEVELS if item.is_pair else quantity.startswith("share:") or quantity == "favourable"

    def _dimension_figure(self, figure: Figure, dimension: Dimension) -> None:
        if figure.quantity in ("mean", "band"):
            self._mean(figure, dimension, None)
        elif figure.quantity == "comparable":
            self._mean(figure, dimension, self.counting.common)
        elif figure.quantity == "favourable" and not dimension.is_composite:
            self._favourable(figure, dimension)
        else:
            self.problems.append(Problem(figure.place, "nothing is known of such a number"))

    def _favourable(self, figure: Figure, dimension: Dimension) -> None:
        """The share of favourable answers among those to a dimension's items."""
        scale = self._scale(figure.year, dimension, None)
        mask = scale and self.counting.counted(
            figure, self.counting.base(figure.year, dimension, scale), dimension.name)
        if mask is None:
            self.problems.append(Problem(figure.place, "its number of people fits no group"))
            return
        # A person's share counts every item alike.
        terms = scale.terms if self.reading == "pooled" else tuple((item, 1) for item, _ in scale.terms)
        plain = Scale(terms, scale.least, Fraction(1), Fraction(0), (Fraction(0), Fraction(1)))
        self._scores(figure, dimension, [(Fraction(1), plain, mask, plain.slope, plain.offset)],
                     lambda item: lambda value: int(item.is_favourable(value, dimension.low_is_better)))

    def _item_figure(self, figure: Figure, item: Item) -> None:
        low_is_better = self._is_low_better(figure.year, item)
        if figure.quantity.startswith("share:"):
            label = re.sub(r" -?\d+分$| \(-?\d+\)$", "", figure.quantity.removeprefix("share:"))
            points = [option.points for option in item.scoring if label in option.texts]
            if all(part.lower() in item.silent for part in re.split("、|, ", label)):
                # Who did not score is known.
                return
            if len(points) != 1:
                self.problems.append(Problem(figure.place, "no such answer of the item"))
                return
            function = lambda value: int(value == points[0])
        elif figure.quantity == "favourable":
            function = lambda value: int(item.is_favourable(value, low_is_better))
        elif figure.quantity == "mean":
            function = lambda value: value
        elif item.is_pair and figure.quantity in _OF_LEVELS:
            function = _OF_LEVELS[figure.quantity]
        else:
            self.problems.append(Problem(figure.place, "nothing is known of such a number"))
            return
        beside = [mask for (year, group, name), mask in self.counting.masks.items()
                  if year == figure.year and group == figure.group and self._takes(year, name, item)]
        mask = self.counting.counted(
            figure, [self.people[figure.year].answered(item.code)], item.code, beside)
        if mask is None:
            self.problems.append(Problem(figure.place, "its number of people fits no group"))
            return
        self._item_sum(figure, item, function, mask)

    def _takes(self, year: int, name: str, item: Item) -> bool:
        dimension = self.rounds[year].survey.dimensions.get(name)
        return dimension is not None and any(code == item.code for code, _ in self.rounds[year].survey.codes(dimension))

    def _is_low_better(self, year: int, item: Item) -> bool:
        survey = self.rounds[year].survey
        for dimension in survey.dimensions.values():
            if any(code == item.code for code, _ in survey.codes(dimension)):
                return dimension.low_is_better
        return False

    def _item_sum(self, figure: Figure, item: Item, function, mask: np.ndarray) -> None:
        people = self.people[figure.year]
        n = people.number(mask)
        vector, constant = item.function(function)
        images = [function(*value) for value in item.values] or [item.bounds[0], item.bounds[1]]
        self._add(figure, (Term(item.code, vector, ones(mask)),), (), Fraction(n), n * constant,
                  (float(min(images)), float(max(images))))

    def _model_figure(self, figure: Figure) -> None:
        """Of a study model: how often people took part, and what those who did say of it."""
        item = self.counting.model(figure.year, figure.subject)
        if item is None:
            self.problems.append(Problem(figure.place, "no such study model"))
            return
        if figure.quantity in ("lower", "upper", "use", "use favourable"):
            # Usefulness is an item of its own, which stands in the tables of items.
            return
        options = item.scoring
        first = options[0].points if options else 0
        if figure.quantity == "took part":
            function = lambda value: int(value != first)
        elif figure.quantity.startswith("share:"):
            points = [option.points for option in options if figure.quantity.removeprefix("share:") in option.texts]
            if len(points) != 1:
                self.problems.append(Problem(figure.place, "no such answer of the item"))
                return
            function = lambda value: int(value == points[0])
        else:
            times = {option.points: int((re.findall(r"\d+", option.texts[-1]) or [0])[0]) for option in options}
            function = lambda value: times.get(value, value)
        mask = self.counting.counted(figure, [self.people[figure.year].answered(item.code)], item.code)
        if mask is None:
            self.problems.append(Problem(figure.place, "its number of people fits no group"))
            return
        self._item_sum(figure, item, function, mask)

    def _scale(self, year: int, dimension: Dimension, only: set[str] | None) -> Scale | None:
        rule = self.counting.dimension(self.counting.latest, dimension.name) if only is not None else None
        return self.rounds[year].survey.scale(dimension, only, rule)

    def _mean(self, figure: Figure, dimension: Dimension, only: set[str] | None) -> None:
        year = figure.year
        survey = self.rounds[year].survey
        leaves = survey.leaves(dimension)
        if only is not None and dimension.is_composite and self.counting.dimension(self.counting.latest, dimension.name):
            latest = self.rounds[self.counting.latest].survey
            leaves = [(survey.dimensions.get(leaf.name, leaf), share)
                      for leaf, share in latest.leaves(self.counting.dimension(self.counting.latest, dimension.name))]
        scales = [(leaf, share, self._scale(year, leaf, only)) for leaf, share in leaves]
        if any(scale is None for _, _, scale in scales):
            self.problems.append(Problem(figure.place, "no item of the dimension is known"))
            return
        suffix = "" if only is None else " comparable"
        if not dimension.is_composite:
            leaf, _, scale = scales[0]
            if only is not None and scale.terms == self._scale(year, leaf, None).terms:
                suffix = ""
            mask = self.counting.counted(figure, self.counting.base(year, leaf, scale), leaf.name + suffix)
            if mask is None:
                self.problems.append(Problem(figure.place, "its number of people fits no group"))
                return
            self._scores(figure, dimension, [(Fraction(1), scale, mask, scale.slope, scale.offset)])
            if figure.number.is_exact and figure.group is not WHOLE:
                self._partition(figure, leaf.name + suffix, mask)
            return
        self._composite(figure, dimension, scales, suffix)

    def _composite(self, figure: Figure, dimension: Dimension, scales, suffix: str) -> None:
        year = figure.year
        people = self.people[year]
        parts = []
        for leaf, share, scale in scales:
            slope, offset = scale.slope, scale.offset
            if scale.is_gap:
                widest = Fraction(scale.terms[0][0].bounds[1] - scale.terms[0][0].bounds[0])
                slope, offset = ((Fraction(100) / widest, Fraction(0)) if dimension.low_is_better
                                 else (Fraction(-100) / widest, Fraction(100)))
            elif leaf.low_is_better != dimension.low_is_better:
                slope, offset = -slope, scale.ends[0] + scale.ends[1] - offset
            if self.reading == "persons":
                masks = self.counting.base(year, leaf, scale)
            else:
                beside = Figure(year, figure.group, leaf.name, "mean", figure.number, None, figure.place)
                masks = [self.counting.counted(beside, self.counting.base(year, leaf, scale), leaf.name + suffix)]
            parts.append((share, scale, masks, slope, offset))
        if self.reading == "persons":
            alternatives = itertools.islice(itertools.product(*(masks for _, _, masks, _, _ in parts)), 64)
            bases = [np.logical_and.reduce(choice) for choice in alternatives]
            mask = self.counting.counted(figure, bases, dimension.name + suffix)
            chosen = [mask] * len(parts)
        else:
            chosen = [masks[0] for _, _, masks, _, _ in parts]
        if any(mask is None or people.number(mask) == 0 for mask in chosen):
            self.problems.append(Problem(figure.place, "its number of people fits no group"))
            return
        self._scores(figure, dimension,
                     [(share, scale, mask, slope, offset) for (share, scale, _, slope, offset), mask
                      in zip(parts, chosen)])

    def _scores(self, figure: Figure, dimension: Dimension, parts, function=None) -> None:
        """value = Σ parts of share × (offset + slope × weighted mean of the answers).

        - function: what of an answer to an item enters the mean, where it is not its points.
        """
        terms: list[Term] = []
        constant = Fraction(0)
        ends = [Fraction(0), Fraction(0)]
        for share, scale, mask, slope, offset in parts:
            constant += share * offset
            enters = function or (lambda item: points_of(item, scale, dimension.is_composite))
            factor, shares = self._shares(figure.year, scale, mask, enters)
            for item, vector, base, weights in shares:
                terms.append(Term(item, times(share * slope * factor, vector), weights))
                constant += share * slope * factor * base * int(weights @ self.people[figure.year].counts)
            low, high = _ends(scale, slope, offset)
            ends = [ends[0] + share * low, ends[1] + share * high]
        if figure.quantity == "band":
            self._band(figure, dimension, tuple(terms), constant, ends)
            return
        self._add(figure, tuple(terms), (), Fraction(1), constant, (float(ends[0]), float(ends[1])))

    def _shares(self, year: int, scale: Scale, mask: np.ndarray, enters):
        """A factor, and of each item of a mean: code, function, the function's constant, whole weights of the types."""
        people = self.people[year]
        answered = {item.code: people.answered(item.code) & mask for item, _ in scale.terms}
        of_type = sum(weight * answered[item.code].astype(np.int64) for item, weight in scale.terms)
        if self.reading == "pooled":
            factor, per_person = Fraction(1, int(of_type @ people.counts)), np.ones(len(people), dtype=np.int64)
        else:
            multiple, per_person = inverses(of_type)
            factor = Fraction(1, multiple * people.number(mask))
        shares = []
        for item, weight in scale.terms:
            vector, constant = item.function(enters(item))
            shares.append((item.code, vector, constant, weight * per_person * answered[item.code]))
        return factor, shares

    def _band(self, figure: Figure, dimension: Dimension, terms, constant: Fraction, ends) -> None:
        """A band says between which limits a mean lies."""
        at = next((index for index, (_, name) in enumerate(dimension.bands) if name == figure.text), None)
        if at is None:
            return
        low = dimension.bands[at][0]
        high = dimension.bands[at - 1][0] if at > 0 else None
        number = Number(-np.inf if low is None else low, np.inf if high is None else high, is_bound=True)
        told = Figure(figure.year, figure.group, figure.subject, "band", number, figure.n, figure.place)
        self._add(told, terms, (), Fraction(1), constant, (float(ends[0]), float(ends[1])), is_band=True)

    def _partition(self, figure: Figure, label: str, mask: np.ndarray) -> None:
        entry = next((e for e in self.partitions if e[0] == figure.year and e[1] == label), None)
        if entry is None:
            entry = (figure.year, label, [], [])
            self.partitions.append(entry)
        if not any(np.array_equal(mask, other) for other in entry[2]):
            entry[2].append(mask)
            entry[3].append(figure.place)

    def _add(self, figure: Figure, terms, products, factor: Fraction, constant: Fraction, ends, is_band=False) -> None:
        """- factor: what the printed number is multiplied by to be the sum; constant: what the sum holds beside functions."""
        low, high = max(figure.number.low, ends[0]), min(figure.number.high, ends[1])
        scale, shift = float(factor), float(constant)
        statement = Statement(figure.year, terms, products, low * scale - shift, high * scale - shift, [figure.place],
                              f"{figure.group or '全局'} {figure.subject} {figure.quantity}")
        if figure.number.is_bound:
            statement.zone = (-np.inf, np.inf) if is_band else (statement.low, statement.high)
        statement.is_of_dimension = factor == 1
        self.statements.append(statement)

    # MARK: Do the values fit?

    def _check_values(self) -> None:
        """A printed sum that is a combination of others must have their combined value."""
        for year in self.years:
            own = [s for s in self.statements if s.year == year and s.is_exact and not s.products]
            for statement in contradictions(own, self.people[year]):
                self.problems.append(Problem(statement.places[0], "it is not what the other numbers make it"))


def _ends(scale: Scale, slope: Fraction, offset: Fraction) -> tuple[Fraction, Fraction]:
    if scale.is_gap and slope != scale.slope:
        return Fraction(0), Fraction(100)
    return scale.ends

