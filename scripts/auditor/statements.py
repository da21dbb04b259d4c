"""Sums over people as vectors: what a statement is, and what follows from others.

A statement is Σ over types of people, Σ over items: weight × f(answer) = value, where f is a function of one answer, or
the product of the answers to two items. Functions are told apart up to a constant: how many answered is known.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field
from fractions import Fraction

import numpy as np
from scipy.sparse import csr_matrix

from .rounds import Round
from .survey import Item, Scale
from .figures import Place


@dataclass
class Problem:
    """A number that cannot be what it is taken for."""

    place: Place
    reason: str


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
        #: In which report people of a type were counted first, from 0; -1 for those whom none has counted so far.
        self.batch = np.full(len(counts), -1)

    def __len__(self) -> int:
        return len(self.counts)

    def members(self, units: frozenset[str]) -> np.ndarray:
        return np.array([unit in units for unit in self.units], dtype=bool)

    def answered(self, code: str) -> np.ndarray:
        return np.array([code in pattern for pattern in self.patterns], dtype=bool)

    def number(self, mask: np.ndarray) -> int:
        return int(self.counts[mask].sum())

def contradictions(statements: list[Statement], people: People) -> list[Statement]:
    """Those that others determine and that have another value."""
    if not statements:
        return []
    matrix = mixtures(statements, people)
    values = np.array([statement.low for statement in statements])
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


def mixtures(statements: list[Statement], people: People) -> np.ndarray:
    """The statements as rows of so many random mixtures of their columns: they keep which rows depend on which."""
    layout = _Layout(statements, people)
    columns, width = layout.columns, 2 * len(statements) + 20
    if columns <= width:
        return np.array([layout.row(statement, float) for statement in statements])
    random = np.random.default_rng(1)
    mixing = csr_matrix((random.standard_normal(8 * columns),
                         (random.integers(0, width, 8 * columns), np.repeat(np.arange(columns), 8))),
                        shape=(width, columns))
    return np.array([mixing @ layout.row(statement, float) for statement in statements])


def dense(statements: list[Statement], people: People, modulus: int | None = None) -> tuple[np.ndarray, np.ndarray]:
    """The statements as rows over (type, number of a function), with the type of each column; zero columns are left out.

    - modulus: a prime, for exact numbers; floating point without one.
    """
    layout = _Layout(statements, people)
    convert = _Modular(modulus) if modulus else float
    matrix = np.array([layout.row(statement, convert, modulus) for statement in statements])
    kept = np.any(matrix != 0, axis=0)
    return matrix[:, kept], np.repeat(np.arange(len(people)), layout.width)[kept]


class _Layout:
    """Which columns of a type hold which function."""

    def __init__(self, statements: list[Statement], people: People):
        self.types, self.width = len(people), 0
        self.offsets: dict = {}
        for statement in statements:
            for name, size in [(term.item, len(term.function)) for term in statement.terms] + [
                    (product.name, 1) for product in statement.products]:
                if name not in self.offsets:
                    self.offsets[name] = self.width
                    self.width += size
        self.columns = self.types * self.width

    def row(self, statement: Statement, convert, modulus: int | None = None) -> np.ndarray:
        kind = np.int64 if modulus else np.float64
        row = np.zeros((self.types, self.width), dtype=kind)
        for term in statement.terms:
            function = np.array([convert(part) for part in term.function], dtype=kind)
            at = self.offsets[term.item]
            block = np.outer(term.weights, function)
            row[:, at:at + len(function)] += block % modulus if modulus else block
        for product in statement.products:
            column = product.weights * convert(product.factor)
            row[:, self.offsets[product.name]] += column % modulus if modulus else column
        return (row % modulus if modulus else row).ravel()


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


def ones(mask: np.ndarray) -> np.ndarray:
    """Weight 1 of those in a mask."""
    return mask.astype(np.int64)


def times(factor: Fraction, function: tuple[Fraction, ...]) -> tuple[Fraction, ...]:
    return tuple(factor * part for part in function)


def inverses(numbers: np.ndarray) -> tuple[int, np.ndarray]:
    """Their least common multiple, and what it is of each; 0 of 0."""
    multiple = math.lcm(*(int(number) for number in set(numbers) if number)) if numbers.any() else 1
    return multiple, np.where(numbers > 0, multiple // np.maximum(numbers, 1), 0)


def points_of(item: Item, scale: Scale, in_composite: bool):
    """What of an answer enters a mean: its points, a gap, or what is lacking."""
    if not scale.is_gap:
        return lambda value: value
    if in_composite:
        return lambda current, required: max(0, required - current)
    return lambda current, required: required - current
