"""Invents small organisations that are hard to protect, and lets the program report on them.

Units of 2 to 40 people, answers left out, conditional items, composites within composites, items of two points, weights,
competences, units that agree; late answers between reports, units that are joined, split and renamed between years.
Everything follows from a seed.
"""

from __future__ import annotations

import csv
import os
import random
import subprocess
from dataclasses import dataclass, field
from pathlib import Path

from . import survey, workbook
from .rounds import Round, read_roster

#: single: one report of one year; late: reports before and after late answers; years: three years, nobody leaves
#: anything out; all: everything at once.
KINDS = ("single", "late", "years", "all")
_NAMES = "甲乙丙丁戊己庚辛壬癸子丑寅卯"
_FIVE = ["差", "较差", "中", "较好", "好"]


@dataclass
class _Dimension:
    name: str
    codes: list[str]
    scale: str
    weights: list[int]
    reversed: list[bool]
    rescale: str
    missing: str
    is_conditional: bool = False


@dataclass
class _Unit:
    name: str
    headcount: int
    merge_into: str = ""
    succeeds: str = ""


@dataclass
class Organisation:
    seed: int
    kind: str
    years: list[int]
    surveys: dict[int, str] = field(default_factory=dict)
    rosters: dict[int, list[_Unit]] = field(default_factory=dict)
    #: Of each year the responses as they come: waves of rows.
    waves: dict[int, list[list[dict[str, str]]]] = field(default_factory=dict)
    #: What is done: ("come", year, wave) and ("report", years, edition).
    acts: list[tuple] = field(default_factory=list)


def invent(seed: int, kind: str) -> Organisation:
    chance = random.Random(f"{kind} {seed}")
    first = 2026 if kind in ("single", "late") else 2024
    years = [2026] if kind in ("single", "late") else [2024, 2025, 2026][:3 if kind == "years" else chance.choice([1, 2, 3])]
    years = [first + index for index in range(len(years))]
    organisation = Organisation(seed, kind, years)
    miss = 0.0 if kind == "years" else chance.choice([0, 0, 0.01, 0.02, 0.04, 0.08])
    dimensions = _dimensions(chance)
    has_gap = chance.random() < 0.35
    shares = _shares(chance, dimensions)
    before: list[_Unit] | None = None
    for year in years:
        units = _units(chance) if before is None else _later(chance, before)
        added = [d for d in dimensions if before is not None and d.scale == "five" and chance.random() < 0.15][:1]
        for dimension in added:
            dimension.codes.append(f"{dimension.codes[0][:-1]}{len(dimension.codes) + 1}")
            dimension.weights.append(1)
            dimension.reversed.append(False)
        new = {dimension.codes[-1] for dimension in added}
        organisation.surveys[year] = _questionnaire(year, year - 1 if before else None, dimensions, shares, has_gap, new)
        organisation.rosters[year] = units
        rows = _answers(chance, units, dimensions, has_gap, miss, kind)
        organisation.waves[year] = _waves(chance, rows, units, kind)
        before = units
    organisation.acts = _acts(chance, organisation)
    return organisation


def _dimensions(chance: random.Random) -> list[_Dimension]:
    found = []
    for letter in "ABCDE"[:chance.randint(1, 5)]:
        size = chance.choice([1, 1, 2, 3, 4, 5, 6])
        scale = chance.choice(["five", "five", "five", "two", "ten"])
        # Composites join dimensions of one range only: hundreds.
        found.append(_Dimension(
            f"维度{letter}", [f"{letter}{index + 1}" for index in range(size)], scale,
            [chance.choice([1, 1, 1, 2]) for _ in range(size)], [scale == "five" and chance.random() < 0.2 for _ in range(size)],
            "百分制", f"至多 {chance.randint(0, size - 1)} 题" if chance.random() < 0.5 else "",
            is_conditional=letter in "CDE" and chance.random() < 0.25))
    return found


def _shares(chance: random.Random, dimensions: list[_Dimension]) -> list[tuple[str, list[tuple[str, int]]]]:
    """Composites: of two, and sometimes another over it."""
    names = [dimension.name for dimension in dimensions if not dimension.is_conditional]
    found = []
    if len(names) > 1 and chance.random() < 0.75:
        part = chance.choice([40, 50, 60, 45])
        found.append(("总评", [(names[0], part), (names[1], 100 - part)]))
        if len(names) > 2 and chance.random() < 0.5:
            found.append(("指数", [("总评", 70), (names[2], 30)]))
    return found


def _units(chance: random.Random) -> list[_Unit]:
    units = [_Unit(f"{name}处", chance.choice([chance.randint(2, 9), chance.randint(8, 14), chance.randint(10, 25),
                                               chance.randint(12, 40)]))
             for name in _NAMES[:chance.randint(2, 10)]]
    _declare(chance, units)
    return units


def _declare(chance: random.Random, units: list[_Unit]) -> None:
    for unit in units:
        larger = [other.name for other in units if other.headcount > unit.headcount]
        unit.merge_into = chance.choice(larger) if unit.headcount < 10 and larger and chance.random() < 0.7 else ""


def _later(chance: random.Random, before: list[_Unit]) -> list[_Unit]:
    """The next year's: a few joined, one split or renamed, sizes a little different."""
    units = [_Unit(unit.name, max(2, unit.headcount + chance.randint(-3, 3))) for unit in before]
    what = chance.choice(["same", "join", "join", "split", "rename"])
    names = {unit.name for unit in units}
    fresh = next(f"新{number}处" for number in range(1, 99) if f"新{number}处" not in names)
    if what == "join" and len(units) > 3:
        joined = chance.sample(units, chance.choice([2, 2, 3]))
        units = [unit for unit in units if unit not in joined]
        units.append(_Unit(fresh, sum(unit.headcount for unit in joined), "", "、".join(unit.name for unit in joined)))
    elif what == "split":
        old = max(units, key=lambda unit: unit.headcount)
        half = max(2, old.headcount // 2)
        units.remove(old)
        units += [_Unit(fresh, half, "", old.name), _Unit(fresh.replace("新", "分"), max(2, old.headcount - half), "", "")]
    elif what == "rename":
        old = chance.choice(units)
        units.remove(old)
        units.append(_Unit(fresh, old.headcount, "", old.name))
    _declare(chance, units)
    return units


def _questionnaire(year: int, before: int | None, dimensions: list[_Dimension], shares, has_gap: bool, new: set[str]) -> str:
    lines = [f"# 自查\n版本：{year}"] + ([f"上一版：{before}"] if before else []) + ["语言：zh", ""]
    lines += ["量表：五级"] + [f"- {index + 1} = {text}" for index, text in enumerate(_FIVE)] + [""]
    lines += ["量表：有无", "- 0 = 没有", "- 1 = 有", ""]
    lines += ["CS. 处室 [下拉 处室]", ""]
    if any(dimension.is_conditional for dimension in dimensions):
        lines += ["PX. 参加过吗？ [是否]", ""]
    for dimension in dimensions:
        letter = dimension.codes[0][0]
        kind = {"five": "量表题 五级", "two": "量表题 有无", "ten": "评分 0~10"}[dimension.scale]
        lines += [f"{letter}. 请评价{dimension.name} [{kind} 选填]"]
        if dimension.is_conditional:
            lines.insert(len(lines), "显示：PX = 是")
        for code, is_reversed in zip(dimension.codes, dimension.reversed):
            marks = (["反向"] if is_reversed else []) + (["新增"] if code in new else [])
            lines.append(f"- {code} = {dimension.name}第{code[1:]}问" + (f" [{' '.join(marks)}]" if marks else ""))
        lines.append("")
    if has_gap:
        lines += ["NL. 请评价能力 [能力对 五级 选填]", "- NL1 = 写作", "- NL2 = 调研", "- NL3 = 协调", ""]
    for dimension in dimensions:
        items = "、".join(code + (f" ×{weight}" if weight > 1 else "")
                         for code, weight in zip(dimension.codes, dimension.weights))
        lines += [f"维度：{dimension.name}", f"取题：{items}", f"换算：{dimension.rescale}"]
        lines += ([f"缺答：{dimension.missing}"] if dimension.missing else [])
        lines += ["- ≥ 90 = 优秀", "- ≥ 60 = 一般", "- 其余 = 较差", ""]
    for name, parts in shares:
        lines += [f"维度：{name}", "合成：" + "、".join(f"{part} {share}%" for part, share in parts), ""]
    if has_gap:
        lines += ["维度：能力差距", "取题：NL", "计法：要求-现有", "方向：低为好", ""]
    return "\n".join(lines) + "\n"


def _answers(chance: random.Random, units: list[_Unit], dimensions: list[_Dimension], has_gap: bool, miss: float,
             kind: str) -> list[dict[str, str]]:
    rows = []
    for unit in units:
        level = chance.gauss(0.6, 0.15)
        agrees = chance.random() < 0.12
        absent = chance.choice([0, 0, 0, 1, 2, unit.headcount // 4])
        for _ in range(max(0, unit.headcount - absent)):
            rows.append(_row(chance, unit.name, dimensions, has_gap, miss, level, agrees))
    if rows and chance.random() < 0.1 and kind != "years":
        rows[chance.randrange(len(rows))]["CS"] = ""
    chance.shuffle(rows)
    return rows


def _row(chance: random.Random, unit: str, dimensions, has_gap: bool, miss: float, level: float, agrees: bool) -> dict[str, str]:
    row = {"CS": unit}
    conditional = any(dimension.is_conditional for dimension in dimensions)
    took = chance.random() < 0.7
    if conditional:
        row["PX"] = "1" if took else "0"
    for dimension in dimensions:
        low, high = {"five": (1, 5), "two": (0, 1), "ten": (0, 10)}[dimension.scale]
        skips = chance.random() < miss / 2
        for code, is_reversed in zip(dimension.codes, dimension.reversed):
            if skips or chance.random() < miss or (dimension.is_conditional and not took):
                row[code] = ""
                continue
            share = 1.0 if agrees else min(1.0, max(0.0, chance.gauss(level, 0.3)))
            value = round(low + share * (high - low))
            row[code] = str(low + high - value if is_reversed else value)
    if has_gap:
        for code in ("NL1", "NL2", "NL3"):
            left_out = chance.random() < miss
            for side, mean in (("cur", 3.2), ("req", 4.1)):
                row[f"{code}_{side}"] = "" if left_out else str(min(5, max(1, round(chance.gauss(mean, 0.9)))))
    return row


def _waves(chance: random.Random, rows: list[dict[str, str]], units: list[_Unit], kind: str) -> list[list[dict[str, str]]]:
    """Nobody late; some of one or two units; or some of anywhere, now and then in two parts."""
    if kind not in ("late", "all") or kind == "all" and chance.random() < 0.4 or len(rows) < 14:
        return [rows]
    if chance.random() < 0.6:
        # Of the larger units enough to count at once, of every other nobody.
        chosen = [unit.name for unit in sorted(units, key=lambda unit: -unit.headcount)[:chance.randint(1, 2)]]
        late = [row for name in chosen for row in [row for row in rows if row["CS"] == name][:chance.choice([10, 10, 12, 15])]]
    else:
        late = rows[:chance.choice([1, 3, 9, 10, 11, 15, 25])]
    early = [row for row in rows if not any(row is other for other in late)]
    if len(early) < 10 or not late:
        return [rows]
    # Unequal, since the program takes no file twice and people of one mind write the same rows.
    half = (len(late) - 1) // 2 if chance.random() < 0.3 and len(late) > 5 else 0
    return [part for part in (early, late[:half], late[half:]) if part]


def _acts(chance: random.Random, organisation: Organisation) -> list[tuple]:
    acts: list[tuple] = []
    for index, year in enumerate(organisation.years):
        for wave in range(len(organisation.waves[year])):
            acts += [("come", year, wave), ("report", (year,), chance.choice(["committee", "office"]))]
        if index > 0:
            acts.append(("report", tuple(organisation.years[index - 1:index + 1]), "committee"))
        if index > 1:
            acts.append(("report", tuple(organisation.years), "office"))
    return acts


# MARK: The program at work


@dataclass
class Outcome:
    """What the program published of an organisation, and what it would not."""

    reports: list[tuple[workbook.Workbook, dict[int, int]]]
    rounds: dict[int, Round]
    refusals: list[str]
    failures: list[str]


class Program:
    """Runs the commands of the program as an office would: a round is closed before it is reported on."""

    def __init__(self, path: Path, folder: Path):
        self.path, self.folder = path, folder
        self.environment = {**os.environ, "LC_ALL": "en_US.UTF-8"}

    def run(self, *arguments: str) -> subprocess.CompletedProcess:
        return subprocess.run([str(self.path), *arguments], cwd=self.folder, env=self.environment, text=True,
                              capture_output=True, stdin=subprocess.DEVNULL, timeout=120)

    def publish(self, organisation: Organisation) -> Outcome:
        rounds: dict[int, Round] = {}
        outcome = Outcome([], rounds, [], [])
        for year in organisation.years:
            (self.folder / f"s-{year}.zicha").write_text(organisation.surveys[year], encoding="utf-8")
            _write_roster(self.folder / f"roster-{year}.csv", organisation.rosters[year])
        is_closed: dict[int, bool] = {}
        for number, act in enumerate(organisation.acts):
            if act[0] == "come":
                self._come(organisation, act[1], act[2], rounds, outcome, is_closed)
            else:
                self._report(number, act[1], act[2], rounds, outcome, is_closed)
        return outcome

    def _must(self, outcome: Outcome, *arguments: str) -> bool:
        done = self.run(*arguments)
        if done.returncode != 0:
            outcome.failures.append(f"{' '.join(arguments[:2])}: {done.stderr.strip()[-300:]}")
        return done.returncode == 0

    def _come(self, organisation: Organisation, year: int, wave: int, rounds, outcome: Outcome, is_closed) -> None:
        store = ["--store", "x.db"]
        if year not in rounds:
            if not self._must(outcome, "open", str(year), "--survey", f"s-{year}.zicha", "--roster",
                              f"roster-{year}.csv", *store):
                return
            rounds[year] = Round(year, survey.read(self.folder / f"s-{year}.zicha"),
                                 read_roster(self.folder / f"roster-{year}.csv", year))
        elif is_closed.get(year):
            self._must(outcome, "reopen", str(year), "--reason", "late", *store)
        path = self.folder / f"a-{year}-{wave}.csv"
        _write_rows(path, organisation.waves[year][wave])
        if self._must(outcome, "import", "responses", str(year), path.name, *store):
            rounds[year].add(path)
        self._must(outcome, "close", str(year), *store)
        is_closed[year] = True

    def _report(self, number: int, years, edition: str, rounds, outcome: Outcome, is_closed) -> None:
        if any(year not in rounds for year in years):
            return
        file = f"r{number}.xlsx"
        done = self.run("report", *map(str, years), "--store", "x.db", "--edition", edition, "-o", file)
        if done.returncode != 0:
            outcome.refusals.append(done.stderr.strip()[-300:])
            return
        outcome.reports.append((workbook.read(self.folder / file, list(years)),
                                {year: rounds[year].count for year in years}))


def _write_roster(path: Path, units: list[_Unit]) -> None:
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["处室", "人数", "并入", "承接"])
        for unit in units:
            writer.writerow([unit.name, unit.headcount, unit.merge_into, unit.succeeds])


def _write_rows(path: Path, rows: list[dict[str, str]]) -> None:
    names = list(dict.fromkeys(name for row in rows for name in row))
    with open(path, "w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, names, restval="")
        writer.writeheader()
        writer.writerows(rows)
