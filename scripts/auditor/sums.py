"""Reads sums of few people as JSON, for the exact oracle: every set of fewer than k people is tried.

    {"k": 3,
     "people": 7,
     "items": {"a1": [1, 2, 3], "a2": [0, 1]},
     "sums": [{"name": "甲 A", "terms": [{"item": "a1", "people": [0, 1, 2], "weights": [1, 1, 1],
                                          "function": [0, 1, 2]}],
               "products": [{"items": ["a1", "a2"], "people": [0, 1], "factor": 1}]}]}

`items` gives of each item the points of its answers; `function` the value of each of them, the points themselves where
it is left out; `weights` are 1 where they are left out. Numbers may be written as strings of fractions, "2/3". A product
is of two variables; which ones, its names say, and they need not be names of items.

A file holds one document, or several, each on a line of its own: the rounds that Tests/Oracle invents.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path

import numpy as np

from .statements import Product, Statement, Term
from .survey import Item, Option


@dataclass
class Sums:
    name: str
    k: int
    items: dict[str, Item]
    statements: list[Statement]
    people: "Everybody"


class Everybody:
    """People as a search takes them: each a type of his own."""

    def __init__(self, counts: np.ndarray):
        self.counts = counts

    def __len__(self) -> int:
        return len(self.counts)


def documents(path: Path) -> Iterator[tuple[str, str]]:
    """The documents of a file, each with what to call it."""
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines()
    if all(line.startswith("{") and line.endswith("}") for line in lines):
        yield from ((f"{path}:{number}", line) for number, line in enumerate(lines, 1))
    else:
        yield str(path), text


def of(document: dict) -> Sums:
    number = document["people"]
    items = {code: item(code, points) for code, points in document["items"].items()}
    statements = []
    for one in document["sums"]:
        terms = tuple(_term(items[term["item"]], term, number) for term in one.get("terms", []))
        products = tuple(_product(product, number) for product in one.get("products", []))
        statements.append(Statement(0, terms, products, 0.0, 0.0, [], one.get("name", "")))
    return Sums(document.get("name", ""), document["k"], items, statements, Everybody(np.ones(number, dtype=int)))


def item(code: str, points: list[int]) -> Item:
    options = tuple(Option((str(value),), value) for value in points)
    return Item(code, code, (code,), options, (min(points), max(points)))


def _term(of: Item, term: dict, number: int) -> Term:
    function = [Fraction(value) for value in term.get("function", [option.points for option in of.scoring])]
    weights = [Fraction(weight) for weight in term.get("weights", [1] * len(term["people"]))]
    multiple = math.lcm(*(weight.denominator for weight in weights)) if weights else 1
    whole = np.zeros(number, dtype=np.int64)
    for person, weight in zip(term["people"], weights):
        whole[person] += int(weight * multiple)
    return Term(of.code, tuple((value - function[0]) / multiple for value in function[1:]), whole)


def _product(product: dict, number: int) -> Product:
    whole = np.zeros(number, dtype=np.int64)
    for person in product["people"]:
        whole[person] += 1
    return Product(tuple(sorted(product["items"])), Fraction(product.get("factor", 1)), whole)
