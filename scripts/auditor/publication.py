"""Says of every printed number which sum over which people it is.

A statement is Σ over types of people, Σ over items: weight × f(answer) = value, where f is a function of one answer, or
the product of the answers to two items. Functions are told apart up to a constant: how many answered is known.

How a program comes from answers to a mean is a *reading*. `pooled`: a mean is that of all answers, a composite is
computed from printed means, and spreads come from one table of pair sums. `persons`: everybody who answered enough has
a score, a composite is that of people with all its parts, and spreads are those of persons. A report is read in the way
that its counts of people and its values fit; a number that fits none is a finding of its own.
"""

from __future__ import annotations

import itertools
import math
import re
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from scipy import stats
from scipy.sparse import csr_matrix

from .rounds import Round, later_names
from .survey import Dimension, Item, Scale
from .workbook import WHOLE, Figure, Number, Place, Workbook

READINGS = ("pooled", "persons")


@dataclass(frozen=True, eq=False)
class Term:
    """Σ over types of weight × f(answer to an item), f as a vector over the item's basis; whole weights."""

    item: str
    function: tuple[Fraction, ...]
    weights: np.ndarray

    @property
    def key(self):
        return self.item, self.function, self.weights.tobytes()


@dataclass(frozen=True, eq=False)
class Product:
    """Σ over types of weight × a function of several answers that is no sum of functions of one answer each."""

    name: tuple[str, ...]
    factor: Fraction
    weights: np.ndarray

    @property
    def key(self):
        return self.name, self.factor, self.weights.tobytes()


@dataclass
class Statement:
    year: int
    terms: tuple[Term, ...]
    products: tuple[Product, ...] = ()
    #: Between which ends the sum lies, its constant taken off; equal ends where it is printed exactly.
    low: float = -np.inf
    high: float = np.inf
    places: list[Place] = field(default_factory=list)
    label: str = ""
    #: Of a bound: the ends that the rule allows the mean, in the units of the sum.
    zone: tuple[float, float] | None = None
    #: A score, not how one item was answered.
    is_of_dimension: bool = False

    @property
    def is_exact(self) -> bool:
        return self.high - self.low <= 1e-7 * max(1.0, abs(self.low))

    @property
    def tells(self) -> bool:
        """Whether its value is given, be it rounded; a bound only limits it."""
        return self.zone is None and np.isfinite(self.low) and np.isfinite(self.high)


class People:
    """A round's types of people: unit, stage and pattern of answered items, with how many there are of each."""

    def __init__(self, round_: Round):
        self.round = round_
        stage = round_.stage
        index: dict[tuple[str, int, frozenset[str]], int] = {}
        counts: list[int] = []
        for unit, at, pattern in zip(round_.units, stage, round_.patterns):
            key = (unit, int(at), pattern)
            if key not in index:
                index[key] = len(counts)
                counts.append(0)
            counts[index[key]] += 1
        self.units = [unit for unit, _, _ in index]
        self.stages = np.array([at for _, at, _ in index], dtype=int)
        self.patterns = [pattern for _, _, pattern in index]
        self.counts = np.array(counts, dtype=int)

    def __len__(self) -> int:
        return len(self.counts)

    def members(self, units: frozenset[str]) -> np.ndarray:
        return np.array([unit in units for unit in self.units], dtype=bool)

    def answered(self, code: str) -> np.ndarray:
        return np.array([code in pattern for pattern in self.patterns], dtype=bool)

    def number(self, mask: np.ndarray) -> int:
        return int(self.counts[mask].sum())


@dataclass
class Problem:
    """A number that cannot be what it is taken for."""

    place: Place
    reason: str


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


def of(reports: list[tuple[Workbook, dict[int, int]]], rounds: dict[int, Round], reading: str | None = None) -> Publication:
    """- reports: in the order in which they were made, each with how many responses of each year there were."""
    for year, round_ in rounds.items():
        round_.stages = sorted({counts[year] for _, counts in reports if year in counts})
    people = {year: People(round_) for year, round_ in rounds.items()}
    publication = Publication(people, {year: [] for year in rounds}, {year: [] for year in rounds}, [], [], set(), [])
    for workbook, counts in reports:
        tries = [_Report(workbook, counts, rounds, people, name) for name in ([reading] if reading else READINGS)]
        for attempt in tries:
            attempt.read()
        best = min(tries, key=lambda attempt: len(attempt.problems))
        publication.readings.append(best.reading)
        publication.problems += best.problems + best.doubts
        publication.unread += workbook.unread
        publication.unaudited |= workbook.unaudited
        publication.cells += workbook.cells
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
            if known.zone is None or statement.zone is None:
                known.zone = None
    return list(found.values())


class _Report:
    """One workbook in one reading."""

    def __init__(self, workbook: Workbook, counts: dict[int, int], rounds: dict[int, Round],
                 people: dict[int, People], reading: str):
        self.workbook, self.rounds, self.people, self.reading = workbook, rounds, people, reading
        self.years = [year for year in workbook.years if year in rounds]
        self.present = {year: people[year].stages < _stage(rounds[year], counts.get(year, rounds[year].count))
                        for year in self.years}
        self.names = later_names([rounds[year] for year in self.years])
        self.latest = self.years[-1] if self.years else 0
        self.statements: list[Statement] = []
        #: Numbers that speak against the reading, and such as are wrong in it.
        self.problems: list[Problem] = []
        self.doubts: list[Problem] = []
        self.partitions: list[tuple[int, str, list[np.ndarray], list[Place]]] = []
        self.masks: dict[tuple[int, str | None, str], np.ndarray] = {}
        self.told = {year: self.present[year].copy() for year in self.years}
        self.common = self._common_items()
        self.means: dict[tuple[int, str | None, str], Number] = {}
        self.intervals: dict[tuple[int, str], list[tuple[Figure, Figure]]] = {}

    # MARK: Items and dimensions

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

    def _dimension(self, year: int, printed: str) -> Dimension | None:
        """By its name, which a narrow column may cut."""
        dimensions = self.rounds[year].survey.dimensions.values()
        for dimension in dimensions:
            if printed == dimension.name or printed in dimension.names:
                return dimension
        if printed.endswith("…"):
            cut = [d for d in dimensions if any(name.startswith(printed[:-1]) for name in {d.name, *d.names})]
            return cut[0] if len(cut) == 1 else None
        return None

    def _item(self, year: int, printed: str) -> Item | None:
        survey = self.rounds[year].survey
        if printed in survey.items:
            return survey.items[printed]
        found = [item for item in survey.items.values()
                 if item.is_pair and re.split(r"[（(]", item.text)[0].strip() == printed]
        return found[0] if len(found) == 1 else None

    def _model(self, year: int, printed: str) -> Item | None:
        name = printed.removeprefix("model:")
        found = [item for item in self.rounds[year].survey.items.values() if name in item.text and "次数" in item.text]
        return found[0] if len(found) == 1 else None

    # MARK: Groups

    def _groups(self, label: str | None, year: int) -> list[frozenset[str]]:
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
            sets = [group for group in self.workbook.merged if len(group) == size and first <= group]
        found: list[frozenset[str]] = []
        for group in sets:
            by_latest = frozenset(unit for unit in own if self.names.get(year, {}).get(unit, unit) in group)
            for units in (by_latest, group & own):
                if units and units not in found:
                    found.append(units)
        return found

    # MARK: Who is counted

    def _base(self, year: int, dimension: Dimension, scale: Scale) -> list[np.ndarray]:
        """Masks of the types that a mean may rest on, the likeliest first."""
        people = self.people[year]
        number = sum(people.answered(item.code).astype(int) for item, _ in scale.terms)
        if self.reading == "pooled":
            return [number >= 1]
        least = [scale.least]
        rule = self._dimension(self.latest, dimension.name)
        # In a report of several years the latest missing rule may hold for all.
        other = self.rounds[year].survey.scale(dimension, None, rule) if rule else None
        if other is not None and other.least not in least:
            least.append(other.least)
        return [number >= needed for needed in least]

    def _counted(self, figure: Figure, bases: list[np.ndarray], key: str) -> np.ndarray | None:
        """Who of a group is in a number: by the number of people that stands beside it.

        Everybody who was there; or, where late answers wait, those of some of the batches that came between reports.
        """
        year = figure.year
        people, present = self.people[year], self.present[year]
        known = self.masks.get((year, figure.group, key))
        if known is not None and (figure.n is None or people.number(known) == figure.n):
            return known
        groups = self._groups(figure.group, year)
        for base in bases:
            for group in groups:
                here = people.members(group) & base
                candidates = [here & present, here & self.told[year]]
                if figure.n is None:
                    return self._keep(figure, key, candidates[1])
                if figure.group is WHOLE:
                    parts = [mask for (at, label, of), mask in self.masks.items()
                             if at == year and of == key and label is not WHOLE]
                    if parts:
                        candidates.append(np.logical_or.reduce(parts))
                stages = sorted(set(people.stages[here & present]))
                for size in range(len(stages) - 1, 0, -1):
                    for chosen in itertools.combinations(stages, size):
                        if len(stages) <= 8:
                            candidates.append(here & present & np.isin(people.stages, chosen))
                for mask in candidates:
                    if people.number(mask) == figure.n:
                        return self._keep(figure, key, mask)
        return None

    def _keep(self, figure: Figure, key: str, mask: np.ndarray) -> np.ndarray:
        self.masks.setdefault((figure.year, figure.group, key), mask)
        return mask

    def _find_told(self) -> None:
        """Whose responses are counted at all, by the numbers of responses that are printed of groups."""
        for (year, label), count in self.workbook.responses.items():
            if year not in self.years or label is WHOLE:
                continue
            people, present = self.people[year], self.present[year]
            for group in self._groups(label, year):
                here = people.members(group) & present
                if people.number(here) == count:
                    break
                stages = sorted(set(people.stages[here]))
                found = next((chosen for size in range(len(stages) - 1, 0, -1)
                              for chosen in itertools.combinations(stages, size)
                              if people.number(here & np.isin(people.stages, chosen)) == count), None)
                if found is not None:
                    self.told[year] &= ~here | np.isin(people.stages, found)
                    break

    # MARK: Statements

    def read(self) -> None:
        self._find_told()
        figures = [figure for figure in self.workbook.figures if figure.year in self.years]
        # Numbers with their n come first: they settle who is counted where the same number has none.
        figures.sort(key=lambda figure: (figure.n is None, figure.group is WHOLE))
        for figure in figures:
            if figure.quantity in ("mean", "required", "current") and figure.number.is_exact:
                self.means.setdefault((figure.year, figure.group, figure.subject), figure.number)
        spreads = []
        for figure in figures:
            if figure.quantity in ("sd", "lower", "upper", "alpha"):
                spreads.append(figure)
            else:
                self._figure(figure)
        self._spreads(spreads)
        self._common_spreads()
        self._check_values()

    def _figure(self, figure: Figure) -> None:
        if figure.subject.startswith("model:"):
            self._model_figure(figure)
            return
        item = self._item(figure.year, figure.subject)
        if item is not None and (figure.quantity != "mean" or self._dimension(figure.year, figure.subject) is None):
            self._item_figure(figure, item)
            return
        dimension = self._dimension(figure.year, figure.subject)
        if dimension is None:
            self.problems.append(Problem(figure.place, "no such dimension or item"))
            return
        if figure.quantity in ("mean", "band"):
            self._mean(figure, dimension, None)
        elif figure.quantity == "comparable":
            self._mean(figure, dimension, self.common)

    def _item_figure(self, figure: Figure, item: Item) -> None:
        functions = {
            "required": lambda current, required: required, "current": lambda current, required: current,
            "gap": lambda current, required: required - current,
            "gap interval": lambda current, required: (required - current) ** 2,
            "short": lambda current, required: int(required > current),
            "rds": lambda current, required: 100 * ((current > required) - (current < required)),
        }
        low_is_better = self._is_low_better(figure.year, item)
        if figure.quantity.startswith("share:"):
            label = re.sub(r" -?\d+分$| \(-?\d+\)$", "", figure.quantity.removeprefix("share:"))
            points = [option.points for option in item.scoring if label in option.texts]
            if len(points) != 1:
                self.problems.append(Problem(figure.place, "no such answer of the item"))
                return
            function = lambda value: int(value == points[0])
        elif figure.quantity == "favourable":
            function = lambda value: int(item.is_favourable(value, low_is_better))
        elif figure.quantity == "mean":
            function = lambda value: value
        elif item.is_pair and figure.quantity in functions:
            function = functions[figure.quantity]
        else:
            return
        mask = self._counted(figure, [self.people[figure.year].answered(item.code)], item.code)
        if mask is None:
            self.problems.append(Problem(figure.place, "its number of people fits no group"))
            return
        self._item_sum(figure, item, function, mask)

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
        self._add(figure, (Term(item.code, vector, _ones(mask)),), (), Fraction(n), n * constant,
                  (float(min(images)), float(max(images))))

    def _model_figure(self, figure: Figure) -> None:
        """Of a study model: how often people took part, and what those who did say of it."""
        item = self._model(figure.year, figure.subject)
        if item is None or figure.quantity in ("lower", "upper", "use", "use favourable"):
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
        mask = self._counted(figure, [self.people[figure.year].answered(item.code)], item.code)
        if mask is None:
            self.problems.append(Problem(figure.place, "its number of people fits no group"))
            return
        self._item_sum(figure, item, function, mask)

    def _scale(self, year: int, dimension: Dimension, only: set[str] | None) -> Scale | None:
        rule = self._dimension(self.latest, dimension.name) if only is not None else None
        return self.rounds[year].survey.scale(dimension, only, rule)

    def _mean(self, figure: Figure, dimension: Dimension, only: set[str] | None) -> None:
        year = figure.year
        survey = self.rounds[year].survey
        leaves = survey.leaves(dimension)
        if only is not None and dimension.is_composite and self._dimension(self.latest, dimension.name):
            latest = self.rounds[self.latest].survey
            leaves = [(survey.dimensions.get(leaf.name, leaf), share)
                      for leaf, share in latest.leaves(self._dimension(self.latest, dimension.name))]
        scales = [(leaf, share, self._scale(year, leaf, only)) for leaf, share in leaves]
        if any(scale is None for _, _, scale in scales):
            self.problems.append(Problem(figure.place, "no item of the dimension is known"))
            return
        suffix = "" if only is None else " comparable"
        if not dimension.is_composite:
            leaf, _, scale = scales[0]
            if only is not None and scale.terms == self._scale(year, leaf, None).terms:
                suffix = ""
            mask = self._counted(figure, self._base(year, leaf, scale), leaf.name + suffix)
            if mask is None:
                self.problems.append(Problem(figure.place, "its number of people fits no group"))
                return
            self._scores(figure, dimension, [(Fraction(1), scale, mask, scale.slope, scale.offset)], suffix)
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
                masks = self._base(year, leaf, scale)
            else:
                beside = Figure(year, figure.group, leaf.name, "mean", figure.number, None, figure.place)
                masks = [self._counted(beside, self._base(year, leaf, scale), leaf.name + suffix)]
            parts.append((share, scale, masks, slope, offset))
        if self.reading == "persons":
            alternatives = itertools.islice(itertools.product(*(masks for _, _, masks, _, _ in parts)), 64)
            bases = [np.logical_and.reduce(choice) for choice in alternatives]
            mask = self._counted(figure, bases, dimension.name + suffix)
            chosen = [mask] * len(parts)
        else:
            chosen = [masks[0] for _, _, masks, _, _ in parts]
        if any(mask is None or people.number(mask) == 0 for mask in chosen):
            self.problems.append(Problem(figure.place, "its number of people fits no group"))
            return
        self._scores(figure, dimension,
                     [(share, scale, mask, slope, offset) for (share, scale, _, slope, offset), mask
                      in zip(parts, chosen)], suffix)

    def _scores(self, figure: Figure, dimension: Dimension, parts, suffix: str) -> None:
        """value = Σ parts of share × (offset + slope × weighted mean of the answers)."""
        terms: list[Term] = []
        constant = Fraction(0)
        ends = [Fraction(0), Fraction(0)]
        for share, scale, mask, slope, offset in parts:
            constant += share * offset
            factor, shares = self._shares(figure.year, scale, mask, dimension.is_composite)
            for item, vector, base, weights in shares:
                terms.append(Term(item, _times(share * slope * factor, vector), weights))
                constant += share * slope * factor * base * int(weights @ self.people[figure.year].counts)
            low, high = _ends(scale, slope, offset)
            ends = [ends[0] + share * low, ends[1] + share * high]
        if figure.quantity == "band":
            self._band(figure, dimension, tuple(terms), constant, ends)
            return
        self._add(figure, tuple(terms), (), Fraction(1), constant, (float(ends[0]), float(ends[1])))

    def _shares(self, year: int, scale: Scale, mask: np.ndarray, in_composite: bool):
        """A factor, and of each item of a mean: code, function, the function's constant, whole weights of the types."""
        people = self.people[year]
        answered = {item.code: people.answered(item.code) & mask for item, _ in scale.terms}
        of_type = sum(weight * answered[item.code].astype(np.int64) for item, weight in scale.terms)
        if self.reading == "pooled":
            factor, per_person = Fraction(1, int(of_type @ people.counts)), np.ones(len(people), dtype=np.int64)
        else:
            multiple, per_person = _inverses(of_type)
            factor = Fraction(1, multiple * people.number(mask))
        shares = []
        for item, weight in scale.terms:
            vector, constant = item.function(_points(item, scale, in_composite))
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

    # MARK: Spread

    def _spreads(self, figures: list[Figure]) -> None:
        by_group: dict[tuple[int, str | None, str], dict[str, Figure]] = {}
        for figure in figures:
            if not figure.subject.startswith("model:"):
                by_group.setdefault((figure.year, figure.group, figure.subject), {}).setdefault(figure.quantity, figure)
        for (year, group, subject), found in by_group.items():
            for quantity in ("sd", "alpha"):
                if quantity in found:
                    self._spread(found[quantity])
            if "sd" not in found and "lower" in found and "upper" in found:
                self._interval(found["lower"], found["upper"])

    def _interval(self, lower: Figure, upper: Figure) -> None:
        """An interval of a group without its deviation: what it tells of the spread."""
        if lower.group is not WHOLE and self.reading == "pooled":
            self.intervals.setdefault((lower.year, lower.subject), []).append((lower, upper))
            return
        self._spread(Figure(lower.year, lower.group, lower.subject, "sd", lower.number, lower.n, lower.place))

    def _common_spreads(self) -> None:
        """Units' intervals must use one spread, and that must follow from what is printed of the whole and the units."""
        for (year, subject), pairs in self.intervals.items():
            spread = self._common(year, [pair for pair in pairs if pair[0].n])
            if spread is None:
                for lower, _ in pairs:
                    self._spread(Figure(year, lower.group, subject, "sd", lower.number, lower.n, lower.place))
                continue
            allowed = self._within(year, subject, pairs)
            if allowed and not any(abs(spread - one) < 1e-6 * max(1.0, one) for one in allowed):
                self.doubts.append(Problem(pairs[0][0].place, "the common spread is not what the printed cells give"))

    def _common(self, year: int, pairs: list[tuple[Figure, Figure]]) -> float | None:
        """What all half widths are multiples of, by t and by the share of the unit that answered; None if nothing."""
        headcounts = {unit.name: unit.headcount for unit in self.rounds[year].roster}
        total = sum(lower.n for lower, _ in pairs)
        if len(pairs) < 2:
            return None
        for share in (1.0, 0.25, 0.0):
            for freedom in ("cells", "own", "all", "normal"):
                found = []
                for lower, upper in pairs:
                    units = next(iter(self._groups(lower.group, year)), frozenset())
                    people = sum(headcounts.get(unit, 0) for unit in units)
                    part = min(1.0, lower.n / people) if people else 0.0
                    df = {"cells": total - len(pairs), "own": lower.n - 1, "all": total - 1, "normal": 10**9}[freedom]
                    unit = stats.t.ppf(0.975, max(1, df)) * math.sqrt(max(0.0, 1 - share * part) / lower.n)
                    half = (upper.number.value - lower.number.value) / 2
                    if unit > 0:
                        found.append(half / unit)
                if found and max(found) - min(found) < 1e-6 * max(found):
                    return found[0]
        return None

    def _within(self, year: int, subject: str, pairs) -> list[float]:
        """The spread within units as it follows from printed numbers: with all cells that are not exact as one."""
        whole = {figure.quantity: figure for figure in self.workbook.figures
                 if (figure.year, figure.group, figure.subject) == (year, WHOLE, subject) and figure.number.is_exact}
        if "sd" not in whole or "mean" not in whole or not whole["sd"].n:
            return []
        n, mean, deviation = whole["sd"].n, whole["mean"].number.value, whole["sd"].number.value
        cells = [(lower.n, self.means[year, lower.group, subject].value) for lower, _ in pairs
                 if (year, lower.group, subject) in self.means and lower.n]
        left = n - sum(size for size, _ in cells)
        if left > 0:
            cells.append((left, (n * mean - sum(size * own for size, own in cells)) / left))
        between = sum(size * (own - mean) ** 2 for size, own in cells)
        if n <= len(cells):
            return [deviation]
        within = (deviation**2 * (n - 1) - between) / (n - len(cells))
        return [deviation] + ([math.sqrt(within)] if within > 0 else [])

    def _spread(self, figure: Figure) -> None:
        """Beside its mean, a deviation tells Σ score²; in the pooled reading the pair sums that it is made of."""
        year = figure.year
        survey = self.rounds[year].survey
        dimension = self._dimension(year, figure.subject)
        item = self._item(year, figure.subject)
        if dimension is None and item is not None:
            mask = self._counted(figure, [self.people[year].answered(item.code)], item.code)
            if mask is not None:
                vector, _ = item.function(lambda value: value * value)
                self._tell(figure, (Term(item.code, vector, _ones(mask)),), ())
            return
        if dimension is None:
            return
        scales = [(leaf, share, survey.scale(leaf)) for leaf, share in survey.leaves(dimension)]
        if any(scale is None for _, _, scale in scales):
            return
        if figure.quantity == "alpha":
            self._reliability(figure, scales[0][0], scales[0][2])
        elif self.reading == "pooled":
            self._pair_sums(figure, scales)
        else:
            self._squares(figure, dimension, scales)

    def _squares(self, figure: Figure, dimension: Dimension, scales) -> None:
        """Persons: Σ score², a score being the weighted mean of the answers that the person gave."""
        year = figure.year
        people = self.people[year]
        key = dimension.name
        bases = [np.logical_and.reduce(choice) for choice in itertools.islice(
            itertools.product(*(self._base(year, leaf, scale) for leaf, _, scale in scales)), 64)]
        mask = self._counted(figure, bases, key)
        if mask is None:
            return
        terms: list[Term] = []
        products: list[Product] = []
        sums = []
        for leaf, share, scale in scales:
            answered = {item.code: people.answered(item.code) & mask for item, _ in scale.terms}
            own = sum(weight * answered[item.code].astype(np.int64) for item, weight in scale.terms)
            multiple, inverse = _inverses(own)
            factor = share * (scale.slope if not scale.is_gap else Fraction(1))
            sums.append((leaf.name, factor))
            for item, weight in scale.terms:
                points = _points(item, scale, dimension.is_composite)
                vector, _ = item.function(lambda *value: points(*value) ** 2)
                terms.append(Term(item.code, _times((factor / multiple) ** 2, vector),
                                  (weight * inverse) ** 2 * answered[item.code]))
            for (one, first), (other, second) in itertools.combinations(scale.terms, 2):
                both = answered[one.code] & answered[other.code]
                products.append(Product(tuple(sorted((one.code, other.code))), 2 * (factor / multiple) ** 2,
                                        first * second * inverse**2 * both))
            if dimension.is_composite and scale.offset:
                # Offsets do not vanish in a square: 2 × offset × score is a multiple of the part's own sum.
                part, shares = self._shares(year, scale, mask, True)
                for item, vector, _, weights in shares:
                    terms.append(Term(item, _times(2 * factor * scale.offset * share * part, vector), weights))
        for (one, first), (other, second) in itertools.combinations(sums, 2):
            products.append(Product(tuple(sorted((one, other))), 2 * first * second, _ones(mask)))
        self._tell(figure, tuple(terms), tuple(products))

    def _pair_sums(self, figure: Figure, scales) -> None:
        """Pooled: the table of second order over those who answered both items, about the printed item means.

        Taken as if each pair sum were printed by itself, which is more than the program tells.
        """
        year = figure.year
        if figure.group is not WHOLE:
            # No group but the whole has a spread: such a number is that of persons.
            dimension = self._dimension(year, figure.subject)
            reading, self.reading = self.reading, "persons"
            self._squares(figure, dimension, scales)
            self.reading = reading
            return
        people, present = self.people[year], self.told[year]
        for leaf, _, scale in scales:
            mask = self.masks.get((year, WHOLE, leaf.name), present)
            for (one, _), (other, _) in itertools.combinations(scale.terms, 2):
                both = people.answered(one.code) & people.answered(other.code) & mask
                if both.any() and not one.is_pair:
                    self._pair(figure, one, other, both)
            for item, _ in scale.terms:
                vector, _ = item.function(lambda *value: (value[0] - value[-1]) ** 2 if item.is_pair else value[0] ** 2)
                here = people.answered(item.code) & mask
                if len(scale.terms) == 1 and here.any():
                    self._tell(figure, (Term(item.code, vector, _ones(here)),), ())
        for (first, _, one), (second, _, other) in itertools.combinations(scales, 2):
            both = (np.logical_or.reduce([people.answered(item.code) for item, _ in one.terms])
                    & np.logical_or.reduce([people.answered(item.code) for item, _ in other.terms]) & present)
            if both.any():
                self._tell(figure, (), (Product(tuple(sorted((first.name, second.name))), Fraction(1), _ones(both)),))

    def _pair(self, figure: Figure, one: Item, other: Item, both: np.ndarray) -> None:
        """Σ (x − m)(y − n) over those who answered both."""
        terms = []
        for item, beside in ((one, other), (other, one)):
            mean = self._item_mean(figure.year, beside)
            vector, _ = item.function(lambda value: value)
            terms.append(Term(item.code, _times(-mean, vector), _ones(both)))
        self._tell(figure, tuple(terms), (Product(tuple(sorted((one.code, other.code))), Fraction(1), _ones(both)),))

    def _item_mean(self, year: int, item: Item) -> Fraction:
        """As it is printed; of an item whose mean is not printed any number that no sum could cancel."""
        number = self.means.get((year, WHOLE, item.code))
        return Fraction(number.value) if number else Fraction(sum(map(ord, item.code)) * 7919, 10007)

    def _reliability(self, figure: Figure, leaf: Dimension, scale: Scale) -> None:
        """Alpha over complete people is one more sum, p/(p − 1)·(1 − Σv/v); from the pair sums it is none."""
        people = self.people[figure.year]
        codes = [item.code for item, _ in scale.terms]
        answered = [people.answered(code) & self.told[figure.year] for code in codes]
        complete = np.logical_and.reduce(answered)
        least = min((people.number(one & other) for one, other in itertools.combinations(answered, 2)), default=0)
        is_listwise = re.search("列表删除|listwise", figure.text)
        if self.reading == "pooled" and figure.n == least and not is_listwise:
            self._pair_sums(figure, [(leaf, Fraction(1), scale)])
            return
        if figure.n != people.number(complete):
            self.problems.append(Problem(figure.place, "its number of people fits no group"))
            return
        part = 1 - Fraction(figure.number.value) * Fraction(len(codes) - 1, len(codes))
        terms, products = [], []
        for item, _ in scale.terms:
            mean = self._item_mean(figure.year, item)
            others = sum((self._item_mean(figure.year, other) for other, _ in scale.terms if other is not item), Fraction(0))
            square, _ = item.function(lambda value: (part - 1) * (value - mean) ** 2 - 2 * part * others * value)
            terms.append(Term(item.code, square, _ones(complete)))
        for one, other in itertools.combinations(codes, 2):
            products.append(Product(tuple(sorted((one, other))), 2 * part, _ones(complete)))
        self._tell(figure, tuple(terms), tuple(products))

    def _tell(self, figure: Figure, terms, products) -> None:
        """A sum of second order: that it is known matters, not its value."""
        label = f"{figure.group or '全局'} {figure.subject} {figure.quantity}"
        self.statements.append(Statement(figure.year, terms, products, -1e300, 1e300, [figure.place], label))

    # MARK: Do the values fit?

    def _check_values(self) -> None:
        """A printed sum that is a combination of others must have their combined value."""
        for year in self.years:
            own = [s for s in self.statements if s.year == year and s.is_exact and not s.products]
            for statement in contradictions(own, self.people[year], self.rounds[year].survey.items):
                self.problems.append(Problem(statement.places[0], "it is not what the other numbers make it"))


def contradictions(statements: list[Statement], people: People, items: dict[str, Item]) -> list[Statement]:
    """Those that others determine and that have another value."""
    if not statements:
        return []
    matrix, _ = dense(statements, people, items)
    values = np.array([statement.low for statement in statements])
    matrix = mixed(matrix, 2 * len(statements) + 20)
    found: list[Statement] = []
    basis = np.zeros((len(statements), matrix.shape[1]))
    known = np.zeros(len(statements))
    rank = 0
    for row, value, statement in zip(matrix, values, statements):
        size = np.linalg.norm(row)
        if size == 0:
            if abs(value) > 1e-6:
                found.append(statement)
            continue
        rest, told = row / size, value / size
        for _ in range(2):
            along = basis[:rank] @ rest
            rest, told = rest - along @ basis[:rank], told - along @ known[:rank]
        left = np.linalg.norm(rest)
        if left < 1e-9:
            if abs(told) * size > 1e-6 * max(1.0, abs(value)):
                found.append(statement)
        else:
            basis[rank], known[rank] = rest / left, told / left
            rank += 1
    return found


def mixed(matrix: np.ndarray, width: int) -> np.ndarray:
    """So many random mixtures of the columns: they keep which rows depend on which."""
    if matrix.shape[1] <= width:
        return matrix
    random = np.random.default_rng(1)
    columns = matrix.shape[1]
    rows = np.repeat(np.arange(columns), 8)
    mixing = csr_matrix((random.standard_normal(8 * columns), (rows, random.integers(0, width, 8 * columns))),
                        shape=(columns, width))
    return np.asarray((mixing.T @ matrix.T).T)


def dense(statements: list[Statement], people: People, items: dict[str, Item], modulus: int | None = None):
    """The statements as rows over (type, number of a function), with the type of each column; zero columns are left out.

    - modulus: a prime, for exact numbers; floating point without one.
    """
    offsets: dict = {}
    width = 0
    for statement in statements:
        for term in statement.terms:
            if term.item not in offsets:
                offsets[term.item] = width
                width += len(term.function)
        for product in statement.products:
            if product.name not in offsets:
                offsets[product.name] = width
                width += 1
    kind = np.int64 if modulus else np.float64
    matrix = np.zeros((len(statements), len(people), width), dtype=kind)
    convert = _Modular(modulus) if modulus else float
    for row, statement in enumerate(statements):
        for term in statement.terms:
            at = offsets[term.item]
            function = np.array([convert(part) for part in term.function], dtype=kind)
            block = np.outer(term.weights, function)
            matrix[row, :, at:at + len(function)] += block % modulus if modulus else block
        for product in statement.products:
            column = product.weights * convert(product.factor)
            matrix[row, :, offsets[product.name]] += column % modulus if modulus else column
    if modulus:
        matrix %= modulus
    flat = matrix.reshape(len(statements), -1)
    types = np.repeat(np.arange(len(people)), width)
    kept = np.any(flat != 0, axis=0)
    return flat[:, kept], types[kept]


class _Modular:
    def __init__(self, modulus: int):
        self.modulus = modulus
        self.known: dict[Fraction, int] = {}

    def __call__(self, number: Fraction) -> int:
        found = self.known.get(number)
        if found is None:
            found = number.numerator * pow(number.denominator, -1, self.modulus) % self.modulus
            self.known[number] = found
        return found


def _ones(mask: np.ndarray) -> np.ndarray:
    return mask.astype(np.int64)


def _times(factor: Fraction, function: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple(factor * part for part in function)


def _inverses(numbers: np.ndarray) -> tuple[int, np.ndarray]:
    """Their least common multiple, and what it is of each; 0 of 0."""
    multiple = math.lcm(*(int(number) for number in set(numbers) if number)) if numbers.any() else 1
    return multiple, np.where(numbers > 0, multiple // np.maximum(numbers, 1), 0)


def _points(item: Item, scale: Scale, in_composite: bool):
    if not scale.is_gap:
        return lambda value: value
    if in_composite:
        return lambda current, required: max(0, required - current)
    return lambda current, required: required - current


def _ends(scale: Scale, slope: Fraction, offset: Fraction) -> tuple[Fraction, Fraction]:
    if scale.is_gap and slope != scale.slope:
        return Fraction(0), Fraction(100)
    return scale.ends


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
