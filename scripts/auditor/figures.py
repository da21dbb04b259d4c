"""What a report prints: figures, each with its place, and the workbook that holds them."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field

#: The group of everybody.
WHOLE = None


@dataclass(frozen=True)
class Number:
    """Between which ends a printed number lies; `is_exact` when it is given to full precision."""

    low: float
    high: float
    is_exact: bool = False
    is_bound: bool = False

    @property
    def value(self) -> float:
        return (self.low + self.high) / 2


@dataclass(frozen=True)
class Place:
    report: str
    sheet: str
    cell: str

    def __str__(self) -> str:
        return f"{self.report} {self.sheet}!{self.cell}"


@dataclass(frozen=True)
class Figure:
    year: int
    #: As it is printed; None for everybody.
    group: str | None
    #: The name of a dimension, or the code of an item or competence.
    subject: str
    #: mean, sd, lower, upper, comparable, share:OPTION, favourable, required, current, gap, short, rds, band, alpha
    quantity: str
    number: Number
    #: How many people stand beside it, where that is printed.
    n: int | None
    place: Place
    #: What a band is called; what is said of a coefficient.
    text: str = ""


@dataclass
class Workbook:
    name: str
    figures: list[Figure] = field(default_factory=list)
    #: Sets of units that are shown as one, as the notes list them.
    merged: list[frozenset[str]] = field(default_factory=list)
    #: Responses of a year, of everybody or of a group, as printed.
    responses: dict[tuple[int, str | None], int] = field(default_factory=dict)
    #: Numbers of which nothing is known, and why.
    unread: list[tuple[Place, str]] = field(default_factory=list)
    #: What is known and not audited, because it is no sum over people.
    unaudited: set[str] = field(default_factory=set)
    years: list[int] = field(default_factory=list)
    cells: int = 0


_BOUND = re.compile(r"^(≥|≤)\s*(-?\d+(?:\.\d+)?)(%?)$")
_SPAN = re.compile(r"^(-?\d+(?:\.\d+)?)[—–](-?\d+(?:\.\d+)?)$")
_ROUNDED = re.compile(r"^(-?\d+)(?:\.(\d+))?(%?)$")


def number(value) -> Number | None:
    """What a cell prints; None for a word or a code."""
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, (int, float)):
        return Number(float(value), float(value), is_exact=True)
    text = str(value).strip()
    bound = _BOUND.match(text)
    if bound:
        scale = 0.01 if bound.group(3) else 1.0
        limit = float(bound.group(2)) * scale
        return (Number(limit, math.inf, is_bound=True) if bound.group(1) == "≥"
                else Number(-math.inf, limit, is_bound=True))
    span = _SPAN.match(text)
    if span:
        half = 0.5 * 10.0 ** -len(span.group(1).partition(".")[2])
        return Number(float(span.group(1)) - half, float(span.group(2)) + half, is_bound=True)
    rounded = _ROUNDED.match(text)
    if rounded:
        scale = 0.01 if rounded.group(3) else 1.0
        half = 0.5 * 10.0 ** -len(rounded.group(2) or "") * scale
        center = float(text.rstrip("%")) * scale
        return Number(center - half, center + half)
    return None
