"""Who answered: the roster, and which cells of the responses are empty. What a cell holds is not kept."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from .survey import Survey

_NAME = ("处室", "部门", "单位", "unit", "Unit")
_PEOPLE = ("人数", "headcount", "Headcount", "people")
_SUCCEEDS = ("承接", "succeeds", "Succeeds")
_YEAR = ("年份", "year", "Year")


@dataclass(frozen=True)
class Unit:
    name: str
    headcount: int
    #: The units of the year before whose people it took over.
    succeeds: tuple[str, ...] = ()


@dataclass
class Round:
    """One year's responses in the order in which they came.

    A type is what the strongest attacker cannot tell apart: people of one unit who came between the same two reports
    and answered the same items. All that is ever published of a round gives the people of a type the same weight.
    """

    year: int
    survey: Survey
    roster: list[Unit]
    units: list[str] = field(default_factory=list)
    patterns: list[frozenset[str]] = field(default_factory=list)
    #: How many responses there were at each report, ascending.
    stages: list[int] = field(default_factory=list)

    @property
    def count(self) -> int:
        return len(self.units)

    @property
    def stage(self) -> np.ndarray:
        """Before which report each response came: 0 for those that the first one could count."""
        return np.searchsorted(np.array(sorted(set(self.stages)) or [self.count]), np.arange(self.count), side="right")

    def add(self, path: Path) -> None:
        """The responses of a file come after those that are there."""
        with open(path, encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                cells = {_column(name): value or "" for name, value in row.items() if name is not None}
                if not any(value.strip() for value in cells.values()):
                    continue
                unit = cells.get(self.survey.unit_column or "", "").strip()
                self.units.append(unit)
                self.patterns.append(
                    frozenset(code for code, item in self.survey.items.items() if item.scores(cells)))


def _column(name: str) -> str:
    name = name.strip()
    for suffix, plain in ((".现有", "_cur"), (".要求", "_req"), (".current", "_cur"), (".required", "_req")):
        if name.endswith(suffix):
            return name.removesuffix(suffix) + plain
    return name


def read_roster(path: Path, year: int | None = None) -> list[Unit]:
    """The units of a year; all of them where the roster names no years."""
    units = []
    with open(path, encoding="utf-8-sig", newline="") as file:
        for row in csv.DictReader(file):
            stated = _cell(row, _YEAR)
            if stated and year is not None and int(stated) != year:
                continue
            name = _cell(row, _NAME)
            if name:
                parts = tuple(part.strip() for part in _cell(row, _SUCCEEDS).replace(",", "、").split("、"))
                units.append(Unit(name, int(_cell(row, _PEOPLE) or 0), tuple(part for part in parts if part)))
    return units


def _cell(row: dict[str, str], names: tuple[str, ...]) -> str:
    return next((row[name].strip() for name in names if row.get(name)), "")


def later_names(rounds: list[Round]) -> dict[int, dict[str, str]]:
    """What the units of each year are called in the last of these years."""
    names: dict[int, dict[str, str]] = {rounds[-1].year: {}} if rounds else {}
    for earlier, later in zip(reversed(rounds[:-1]), reversed(rounds[1:])):
        after = names[later.year]
        found = {}
        for unit in later.roster:
            for old in unit.succeeds:
                found[old] = after.get(unit.name, unit.name)
            if unit.name not in found and unit.name in after:
                found[unit.name] = after[unit.name]
        names[earlier.year] = found
    return names
