"""The fewest people that sums and differences of published groups can cut off: a minimum cut.

The groups of two reports are the nodes of a graph, and each person is an edge between his group in one and his group in
the other. Who is in no group stands at the ground, as does the whole where nothing is printed of it. A combination of the
groups' sums holds the people whose two groups have different weights; the smallest is the global minimum cut of the
graph, found by the algorithm of Stoer and Wagner (J. ACM 44, 1997).
"""

from __future__ import annotations

import itertools
from dataclasses import dataclass

import numpy as np

from .publication import Publication
from .statements import People
from .figures import Place

GROUND = -1


@dataclass
class Cut:
    label: str
    people: int
    places: list[Place]


def smallest(publication: Publication, year: int, k: int) -> list[Cut]:
    """Of each mean that is printed of groups the smallest cut, if it is below k."""
    people = publication.people[year]
    by_label: dict[str, list[tuple[list[np.ndarray], list[Place]]]] = {}
    for label, masks, places in publication.partitions[year]:
        by_label.setdefault(label, []).append((masks, places))
    found = []
    for label, partitions in by_label.items():
        best: Cut | None = None
        pairs = itertools.combinations_with_replacement(partitions, 2)
        for (first, some), (second, others) in pairs:
            if not (_are_disjoint(first) and _are_disjoint(second)):
                continue
            weight = minimum(_edges(first, second, people))
            if weight is not None and weight < k and (best is None or weight < best.people):
                best = Cut(label, weight, some[:2] + others[:2])
        if best is not None:
            found.append(best)
    return found


def _are_disjoint(masks: list[np.ndarray]) -> bool:
    return not masks or int(np.sum(masks, axis=0).max()) <= 1


def _edges(first: list[np.ndarray], second: list[np.ndarray], people: People) -> dict[tuple, int]:
    left, right = _classes(first, people, "left"), _classes(second, people, "right")
    edges: dict[tuple, int] = {}
    for one, other, count in zip(left, right, people.counts):
        if first is second:
            other = GROUND
        if one != other:
            edges[one, other] = edges.get((one, other), 0) + int(count)
    return edges


def _classes(masks: list[np.ndarray], people: People, side: str) -> list:
    return [next(((side, index) for index, mask in enumerate(masks) if mask[t]), GROUND) for t in range(len(people))]


def minimum(edges: dict[tuple, int]) -> int | None:
    """The least weight that parts a connected piece of a graph in two; None without edges."""
    best: int | None = None
    weights: dict = {}
    for (one, other), weight in edges.items():
        weights.setdefault(one, {})[other] = weights.setdefault(one, {}).get(other, 0) + weight
        weights.setdefault(other, {})[one] = weights.setdefault(other, {}).get(one, 0) + weight
    for piece in _pieces(weights):
        graph = {node: dict(weights[node]) for node in piece}
        while len(graph) > 1:
            cut, last, before = _phase(graph)
            best = cut if best is None else min(best, cut)
            for node, weight in graph.pop(last).items():
                graph[node].pop(last)
                if node != before:
                    graph[before][node] = graph[before].get(node, 0) + weight
                    graph[node][before] = graph[before][node]
    return best


def _phase(graph: dict) -> tuple[int, object, object]:
    """The nodes in the order of their weight to those before; the last is cut off by its weight."""
    start = next(iter(graph))
    reach = dict.fromkeys(graph, 0)
    order = []
    while reach:
        node = start if not order else max(reach, key=lambda n: reach[n])
        cut = reach.pop(node)
        order.append(node)
        for other, weight in graph[node].items():
            if other in reach:
                reach[other] += weight
    return cut, order[-1], order[-2]


def _pieces(weights: dict) -> list[list]:
    left, pieces = set(weights), []
    while left:
        piece, todo = [], [left.pop()]
        while todo:
            node = todo.pop()
            piece.append(node)
            for other in weights[node]:
                if other in left:
                    left.remove(other)
                    todo.append(other)
        pieces.append(piece)
    return pieces
