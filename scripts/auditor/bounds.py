"""What the other numbers leave of a number that is told as a bound: an interval by linear programming.

The unknowns are how many people of a type chose each answer of an item; types with the same weights in all sums are one.
Every printed sum is an equation or lies between two ends. For each bounded number the least and the greatest that fit
all others are found; between them must be at least half of what the bound itself allows.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import lil_matrix

from .statements import People, Statement
from .survey import Item

#: The part of a bound's width that must be left.
ROOM = 0.5


@dataclass
class Narrowed:
    """A bounded number of which less than half of its width is left; 0 of it when it can be computed."""

    statement: Statement
    left: float


def narrowed(statements: list[Statement], people: People, items: dict[str, Item], of=lambda statement: True) -> list[Narrowed]:
    """- of: which bounded statements are looked at; all of them limit the others."""
    first_order = [s for s in statements if not s.products and s.terms
                   and (np.isfinite(s.low) or np.isfinite(s.high)) and s.high < 1e299]
    bounded = [s for s in first_order if s.zone is not None and np.all(np.isfinite(s.zone)) and of(s)]
    found = []
    for part in _parts(first_order):
        targets = [s for s in bounded if any(s is other for other in part)]
        if targets:
            program = _Program(part, people, items)
            for target in targets:
                left = program.width(target)
                width = target.zone[1] - target.zone[0]
                if left is not None and width > 1e-9 and left < ROOM * width - 1e-6 * max(1.0, width):
                    found.append(Narrowed(target, max(0.0, left / width)))
    return found


def _parts(statements: list[Statement]) -> list[list[Statement]]:
    """Statements that have items in common, directly or through others."""
    parts: list[tuple[set[str], list[Statement]]] = []
    for statement in statements:
        codes = {term.item for term in statement.terms}
        joined = [part for part in parts if part[0] & codes]
        parts = [part for part in parts if not part[0] & codes]
        parts.append((codes.union(*(part[0] for part in joined)),
                      [one for part in joined for one in part[1]] + [statement]))
    return [part for _, part in parts]


class _Program:
    def __init__(self, statements: list[Statement], people: People, items: dict[str, Item]):
        self.statements = statements
        weights: dict[str, list[np.ndarray]] = {}
        for statement in statements:
            for term in statement.terms:
                weights.setdefault(term.item, []).append(term.weights)
        self.groups: dict[str, np.ndarray] = {}
        self.offsets: dict[tuple[str, int], int] = {}
        self.sizes: dict[str, list[int]] = {}
        count = 0
        limits: list[tuple[int, int, int]] = []
        ends: list[tuple[float, float]] = []
        for code, columns in weights.items():
            _, group = np.unique(np.array(columns), axis=1, return_inverse=True)
            self.groups[code] = group = np.ravel(group)
            size = items[code].size
            for g in range(group.max() + 1):
                n = int(people.counts[group == g].sum())
                self.offsets[code, g] = count
                if items[code].values:
                    limits.append((count, size, n))
                    ends += [(0, n)] * size
                else:
                    low, high = items[code].bounds
                    ends += [(low * n, high * n), (0, max(low**2, high**2) * n), (0, n)]
                count += size
        self.width_of_rows = count
        self.ends = ends
        rows = lil_matrix((2 * len(statements) + len(limits), count))
        right = np.zeros(rows.shape[0])
        self.rows = [self._row(statement) for statement in statements]
        for index, (row, statement) in enumerate(zip(self.rows, statements)):
            slack = 1e-7 * max(1.0, abs(row).max() if len(row) else 1.0)
            rows[2 * index] = row
            right[2 * index] = statement.high + slack if np.isfinite(statement.high) else 1e15
            rows[2 * index + 1] = -row
            right[2 * index + 1] = -statement.low + slack if np.isfinite(statement.low) else 1e15
        for index, (start, size, n) in enumerate(limits, start=2 * len(statements)):
            rows[index, start:start + size] = 1
            right[index] = n
        self.matrix, self.right = rows.tocsr(), right

    def _row(self, statement: Statement) -> np.ndarray:
        row = np.zeros(self.width_of_rows)
        for term in statement.terms:
            function = np.array([float(part) for part in term.function])
            group = self.groups[term.item]
            for g in range(group.max() + 1):
                weight = term.weights[group == g][0]
                if weight:
                    start = self.offsets[term.item, g]
                    row[start:start + len(function)] += float(weight) * function
        return row

    def width(self, target: Statement) -> float | None:
        """Between the least and the greatest that all statements leave; None where they cannot all hold."""
        row = self.rows[next(index for index, s in enumerate(self.statements) if s is target)]
        ends = []
        for sign in (1, -1):
            solved = linprog(sign * row, A_ub=self.matrix, b_ub=self.right, bounds=self.ends, method="highs")
            if solved.status != 0:
                return None
            ends.append(sign * solved.fun)
        return ends[1] - ends[0]
