"""Reads the numbers of a report: every cell of every sheet becomes a figure, a copy of one, or is named as unread.

A figure says of which group and of which dimension, item or competence it is which quantity. The tables of a report are
known by the heads of their columns, in both languages. A number that stands in no known column must be a copy of a figure
(charts and sentences hold copies); any other is unread, so that a new number of the program does not go unaudited.
"""

from __future__ import annotations

import math
import re
import warnings
from pathlib import Path

import openpyxl

from .copies import Copies
from .figures import WHOLE, Figure, Number, Place, Workbook, number
from .tables import Table

_CODE = re.compile(r"^\[[^\[\]]+\]$|^—$")
#: Numbers inside sentences that can be told from counts: a decimal point or a sign of per cent.
_SPOKEN = re.compile(r"(?<![A-Za-z0-9_.])[-−+]?\d+\.\d+%?|(?<![A-Za-z0-9_.])[-−+]?\d+%")
#: Sheets that hold no number of an answer: rules, and what a meeting writes.
_RULES = {"封面", "目录", "方法说明", "注释与代码", "Cover", "Contents", "Method", "Notes and codes"}
_CHARTS = {"数据_图表", "Data_charts"}
_KEY_POINTS = {"要点", "Key points"}
_KNOWN = re.compile("^(要点|Key points|维度得分|Dimension scores|处室对比|Units compared|题项分布|Items|能力差距|Competence gaps|"
                    "历年对比|Trend|学习模式|Study models|激励与转化|Incentives and conversion|民主测评汇总|Ballot|自查评分|"
                    "Self-check|整改清单|Action list|数据质量|Data quality|数据_(维度|处室|题项)|Data_(dimensions|units|items)|"
                    "处室_|Unit_)")
#: Checks whose numbers are no sums over people: extremes over dimensions, and what is made of a whole matrix.
_NO_SUMS = {"按名册加权", "Weighted to the roster", "结构效度", "Construct validity", "不认真作答的迹象",
            "Signs of careless answering"}
#: Checks that only say who answered.
_OF_ANSWERING = re.compile("^(题目漏答率|回收率|Item nonresponse|Response rate)")
_RATE = re.compile(r"(?:回收率|response rate )\d+(?:\.\d+)?%", re.IGNORECASE)
_CARELESS = re.compile("不认真作答|同一个答案|careless|same answer")
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
    reader.copies.check()
    return workbook


class _Reader:
    def __init__(self, workbook: Workbook):
        self.workbook = workbook
        self.copies = Copies(workbook)

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
        if not _KNOWN.match(sheet.title):
            self.workbook.unread.append((Place(self.workbook.name, sheet.title, "A1"), "a sheet that is not known"))
            return
        table: Table | None = None
        unit = _unit_of(sheet)
        listed: str | None = None
        for row in sheet.iter_rows():
            cells = [cell for cell in row if cell.value is not None]
            if not cells:
                table = listed = None
                continue
            head = Table.of(row, unit)
            if head is not None:
                table = head
                continue
            for cell in cells:
                self._note_merged(cell.value)
            if sheet.title in _KEY_POINTS and self._ranked(sheet.title, row):
                continue
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

    def _ranked(self, sheet: str, row) -> bool:
        """Two items beside each other, each with its code and the share of favourable answers."""
        pairs = [(row[code], row[share]) for code, share in ((0, 5), (6, 11)) if share < len(row)]
        told = [(code, share) for code, share in pairs if isinstance(code.value, str) and number(share.value)]
        for code, share in told:
            place = Place(self.workbook.name, sheet, share.coordinate)
            self._add(Figure(self.now, WHOLE, code.value, "favourable", number(share.value), None, place))
        return bool(told)

    # MARK: Rows of tables

    def _row(self, sheet: str, table: Table, row) -> None:
        values = {role: row[index].value for index, role in table.columns.items() if index < len(row)}
        named = table.named(values, self.now, self.before)
        if named is None:
            for cell in row:
                if cell.value is not None:
                    self._loose(sheet, cell)
            return
        if table.kind == "quality" and self._check(sheet, named["subject"], row):
            return
        if table.kind == "checklist":
            points = values.get("pattern")
            self.copies.values += [cell.value / points for cell in row if isinstance(cell.value, float) and points]
        for index, role in table.columns.items():
            if index >= len(row) or row[index].value is None:
                continue
            cell = row[index]
            place = Place(self.workbook.name, sheet, cell.coordinate)
            target = table.target(role, named)
            if target is None:
                self._loose(sheet, cell, role.startswith("?"))
                continue
            self.workbook.cells += 1
            if target == "":
                # Rates of answering follow from who answered; sentences repeat them.
                if isinstance(cell.value, float):
                    self.copies.values.append(cell.value)
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
        for index, cell in enumerate(row):
            if index not in table.columns and cell.value is not None:
                self._loose(sheet, cell, True)

    def _check(self, sheet: str, name: str, row) -> bool:
        """A row of 数据质量 that is understood: a reliability, or what is no sum over people."""
        if name in _NO_SUMS:
            self.workbook.unaudited.add(name)
            return True
        if _OF_ANSWERING.match(name):
            found = re.search(r"(\d+)/(\d+)", str(row[1].value))
            if found:
                self.copies.values.append(int(found.group(1)) / int(found.group(2)))
            return True
        reliability = _RELIABILITY.match(name)
        if not reliability:
            return False
        result, remark = str(row[1].value), str(row[4].value)
        coefficient = _COEFFICIENT.search(result)
        complete = re.search(r"答全(\d+)份|(\d+) complete|都答的至少(\d+)份|at least (\d+) responses", remark)
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
                self.copies.values.append(end)
        if not figure.number.is_exact and math.isfinite(figure.number.value):
            self.copies.values.append(figure.number.value)

    # MARK: Everything else

    def _loose(self, sheet: str, cell, is_of_unknown_column: bool = False) -> None:
        """A cell in no known column: a copy of a figure, a sentence, or unread."""
        place = Place(self.workbook.name, sheet, cell.coordinate)
        value = cell.value
        if isinstance(value, (bool, int)) and not is_of_unknown_column:
            # Numbers of rows, years and people: who answered is known to the attacker anyhow.
            return
        if isinstance(value, (int, float)):
            self.copies.loose.append((place, float(value)))
            return
        text = str(value)
        if text.startswith("="):
            return
        if _CARELESS.search(text):
            self.workbook.unaudited.add("不认真作答的迹象" if "不" in text else "Signs of careless answering")
            return
        for spoken in _SPOKEN.findall(_RATE.sub("", text)):
            self.copies.spoken.append((place, spoken))

    def charts(self, sheet) -> None:
        for row in sheet.iter_rows(min_row=4):
            for cell in row:
                if isinstance(cell.value, float):
                    self.copies.drawn.append((Place(self.workbook.name, sheet.title, cell.coordinate), cell.value))

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


def _unit_of(sheet) -> str | None:
    """The unit that a sheet is about: `处室反馈：甲`."""
    title = sheet["A1"].value
    found = re.match(r"^(?:处室反馈：|Feedback to the unit: )(.*)$", title) if isinstance(title, str) else None
    return found.group(1) if found else None
