"""Reads the numbers of a report: every cell of every sheet becomes a figure, a copy of one, or is named as unread.

A figure says of which group and of which dimension, item or competence it is which quantity. The tables of a report are
known by the heads of their columns, in both languages. A number that stands in no known column must be a copy of a figure
(charts and sentences hold copies); any other is unread, so that a new number of the program does not go unaudited.
"""

from __future__ import annotations

import math
import re
import warnings
from dataclasses import dataclass, field
from pathlib import Path

import openpyxl

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


# What stands over a column, in both languages.
_HEADS = {
    "年份": "year", "Year": "year", "处室": "unit", "Unit": "unit", "领域": "area", "Area": "area", "维度": "dimension",
    "Dimension": "dimension", "方向": "direction", "Direction": "direction", "有效人数": "n", "Valid n": "n", "n": "n",
    "得分": "mean", "Score": "mean", "均分": "mean", "Mean": "mean", "区间下限": "lower", "CI lower": "lower",
    "Lower bound": "lower", "区间上限": "upper", "CI upper": "upper", "Upper bound": "upper", "标准差": "sd", "SD": "sd",
    "Standard deviation": "sd", "口径版本": "edition", "Edition": "edition", "等次": "band", "Band": "band",
    "可比题数": "common", "Common items": "common", "本年可比": "comparable", "This year, common": "comparable",
    "This year, comparable": "comparable", "变化": "change", "Change": "change", "变化条": "change bar",
    "Change bar": "change bar", "判断": "words", "Judgement": "words", "有效答卷": "responses",
    "Valid responses": "responses", "回收率": "rate", "Response rate": "rate", "提示": "words", "Remarks": "words",
    "题号": "item", "Item": "item", "Line": "item", "题项": "words", "Wording": "words", "测评项目": "words",
    "项目": "words", "同意率": "favourable", "Favourable": "favourable", "优良率": "favourable",
    "Upper grades": "favourable", "有效票": "n", "Valid votes": "n", "变化（百分点）": "change",
    "Change (points)": "change", "计分方向": "direction", "Scored": "direction", "有利回答": "favourable",
    "不适用": "pattern", "Not applicable": "pattern", "漏答": "pattern", "Missing": "pattern", "顺序": "order",
    "Order": "order", "能力": "competence", "Competence": "competence", "要求": "required", "Required": "required",
    "现状": "current", "Current": "current", "差距": "gap", "Gap": "gap", "差距区间": "gap interval",
    "CI of the gap": "gap interval", "加权差距": "change", "Weighted gap": "change", "不足者占比": "short",
    "Share short": "short", "差距得分RDS": "rds", "RDS": "rds", "本处室": "own", "This unit": "own", "区间": "interval",
    "Interval": "interval", "全局": "whole", "Whole": "whole", "差值": "change", "Difference": "change",
    "满分": "pattern", "Points": "pattern", "填报份数": "n", "得分率": "share of points",
    "Share of points": "share of points", "差额": "change", "说明": "words", "检查项目": "check", "Check": "check",
    "结果": "result", "Result": "result", "模式": "model", "Model": "model", "回答人数": "n", "参加率": "took part",
    "Took part": "took part", "人均次数": "times", "Times a person": "times", "人均次数下限": "times",
    "Times a person, at least": "times", "收获回答人数": "n of use", "n of usefulness": "n of use",
    "参加者收获": "use", "Usefulness": "use", "收获同意率": "use favourable", "Found it useful": "use favourable",
}
_ALL = {"全局", "All", "合计", "Total"}
_CODE = re.compile(r"^\[[^\[\]]+\]$|^—$")
_BOUND = re.compile(r"^(≥|≤)\s*(-?\d+(?:\.\d+)?)(%?)$")
_ROUNDED = re.compile(r"^(-?\d+)(?:\.(\d+))?(%?)$")
#: Numbers inside sentences that can be told from counts: a decimal point or a sign of per cent.
_SPOKEN = re.compile(r"(?<![\w.])[-−+]?\d+\.\d+%?|(?<![\w.])[-−+]?\d+%")
#: Sheets that hold no number of an answer: rules, and what a meeting writes.
_RULES = {"封面", "目录", "方法说明", "注释与代码", "Cover", "Contents", "Method", "Notes and codes"}
_CHARTS = {"数据_图表", "Data_charts"}
#: Checks whose numbers are no sums over people: extremes over dimensions, and what is made of a whole matrix.
_NO_SUMS = {"按名册加权", "Weighted to the roster", "结构效度", "Construct validity", "不认真作答的迹象",
            "Signs of careless answering"}
_CARELESS = re.compile("不认真作答|同一个答案|careless|same answer")
#: Limits that the program states.
_CONSTANTS = [0.05, 0.1, 0.6, 0.7, 0.75, 0.8, 0.95, 1.0]
_RELIABILITY = re.compile(r"^(?:信度：|Reliability: )(.*)$")
_COEFFICIENT = re.compile(r"(?:α|S-B)=(-?\d+\.\d+)")
_LISTS = [(re.compile("有利回答比例|answered (?:best|least)"), "favourable"), (re.compile("能力差距|competence gaps"), "gap")]


def read(path: Path, years: list[int] | None = None) -> Workbook:
    """- years: those of a book that names none, such as a unit's own."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = openpyxl.load_workbook(path)
    workbook = Workbook(path.name)
    reader = _Reader(workbook)
    workbook.years = reader.find_years(book) or sorted(years or [])
    for sheet in book:
        if sheet.title not in _CHARTS:
            reader.sheet(sheet)
    for sheet in book:
        if sheet.title in _CHARTS:
            reader.charts(sheet)
    reader.check_copies()
    return workbook


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
    rounded = _ROUNDED.match(text)
    if rounded:
        scale = 0.01 if rounded.group(3) else 1.0
        half = 0.5 * 10.0 ** -len(rounded.group(2) or "") * scale
        center = float(text.rstrip("%")) * scale
        return Number(center - half, center + half)
    return None


class _Reader:
    def __init__(self, workbook: Workbook):
        self.workbook = workbook
        self.values: list[float] = []
        self.spoken: list[tuple[Place, str]] = []
        self.loose: list[tuple[Place, float]] = []

    def find_years(self, book) -> list[int]:
        years: set[int] = set()
        for sheet in book:
            for row in sheet.iter_rows(min_row=1, max_row=4):
                for cell in row:
                    if isinstance(cell.value, str):
                        years |= {int(year) for year in re.findall(r"(?<!\d)(20\d\d)年(?!\d+月)", cell.value)}
            if sheet.title in ("数据_维度", "数据_处室", "数据_题项", "Data_dimensions", "Data_units", "Data_items"):
                years |= {cell.value for cell in sheet["A"][4:] if isinstance(cell.value, int)}
        return sorted(years)

    @property
    def now(self) -> int:
        return self.workbook.years[-1]

    @property
    def before(self) -> int:
        return self.workbook.years[-2] if len(self.workbook.years) > 1 else self.now

    def sheet(self, sheet) -> None:
        if sheet.title in _RULES:
            return
        table: _Table | None = None
        unit = _unit_of(sheet)
        listed: str | None = None
        for row in sheet.iter_rows():
            cells = [cell for cell in row if cell.value is not None]
            if not cells:
                table = listed = None
                continue
            head = _Table.of(row, unit)
            if head is not None:
                table = head
                continue
            for cell in cells:
                self._note_merged(cell.value)
            if unit is not None and table is None:
                found = [quantity for words, quantity in _LISTS if words.search(str(cells[0].value))]
                if found and len(cells) == 1:
                    listed = found[0]
                    continue
                if listed is not None and number(cells[-1].value) is not None and len(cells) > 2:
                    place = Place(self.workbook.name, sheet.title, cells[-1].coordinate)
                    self._add(Figure(self.now, unit, str(cells[0].value), listed, number(cells[-1].value), None, place))
                    continue
            if table is not None and table.takes(row):
                self._row(sheet.title, table, row)
            else:
                for cell in cells:
                    self._loose(sheet.title, cell)

    # MARK: Rows of tables

    def _row(self, sheet: str, table: _Table, row) -> None:
        values = {role: row[index].value for index, role in table.columns.items() if index < len(row)}
        named = table.named(values, self)
        if named is None:
            for cell in row:
                if cell.value is not None:
                    self._loose(sheet, cell)
            return
        if table.kind == "quality" and self._check(sheet, named["subject"], row):
            return
        for index, role in table.columns.items():
            if index >= len(row) or row[index].value is None:
                continue
            cell = row[index]
            place = Place(self.workbook.name, sheet, cell.coordinate)
            target = table.target(role, named)
            if target is None:
                self._loose(sheet, cell)
                continue
            self.workbook.cells += 1
            if target == "":
                # Rates of answering follow from who answered; sentences repeat them.
                if isinstance(cell.value, float):
                    self.values.append(cell.value)
                continue
            year, group, subject, quantity, n = target
            if quantity == "responses":
                if isinstance(cell.value, (int, float)):
                    self.workbook.responses.setdefault((year, group), int(cell.value))
                continue
            text = str(cell.value).strip()
            if quantity == "band":
                if not _CODE.match(text):
                    self._add(Figure(year, group, subject, "band", Number(-math.inf, math.inf), n, place, text))
                continue
            if text.startswith("=") or _CODE.match(text):
                continue
            found = Number(-math.inf, math.inf) if quantity == "gap interval" else number(cell.value)
            if found is None:
                self._loose(sheet, cell)
                continue
            self._add(Figure(year, group, subject, quantity, found, n, place))

    def _check(self, sheet: str, name: str, row) -> bool:
        """A row of 数据质量 that is understood: a reliability, or what is no sum over people."""
        if name in _NO_SUMS:
            self.workbook.unaudited.add(name)
            return True
        reliability = _RELIABILITY.match(name)
        if not reliability:
            return False
        result, remark = str(row[1].value), str(row[4].value)
        coefficient = _COEFFICIENT.search(result)
        complete = re.search(r"答全(\d+)份|(\d+) complete", remark)
        if coefficient:
            n = int(next(part for part in complete.groups() if part)) if complete else None
            place = Place(self.workbook.name, sheet, row[1].coordinate)
            self._add(Figure(self.now, WHOLE, reliability.group(1), "alpha", number(coefficient.group(1)), n, place,
                             remark))
        return True

    def _add(self, figure: Figure) -> None:
        self.workbook.figures.append(figure)
        for end in {figure.number.low, figure.number.high}:
            if math.isfinite(end):
                self.values.append(end)
        if not figure.number.is_exact and math.isfinite(figure.number.value):
            self.values.append(figure.number.value)

    # MARK: Everything else

    def _loose(self, sheet: str, cell) -> None:
        """A cell in no known column: a copy of a figure, a sentence, or unread."""
        place = Place(self.workbook.name, sheet, cell.coordinate)
        value = cell.value
        if isinstance(value, bool):
            return
        if isinstance(value, int):
            # Numbers of rows, years and people: who answered is known to the attacker anyhow.
            return
        if isinstance(value, float):
            self.loose.append((place, value))
            return
        text = str(value)
        if text.startswith("="):
            return
        if _CARELESS.search(text):
            self.workbook.unaudited.add("不认真作答的迹象" if "不" in text else "Signs of careless answering")
            return
        for some, others in re.findall(r"(?<!\d)(\d+)/(\d+)(?!\d)", text):
            # Responses of people on the roster.
            if int(others):
                self.values.append(int(some) / int(others))
        for spoken in _SPOKEN.findall(text):
            self.spoken.append((place, spoken))

    def charts(self, sheet) -> None:
        for row in sheet.iter_rows(min_row=4):
            for cell in row:
                if isinstance(cell.value, float):
                    self.loose.append((Place(self.workbook.name, sheet.title, cell.coordinate), cell.value))

    def check_copies(self) -> None:
        """Loose numbers must be figures, halves of figures (the middle of a diverging bar), or what is left of 1."""
        figures = self.workbook.figures
        known = set()
        for value in self.values:
            known |= {round(value, 9), round(value / 2, 9)}
        changes = self._differences()
        averages = {round(value, 9) for value in self._averages()}
        for place, value in self.loose:
            size = round(abs(value), 9)
            if size in known or round(value, 9) in changes or _is_axis(value) or size in averages:
                self.workbook.cells += 1
            elif not self._is_remainder(abs(value), figures):
                self.workbook.unread.append((place, "a number that no table has"))
        derived = self.values + sorted(changes) + self._averages() + _CONSTANTS
        for place, spoken in self.spoken:
            found = number(spoken.replace("−", "-").replace("+", ""))
            if found is None or not _is_rounding(found, derived):
                self.workbook.unread.append((place, "a number in words that no table has"))
            else:
                self.workbook.cells += 1

    def _differences(self) -> set[float]:
        """Between two printed numbers of one subject: changes, gaps, a unit beside the whole, rates of responses."""
        groups: dict[tuple[str, str], list[float]] = {}
        for figure in self.workbook.figures:
            if figure.number.is_exact:
                groups.setdefault((figure.subject, ""), []).append(figure.number.value)
        found: set[float] = set()
        for values in groups.values():
            values = sorted(set(values))
            for one in values:
                for other in values:
                    found |= {round(one - other, 9), round((one - other) * 100, 9)}
        return found

    def _averages(self) -> list[float]:
        """Plain means over all competences, or all models, of what is printed of each."""
        groups: dict[tuple[int, str], list[float]] = {}
        for figure in self.workbook.figures:
            if figure.quantity in ("required", "current", "took part", "use") and figure.number.is_exact:
                groups.setdefault((figure.year, figure.quantity), []).append(figure.number.value)
        return [sum(values) / len(values) for values in groups.values()]

    def _is_remainder(self, value: float, figures: list[Figure]) -> bool:
        """Hidden shares of an item are drawn as one: 1, or a side of the middle, less those that are printed."""
        by_item: dict[tuple[int, str], dict[str, float]] = {}
        for figure in figures:
            if figure.number.is_exact and (figure.quantity.startswith("share:") or figure.quantity == "favourable"):
                by_item.setdefault((figure.year, figure.subject), {})[figure.quantity] = figure.number.value
        for shares in by_item.values():
            favourable = shares.pop("favourable", None)
            totals = [1.0] + ([favourable, 1 - favourable] if favourable is not None else [])
            printed = list(shares.values())
            if len(printed) > 11:
                continue
            sums = {0.0}
            for share in printed:
                sums |= {total + share for total in sums}
            for total in totals:
                if any(abs(abs(total - part) - value * times) < 1e-6 for part in sums for times in (1, 2)):
                    return True
        return False

    def _note_merged(self, value) -> None:
        """`甲＋乙`, or `甲 + 乙`: units that are shown as one."""
        if not isinstance(value, str):
            return
        for part in re.split(r"[：:；;。.]\s*", value):
            names = [name.strip() for name in re.split(r"＋|\s\+\s", part)]
            if len(names) > 1 and all(names):
                group = frozenset("" if name in ("未填处室", "no unit given", "no unit named") else name for name in names)
                if group not in self.workbook.merged:
                    self.workbook.merged.append(group)


def _is_axis(value: float) -> bool:
    """Where a label of a chart stands: multiples of a quarter or a tenth."""
    return abs(value * 20 - round(value * 20)) < 1e-9


def _is_rounding(found: Number, values: list[float]) -> bool:
    half = (found.high - found.low) / 2 + 1e-9
    return any(abs(abs(value * times) - abs(found.value)) <= half for value in values for times in (1, 100))


def _unit_of(sheet) -> str | None:
    """The unit that a sheet is about: `处室反馈：甲`."""
    title = sheet["A1"].value
    found = re.match(r"^(?:处室反馈：|Feedback to the unit: )(.*)$", title) if isinstance(title, str) else None
    return found.group(1) if found else None


@dataclass
class _Table:
    """A table that is being read: what each column holds, and what a row is about."""

    kind: str
    columns: dict[int, str]
    unit: str | None = None

    @staticmethod
    def of(row, unit: str | None) -> _Table | None:
        texts = [cell.value.strip() if isinstance(cell.value, str) else None for cell in row]
        first = texts[0]
        if first is None or _HEADS.get(first) is None:
            # The list of a unit's items has no head of its own.
            return None
        roles = {index: _HEADS.get(text, "?" + text) for index, text in enumerate(texts) if text}
        held = set(roles.values())
        kind = None
        if "item" in held and {"year"} <= held:
            kind = "items by year"
        elif "item" in held and "n" in held:
            kind = "checklist" if "area" in held else "items"
        elif {"year", "unit", "dimension"} <= held:
            kind = "units by year"
        elif {"year", "dimension"} <= held:
            kind = "dimensions by year"
        elif "year" in held and "responses" in held:
            kind = "trend"
        elif "own" in held:
            kind = "unit page"
        elif "unit" in held and "responses" in held:
            kind = "units"
        elif "competence" in held:
            kind = "competences"
        elif "model" in held:
            kind = "models"
        elif "check" in held:
            kind = "quality"
        elif "dimension" in held and "n" in held:
            kind = "dimensions"
        elif "dimension" in held and "direction" in held:
            kind = "trend of dimensions"
        return _Table(kind, roles, unit) if kind else None

    def takes(self, row) -> bool:
        return row[0].value is not None

    def named(self, values: dict, reader: _Reader) -> dict | None:
        """What a row is about: its year, group, subject and number of people; None where it is no row of the table."""
        n = values.get("n")
        about = {"year": reader.now, "before": reader.before, "group": WHOLE, "n": n if isinstance(n, int) else None}
        kind = self.kind
        if kind in ("dimensions by year", "units by year", "items by year"):
            if not isinstance(values.get("year"), int):
                return None
            about["year"] = values["year"]
        if kind == "trend":
            found = re.match(r"^(\d{4})年?$", str(values.get("year")))
            if not found:
                return None
            about["year"] = int(found.group(1))
        if kind in ("units", "units by year"):
            group = str(values.get("unit"))
            about["group"] = WHOLE if group in _ALL else group
        if kind == "unit page":
            about["group"] = self.unit
        key = {"items": "item", "items by year": "item", "checklist": "item", "competences": "competence",
               "models": "model", "quality": "check", "units": None, "trend": None}.get(kind, "dimension")
        if key is not None:
            subject = values.get(key)
            if not isinstance(subject, str):
                return None
            about["subject"] = re.sub(r"（低为好）$| \(lower is better\)$", "", subject)
        return about

    def target(self, role: str, about: dict):
        """(year, group, subject, quantity, n) of a cell; "" for what is known or said in words; None for unknown."""
        kind, year, group, n = self.kind, about["year"], about["group"], about["n"]
        subject = about.get("subject", "")
        if role in ("year", "unit", "area", "dimension", "direction", "edition", "n", "rate", "common", "item",
                    "competence", "order", "pattern", "check", "model", "n of use"):
            return ""
        if role in ("words", "change", "change bar", "share of points"):
            return None
        if role == "responses":
            return (year, group, "", "responses", None)
        if kind in ("units", "trend") and role.startswith("?"):
            name = re.sub(r"（低为好）$| \(lower is better\)$", "", role[1:])
            if re.search(r"变化$|^Change: ", name):
                return None
            return (year, group, name, "mean" if kind == "units" else "comparable", None)
        if kind == "trend of dimensions" and role.startswith("?"):
            found = re.match(r"^(\d{4})年?$", role[1:])
            return (int(found.group(1)), WHOLE, subject, "comparable", None) if found else ""
        if kind in ("dimensions", "dimensions by year", "units by year", "items by year", "checklist"):
            if role in ("mean", "lower", "upper", "sd", "band", "favourable", "comparable"):
                return (year, group, subject, role, None if role == "comparable" else n)
            if role.startswith("?") and re.search(r"可比$|common$|comparable$", role):
                return (about["before"], group, subject, "comparable", None)
            if kind == "checklist" and role.startswith("?"):
                return (year, group, subject, "mean", n)
        if kind == "items":
            if role == "favourable":
                return (year, group, subject, "favourable", n)
            if role == "mean":
                return (year, group, subject, "mean", n)
            if role.startswith("?"):
                label = role[1:]
                if label in ("上年", "Year before") or re.match(r"^\d{4}年?$", label):
                    return (about["before"], group, subject, "favourable", None)
                return (year, group, subject, "share:" + label, n)
        if kind == "competences" and role in ("required", "current", "short", "rds", "gap interval"):
            return (year, group, subject, role, n)
        if kind == "competences" and role == "gap":
            return None
        if kind == "unit page":
            if role == "own":
                return (year, group, subject, "mean", None)
            if role == "whole":
                return (year, WHOLE, subject, "mean", None)
            if role == "interval":
                return ""
            if role.startswith("?"):
                return (about["before"], group, subject, "mean", None)
        if kind == "models" and role in ("took part", "times", "use", "lower", "upper", "use favourable"):
            return (year, group, "model:" + subject, role, n)
        if kind == "models" and role.startswith("?"):
            return (year, group, "model:" + subject, "share:" + role[1:], n)
        return None
