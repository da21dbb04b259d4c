"""What deviations, intervals and reliabilities tell: sums of second order.

In the `persons` reading a deviation beside its mean tells Σ score² of the people in it. In the `pooled` reading the
numbers of the whole are made of one table of pair sums, which is taken as if it were printed, more than the program
tells; units have a common spread, which must follow from printed numbers.
"""

from __future__ import annotations

import itertools
import math
import re
from fractions import Fraction

import numpy as np
from scipy import stats

from .counting import Counting
from .statements import People, Problem, Product, Statement, Term, inverses, ones, points_of, times
from .survey import Dimension, Item, Scale
from .figures import WHOLE, Figure, Number


#: κ of scores: the share of a person's answers that lasts.
LASTING = 0.4


class Spreads:
    """Of one workbook in one reading."""

    def __init__(self, counting: Counting, means: dict[tuple[int, str | None, str], Number], table: dict, k: int):
        """- means: as they are printed; table: the pair sums of earlier reports, with the means that they are about."""
        self.counting, self.means, self.table, self.k = counting, means, table, k
        self.workbook, self.rounds, self.reading = counting.workbook, counting.rounds, counting.reading
        self.people: dict[int, People] = counting.people
        self.statements: list[Statement] = []
        #: Numbers that speak against the reading, and such as are wrong in it.
        self.problems: list[Problem] = []
        self.doubts: list[Problem] = []
        self.intervals: dict[tuple[int, str], list[tuple[Figure, Figure]]] = {}

    def read(self, figures: list[Figure]) -> None:
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
        self._common_spreads()

    def _interval(self, lower: Figure, upper: Figure) -> None:
        """An interval of a group without its deviation: what it tells of the spread."""
        if lower.group is not WHOLE and self.reading == "pooled":
            self.intervals.setdefault((lower.year, lower.subject), []).append((lower, upper))
            return
        self._spread(Figure(lower.year, lower.group, lower.subject, "sd", lower.number, lower.n, lower.place))

    def _common_spreads(self) -> None:
        """Units' intervals must use one spread, and that must follow from what is printed of the whole and the units.

        An interval that is cut at an end of the scale shows no spread, and is taken to be of the same.
        """
        for (year, subject), pairs in self.intervals.items():
            seen = [pair for pair in pairs if self._is_symmetric(year, subject, *pair)]
            spreads = self._common(year, seen)
            allowed = self._within(year, subject, pairs)
            if not spreads and len(seen) > 1:
                for lower, _ in pairs:
                    self._spread(Figure(year, lower.group, subject, "sd", lower.number, lower.n, lower.place))
                continue
            if spreads and allowed and not any(
                    abs(spread - one) < 1e-5 * max(1.0, one) for spread in spreads for one in allowed):
                self.doubts.append(Problem(seen[0][0].place, "the common spread is not what the printed cells give"))

    def _is_symmetric(self, year: int, subject: str, lower: Figure, upper: Figure) -> bool:
        mean = self.means.get((year, lower.group, subject))
        low, high = lower.number.value, upper.number.value
        return mean is not None and bool(lower.n) and abs(low + high - 2 * mean.value) < 1e-6 * max(1.0, high - low)

    def _common(self, year: int, pairs: list[tuple[Figure, Figure]]) -> list[float]:
        """What all half widths are multiples of, by t and by the share of the unit that answered; empty if nothing."""
        headcounts = {unit.name: unit.headcount for unit in self.rounds[year].roster}
        spreads = []
        for lasting in (LASTING, 0.0):
            found = []
            for lower, upper in pairs:
                units = next(iter(self.counting.groups(lower.group, year)), frozenset())
                people = sum(headcounts.get(unit, 0) for unit in units) if units <= headcounts.keys() else 0
                part = min(1.0, lower.n / people) if people else 0.0
                unit = stats.t.ppf(0.975, max(1, lower.n - 1)) * math.sqrt(max(0.0, 1 - lasting * part) / lower.n)
                found.append((upper.number.value - lower.number.value) / 2 / unit)
            if found and max(found) - min(found) < 1e-6 * max(found):
                spreads.append(found[0])
        return spreads

    def _within(self, year: int, subject: str, pairs) -> list[float]:
        """The spread within units as it follows from printed numbers: with all cells that are not exact as one."""
        whole = {figure.quantity: figure for figure in self.workbook.figures
                 if (figure.year, figure.group, figure.subject) == (year, WHOLE, subject) and figure.number.is_exact}
        if not {"mean", "lower", "upper"} <= whole.keys() or not whole["mean"].n:
            return []
        n, mean = whole["mean"].n, whole["mean"].number.value
        lower, upper = whole["lower"].number.value, whole["upper"].number.value
        if abs(lower + upper - 2 * mean) > 1e-6 * max(1.0, upper - lower):
            # Wilson's interval at an end of the scale.
            return []
        people = sum(unit.headcount for unit in self.rounds[year].roster)
        open_ = 1 - LASTING * (n / people if people else 0)
        if open_ <= 0 or n < 2:
            return []
        half = (upper - lower) / 2 / stats.t.ppf(0.975, n - 1)
        # Of what only some were asked, nobody knows how many people it is a sample of.
        deviations = [half * math.sqrt(n / part) for part in (open_, 1.0)]
        cells = [(lower.n, self.means[year, lower.group, subject].value) for lower, _ in pairs
                 if (year, lower.group, subject) in self.means and lower.n]
        left = n - sum(size for size, _ in cells)
        if left > 0:
            cells.append((left, (n * mean - sum(size * own for size, own in cells)) / left))
        between = sum(size * (own - mean) ** 2 for size, own in cells)
        if n <= len(cells):
            return deviations
        within = [(deviation**2 * (n - 1) - between) / (n - len(cells)) for deviation in deviations]
        return deviations + [math.sqrt(one) for one in within if one > 0]

    def _spread(self, figure: Figure) -> None:
        """Beside its mean, a deviation tells Σ score²; in the pooled reading the pair sums that it is made of."""
        year = figure.year
        survey = self.rounds[year].survey
        dimension = self.counting.dimension(year, figure.subject)
        item = self.counting.item(year, figure.subject)
        if dimension is None and item is not None:
            mask = self.counting.counted(figure, [self.people[year].answered(item.code)], item.code)
            if mask is not None:
                vector, _ = item.function(lambda value: value * value)
                self._tell(figure, (Term(item.code, vector, ones(mask)),), ())
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
        """Persons: Σ score², a score being the weighted mean of the answers that the person gave.

        The offset of a scale adds only a multiple of the mean, which stands beside it.
        """
        year = figure.year
        people = self.people[year]
        key = dimension.name
        bases = [np.logical_and.reduce(choice) for choice in itertools.islice(
            itertools.product(*(self.counting.base(year, leaf, scale) for leaf, _, scale in scales)), 64)]
        mask = self.counting.counted(figure, bases, key)
        if mask is None:
            return
        terms: list[Term] = []
        products: list[Product] = []
        sums = []
        for leaf, share, scale in scales:
            answered = {item.code: people.answered(item.code) & mask for item, _ in scale.terms}
            own = sum(weight * answered[item.code].astype(np.int64) for item, weight in scale.terms)
            multiple, inverse = inverses(own)
            factor = share * (scale.slope if not scale.is_gap else Fraction(1))
            sums.append((leaf.name, factor))
            for item, weight in scale.terms:
                points = points_of(item, scale, dimension.is_composite)
                vector, _ = item.function(lambda *value: points(*value) ** 2)
                terms.append(Term(item.code, times((factor / multiple) ** 2, vector),
                                  (weight * inverse) ** 2 * answered[item.code]))
            for (one, first), (other, second) in itertools.combinations(scale.terms, 2):
                both = answered[one.code] & answered[other.code]
                products.append(Product(tuple(sorted((one.code, other.code))), 2 * (factor / multiple) ** 2,
                                        first * second * inverse**2 * both))
        for (one, first), (other, second) in itertools.combinations(sums, 2):
            products.append(Product(tuple(sorted((one, other))), 2 * first * second, ones(mask)))
        self._tell(figure, tuple(terms), tuple(products))

    def _pair_sums(self, figure: Figure, scales) -> None:
        """Pooled: the table of second order over those who answered both items, about the printed item means.

        Taken as if each pair sum were printed by itself, which is more than the program tells.
        """
        year = figure.year
        if figure.group is not WHOLE:
            # No group but the whole has a spread in this reading: such a number is that of persons.
            self._squares(figure, self.counting.dimension(year, figure.subject), scales)
            return
        people, present = self.people[year], self.counting.told[year]
        for leaf, _, scale in scales:
            mask = self.counting.masks.get((year, WHOLE, leaf.name), present)
            for (one, _), (other, _) in itertools.combinations(scale.terms, 2):
                both = people.answered(one.code) & people.answered(other.code) & mask
                both = self._of_batches(year, both)
                if both.any() and not one.is_pair:
                    self._pair(figure, one, other, both)
            for item, _ in scale.terms:
                vector, _ = item.function(lambda *value: (value[0] - value[-1]) ** 2 if item.is_pair else value[0] ** 2)
                here = people.answered(item.code) & mask
                if len(scale.terms) == 1 and here.any():
                    self._tell(figure, (Term(item.code, vector, ones(here)),), ())
        for (first, _, one), (second, _, other) in itertools.combinations(scales, 2):
            both = (np.logical_or.reduce([people.answered(item.code) for item, _ in one.terms])
                    & np.logical_or.reduce([people.answered(item.code) for item, _ in other.terms]) & present)
            both = self._of_batches(year, both)
            if both.any():
                self._tell(figure, (), (Product(tuple(sorted((first.name, second.name))), Fraction(1), ones(both)),))

    def _of_batches(self, year: int, mask: np.ndarray) -> np.ndarray:
        """Without the batches of which fewer than k are in a base: they do not enter a pair sum."""
        people = self.people[year]
        # Whom no report before this one counted is in its own batch.
        kept = [batch for batch in set(people.batch) if people.number(mask & (people.batch == batch)) >= self.k]
        return mask & np.isin(people.batch, kept)

    def _pair(self, figure: Figure, one: Item, other: Item, both: np.ndarray) -> None:
        """Σ (x − m)(y − n) over those who answered both; an earlier sum of the same people stands with its means."""
        means = self.table.setdefault((figure.year, one.code, other.code, both.tobytes()), (
            self._item_mean(figure.year, one), self._item_mean(figure.year, other)))
        terms = []
        for item, beside in ((one, means[1]), (other, means[0])):
            vector, _ = item.function(lambda value: value)
            terms.append(Term(item.code, times(-beside, vector), ones(both)))
        self._tell(figure, tuple(terms), (Product(tuple(sorted((one.code, other.code))), Fraction(1), ones(both)),))

    def _item_mean(self, year: int, item: Item) -> Fraction:
        """As it is printed; of an item whose mean is not printed any number that no sum could cancel."""
        number = self.means.get((year, WHOLE, item.code))
        return Fraction(number.value) if number else Fraction(sum(map(ord, item.code)) * 7919, 10007)

    def _reliability(self, figure: Figure, leaf: Dimension, scale: Scale) -> None:
        """Alpha over complete people is one more sum, p/(p − 1)·(1 − Σv/v); from the pair sums it is none."""
        people = self.people[figure.year]
        codes = [item.code for item, _ in scale.terms]
        counted = self.counting.masks.get((figure.year, WHOLE, leaf.name), self.counting.told[figure.year])
        answered = [people.answered(code) & counted for code in codes]
        complete = np.logical_and.reduce(answered)
        least = min((people.number(self._of_batches(figure.year, one & other))
                     for one, other in itertools.combinations(answered, 2)), default=0)
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
            terms.append(Term(item.code, square, ones(complete)))
        for one, other in itertools.combinations(codes, 2):
            products.append(Product(tuple(sorted((one, other))), 2 * part, ones(complete)))
        self._tell(figure, tuple(terms), tuple(products))

    def _tell(self, figure: Figure, terms, products) -> None:
        """A sum of second order: that it is known matters, not its value."""
        label = f"{figure.group or '全局'} {figure.subject} {figure.quantity}"
        self.statements.append(Statement(figure.year, terms, products, -1e300, 1e300, [figure.place], label))
