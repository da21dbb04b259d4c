"""Looks in the row space of all printed sums for a combination that fewer than k people are in.

A combination y of the statements gives every person of a type t the function y·A_t; he is in it unless that is constant.
So the question is for a set Z of types with fewer than k people: is there a y with y·A_t = 0 for all t outside Z, and
not for all in it? It is the smallest cocircuit of a matroid, which nobody can find fast in general.

With Q an orthonormal basis of the row space, G_t = Q_t·Q_tᵀ are positive semidefinite and add up to the identity. A set Z
holds a combination exactly when the largest eigenvalue of Σ_Z G_t is 1. That turns the search into one of eigenvalues:
single types, then sets that grow from every type, then reweighted minimisation. The columns of a type are scaled by the
root of its people first, so that eigenvalues measure people: where those of no set of fewer than k people can add up to 1,
it is proven that nobody is isolated. What is found in floating point is held true only if exact arithmetic modulo two
large primes agrees: the rank falls when the columns of Z are left out.
"""

from __future__ import annotations

import time
from dataclasses import dataclass

import numpy as np

from .statements import People, Statement, dense, mixtures

PRIMES = (2_147_483_647, 2_147_483_629)
#: How near to 1 an eigenvalue must be to be looked at exactly.
NEAR = 1e-7
#: So many sets of types are all tried, which proves that there is no other.
FEW_SETS = 3000


@dataclass
class Leak:
    """A combination of statements that fewer than k people are in."""

    people: int
    types: list[int]
    #: A few statements that are enough for it.
    statements: list[Statement]


@dataclass
class Search:
    leaks: list[Leak]
    #: There is no combination of the sums that is about fewer than k people.
    is_proof: bool


def search(statements: list[Statement], people: People, k: int, *, seconds: float = 20,
           is_exhaustive: bool = False, explains: bool = True) -> Search:
    """The smallest leak of each part of the statements that has no answer in common with the others."""
    told = [statement for statement in statements if statement.tells]
    leaks: list[Leak] = []
    is_proof = True
    deadline = time.monotonic() + seconds
    for part in _parts(told, people):
        space = _Space(part, people, k)
        if space.is_proven:
            continue
        all_sets = is_exhaustive or space.has_few_sets()
        found = space.exhaustive() if all_sets else space.smallest(deadline)
        is_proof = is_proof and all_sets and found is None
        if found is not None:
            chosen = space.explain(found) if explains else part
            leaks.append(Leak(int(people.counts[found].sum()), found, chosen))
    return Search(leaks, is_proof)


def _parts(statements: list[Statement], people: People) -> list[list[Statement]]:
    """Independent statements, in parts without a common item; a combination over two parts is one of each."""
    independent = _independent(statements, people)
    parent: dict = {}

    def root(name):
        parent.setdefault(name, name)
        while parent[name] != name:
            parent[name] = parent[parent[name]]
            name = parent[name]
        return name

    def names(statement: Statement) -> list:
        return [term.item for term in statement.terms] + [product.name for product in statement.products]

    for statement in independent:
        first, *others = names(statement)
        for other in others:
            parent[root(other)] = root(first)
    parts: dict = {}
    for statement in independent:
        parts.setdefault(root(names(statement)[0]), []).append(statement)
    return list(parts.values())


def _independent(statements: list[Statement], people: People) -> list[Statement]:
    """Those that are no combination of the ones before; short ones first, so that parts stay apart."""
    if not statements:
        return []
    ordered = sorted(statements, key=lambda s: len(s.terms) + len(s.products))
    matrix = mixtures(ordered, people)
    basis = np.zeros_like(matrix)
    kept: list[Statement] = []
    for row, statement in zip(matrix, ordered):
        size = np.linalg.norm(row)
        if size == 0:
            continue
        rest = row / size
        for _ in range(2):
            rest = rest - (basis[:len(kept)] @ rest) @ basis[:len(kept)]
        left = np.linalg.norm(rest)
        if left > 1e-9:
            basis[len(kept)] = rest / left
            kept.append(statement)
    return kept


class _Space:
    def __init__(self, statements: list[Statement], people: People, k: int):
        self.statements, self.people, self.k = statements, people, k
        matrix, self.types = dense(statements, people)
        self.counts = people.counts
        matrix = matrix * np.sqrt(self.counts[self.types])
        self.matrix = matrix / np.linalg.norm(matrix, axis=1)[:, None]
        basis = _row_space(self.matrix)
        heavy = np.isin(self.types, np.flatnonzero(self.counts >= k))
        if heavy.any():
            basis = _left_null(basis[:, heavy]) @ basis
        self.small = [int(t) for t in np.unique(self.types) if self.counts[t] < k]
        grams = {t: basis[:, self.types == t] @ basis[:, self.types == t].T for t in self.small}
        self.small = [t for t in self.small if np.trace(grams[t]) > 1e-12]
        self.rank = len(basis)
        self.place = {t: index for index, t in enumerate(self.small)}
        self.grams = np.array([grams[t] for t in self.small]).reshape(len(self.small), self.rank, self.rank)
        self.people_of = self.counts[self.small].astype(float)
        self.single = np.array([np.linalg.eigvalsh(self._least(basis[:, self.types == t]))[-1] for t in self.small])
        self.is_proven = self.rank == 0 or self._bound() < 1 - 1e-6
        self._columns: list[tuple[np.ndarray, np.ndarray]] | None = None
        self._exact: dict[frozenset[int], bool] = {}

    @staticmethod
    def _least(columns: np.ndarray) -> np.ndarray:
        """The Gram matrix of the rows or of the columns, whichever is smaller: the eigenvalues are the same."""
        return columns.T @ columns if columns.shape[1] < columns.shape[0] else columns @ columns.T

    def _bound(self) -> float:
        """The most that the largest eigenvalues of types of fewer than k people can add up to."""
        room, most = self.k - 1, 0.0
        for index in np.argsort(-self.single / self.people_of):
            part = min(1.0, room / self.people_of[index])
            most += part * self.single[index]
            room -= part * self.people_of[index]
            if room <= 0:
                break
        return most

    # MARK: Searching

    def smallest(self, deadline: float) -> list[int] | None:
        best = self._single()
        if best is not None and self.counts[best].sum() == 1:
            return best
        for seed in sorted(self.small, key=lambda t: -self.single[self.place[t]] / self.counts[t]):
            if time.monotonic() > deadline:
                return best
            best = self._better(best, self._grown(seed, best))
        for seed in range(min(24, 2 * len(self.small))):
            if time.monotonic() > deadline:
                return best
            best = self._better(best, self._reweighted(seed))
        return best

    def has_few_sets(self) -> bool:
        """Whether all sets of fewer than k people can be tried."""
        sets = [1] + [0] * (self.k - 1)
        for t in self.small:
            for people in range(self.k - 1, int(self.counts[t]) - 1, -1):
                sets[people] += sets[people - int(self.counts[t])]
        return sum(sets) <= FEW_SETS

    def exhaustive(self) -> list[int] | None:
        """All sets of fewer than k people, the smallest first."""
        ordered = sorted(self.small, key=lambda t: self.counts[t])
        for people in range(1, self.k):
            for chosen in self._sets(ordered, people):
                if self._holds(list(chosen)):
                    return list(chosen)
        return None

    def _sets(self, types: list[int], people: int):
        if people == 0:
            yield ()
            return
        for index, t in enumerate(types):
            if self.counts[t] <= people:
                for rest in self._sets(types[index + 1:], people - int(self.counts[t])):
                    yield (t, *rest)

    def _single(self) -> list[int] | None:
        near = [t for t in self.small if self.single[self.place[t]] > 1 - NEAR]
        for t in sorted(near, key=lambda t: self.counts[t]):
            if self._is_exact([t]):
                return [t]
        return None

    def _grown(self, seed: int, best: list[int] | None) -> list[int] | None:
        """The set that has most of a combination of its own, one type more at a time."""
        limit = self.k if best is None else int(self.counts[best].sum())
        chosen = [seed]
        total = self.grams[self.place[seed]].copy()
        vector = total[int(np.argmax(np.diag(total)))]
        vector = vector / np.linalg.norm(vector)
        tried: set[int] = set()
        while True:
            # The power method from the last vector; the eigenvalue itself only where it may be 1.
            steps = 6
            while steps:
                vector = total @ vector
                vector /= np.linalg.norm(vector)
                steps -= 1
                if steps == 0 and len(chosen) not in tried and vector @ total @ vector > 0.9:
                    tried.add(len(chosen))
                    steps = 40
            if vector @ total @ vector > 0.99:
                value, vector = self._top(total)
                if value > 1 - NEAR:
                    chosen = self._pruned(chosen)
                    return chosen if self._is_exact(chosen) else None
            room = limit - 1 - int(self.counts[chosen].sum())
            shares = (self.grams @ vector) @ vector
            shares[self.people_of > room] = 0
            shares[[self.place[t] for t in chosen]] = 0
            if not len(shares) or shares.max() < 1e-12:
                return None
            added = self.small[int(np.argmax(shares / self.people_of))]
            chosen.append(added)
            total += self.grams[self.place[added]]

    def _reweighted(self, seed: int) -> list[int] | None:
        """Minimises the number of people in a combination, each round weighted by what the last one left of them."""
        random = np.random.default_rng(seed)
        counts = self.people_of
        weights = counts * random.exponential(size=len(counts))
        vector = random.standard_normal(self.rank)
        for level in np.geomspace(1e-1, 1e-10, 14):
            matrix = np.tensordot(weights, self.grams, 1)
            inverse = np.linalg.inv(matrix + 1e-14 * np.trace(matrix) * np.eye(self.rank))
            for _ in range(4):
                vector = inverse @ vector
                vector /= np.linalg.norm(vector)
            shares = (self.grams @ vector) @ vector
            weights = counts / (np.maximum(shares, 0) + level)
            weights /= weights.max()
        chosen = [t for t, share in zip(self.small, shares) if share > 1e-6]
        if self.counts[chosen].sum() >= self.k or not self._is_near(chosen):
            return None
        chosen = self._pruned(chosen)
        return chosen if self._is_exact(chosen) else None

    def _pruned(self, chosen: list[int]) -> list[int]:
        """Without the types that it does not need, the most people first."""
        for t in sorted(chosen, key=lambda t: -self.counts[t]):
            rest = [other for other in chosen if other != t]
            if rest and self._is_near(rest):
                chosen = rest
        return chosen

    def _better(self, best: list[int] | None, other: list[int] | None) -> list[int] | None:
        if other is None or best is not None and self.counts[other].sum() >= self.counts[best].sum():
            return best
        return other

    def _holds(self, chosen: list[int]) -> bool:
        return self._is_near(chosen) and self._is_exact(chosen)

    def _is_near(self, chosen: list[int]) -> bool:
        if self.single[[self.place[t] for t in chosen]].sum() < 1 - NEAR:
            return False
        return self._top(self.grams[[self.place[t] for t in chosen]].sum(axis=0))[0] > 1 - NEAR

    @staticmethod
    def _top(matrix: np.ndarray) -> tuple[float, np.ndarray]:
        values, vectors = np.linalg.eigh(matrix)
        return float(values[-1]), vectors[:, -1]

    # MARK: Exactness

    def _is_exact(self, chosen: list[int]) -> bool:
        """Whether the rank falls without these types, modulo two primes."""
        known = self._exact.get(frozenset(chosen))
        if known is None:
            known = self._exact[frozenset(chosen)] = self._falls(chosen)
        return known

    def _falls(self, chosen: list[int]) -> bool:
        if self._columns is None:
            self._columns = [dense(self.statements, self.people, prime) for prime in PRIMES]
        for prime, (matrix, types) in zip(PRIMES, self._columns):
            outside = ~np.isin(types, chosen)
            # All statements are independent.
            if rank(matrix[:, outside], prime) == len(self.statements):
                return False
        return True

    def explain(self, chosen: list[int]) -> list[Statement]:
        """A few statements of which a combination holds only these types."""
        inside = np.isin(self.types, chosen)
        total = _row_space(self.matrix)
        kernel = _left_null(total[:, ~inside]) @ total
        # The combination itself, then the statements by their part in it.
        parts = np.linalg.lstsq(self.matrix.T, kernel[0], rcond=None)[0]
        order = [int(index) for index in np.argsort(-np.abs(parts)) if abs(parts[index]) > 1e-9]

        def holds(rows: list[int]) -> bool:
            own = self.matrix[rows]
            return np.linalg.matrix_rank(own, tol=1e-8) > np.linalg.matrix_rank(own[:, ~inside], tol=1e-8)

        for row in reversed(order.copy()):
            if len(order) <= 80 and len(order) > 1:
                rest = [other for other in order if other != row]
                if holds(rest):
                    order = rest
        return [self.statements[row] for row in order]


def _row_space(matrix: np.ndarray) -> np.ndarray:
    _, sizes, vectors = np.linalg.svd(matrix, full_matrices=False)
    return vectors[sizes > 1e-10 * sizes[0]] if len(sizes) else vectors[:0]


def _left_null(matrix: np.ndarray) -> np.ndarray:
    """An orthonormal basis of what, from the left, makes the matrix vanish."""
    if matrix.shape[1] == 0:
        return np.eye(len(matrix))
    values, vectors = np.linalg.eigh(matrix @ matrix.T)
    return vectors[:, values < 1e-12].T


def rank(matrix: np.ndarray, prime: int) -> int:
    """Modulo a prime, exactly."""
    rows, columns = matrix.shape
    width = 3 * rows + 40
    if columns > width:
        matrix = _mixed_modulo(matrix, width, prime)
    matrix = matrix.copy()
    found = 0
    for column in range(matrix.shape[1]):
        pivots = np.flatnonzero(matrix[found:, column])
        if not len(pivots):
            continue
        pivot = found + int(pivots[0])
        if pivot != found:
            matrix[[found, pivot]] = matrix[[pivot, found]]
        matrix[found] = matrix[found] * pow(int(matrix[found, column]), -1, prime) % prime
        below = found + 1 + np.flatnonzero(matrix[found + 1:, column])
        if len(below):
            matrix[below] = (matrix[below] - matrix[below, column][:, None] * matrix[found] % prime) % prime
        found += 1
        if found == rows:
            break
    return found


def _mixed_modulo(matrix: np.ndarray, width: int, prime: int) -> np.ndarray:
    """Random mixtures of the columns; the rank of them is that of the matrix, but for chances of one in the prime."""
    random = np.random.default_rng(2)
    mixture = np.zeros((matrix.shape[0], width), dtype=np.int64)
    for _ in range(4):
        factors = random.integers(1, prime, matrix.shape[1])
        buckets = random.integers(0, width, matrix.shape[1])
        scaled = matrix * factors % prime
        for bucket in range(width):
            mixture[:, bucket] += scaled[:, buckets == bucket].sum(axis=1)
        mixture %= prime
    return mixture
