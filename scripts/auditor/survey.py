"""Reads of a questionnaire (.zicha) what its sums are made of: items, their points, and the rules of the dimensions.

This is no parser of the language: it takes a questionnaire that `zicha check` accepts, and reads the lines that say how
answers are counted. Texts, conditions and translations are passed over.
"""

from __future__ import annotations

import itertools
import re
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cached_property
from pathlib import Path

NOT_APPLICABLE = {"na", "不适用"}


@dataclass(frozen=True)
class Option:
    """One answer of an item: what may stand in the cell for it, and its points after reversal; None does not score."""

    texts: tuple[str, ...]
    points: int | None


@dataclass(frozen=True)
class Item:
    """What one person answers once: an item, or the two levels of a competence, which count only together.

    A function of the answer is a vector over `basis`, the scoring options but the first: functions are told apart up to
    a constant, since everybody knows how many answered. An item without options (a number) has the basis x, x² and
    whether it is favourable: nothing else is ever told of it.
    """

    code: str
    text: str
    columns: tuple[str, ...]
    options: tuple[Option, ...]
    bounds: tuple[int, int]
    is_pair: bool = False

    @cached_property
    def scoring(self) -> tuple[Option, ...]:
        return tuple(option for option in self.options if option.points is not None)

    @cached_property
    def values(self) -> list[tuple[int, ...]]:
        """Of each scoring option its points; of a competence (current, required)."""
        if self.is_pair:
            levels = [option.points for option in self.scoring]
            return list(itertools.product(levels, levels))
        return [(option.points,) for option in self.scoring]

    @property
    def size(self) -> int:
        """How many numbers a function of the answer has."""
        return len(self.values) - 1 if self.values else 3

    def function(self, of) -> tuple[tuple[Fraction, ...], Fraction]:
        """A function of the points as (vector over the basis, constant)."""
        if not self.values:
            zero, one, two, three = (Fraction(of(value)) for value in range(4))
            square = (two - 2 * one + zero) / 2
            linear = one - zero - square
            if zero + 3 * linear + 9 * square == three and zero + 100 * linear + 10_000 * square == of(100):
                if square or linear:
                    return (linear, square, Fraction(0)), zero
            return (Fraction(0), Fraction(0), Fraction(1)), Fraction(0)
        images = [Fraction(of(*value)) for value in self.values]
        return tuple(image - images[0] for image in images[1:]), images[0]

    def is_favourable(self, points: int, low_is_better: bool = False) -> bool:
        """Beyond the middle of the declared points, on the better side."""
        doubled = 2 * points - self.bounds[0] - self.bounds[1]
        return doubled < 0 if low_is_better else doubled > 0

    def scores(self, cells: dict[str, str]) -> bool:
        """Whether a row counts for the item. Only that is taken from the cells, never which answer they hold."""
        for column in self.columns:
            cell = cells.get(column, "").strip().lower()
            if not cell or cell in NOT_APPLICABLE or cell in self.silent:
                return False
        return True

    @cached_property
    def silent(self) -> frozenset[str]:
        """What stands in a cell and does not score."""
        return frozenset(text.lower() for option in self.options if option.points is None for text in option.texts)


@dataclass
class Dimension:
    name: str
    #: In every language in which a report may print it.
    names: set[str] = field(default_factory=set)
    terms: list[tuple[str, int]] = field(default_factory=list)
    shares: list[tuple[str, Fraction]] = field(default_factory=list)
    method: str = "mean"
    rescale: str | tuple[int, int] = "raw"
    most_missing: int | None = None
    low_is_better: bool = False
    #: From the highest: (least score, name); the last has no least score.
    bands: list[tuple[float | None, str]] = field(default_factory=list)

    @property
    def is_composite(self) -> bool:
        return bool(self.shares)


@dataclass(frozen=True)
class Scale:
    """How the weighted mean of the answers to some items becomes a score: offset + slope × mean."""

    terms: tuple[tuple[Item, int], ...]
    least: int
    slope: Fraction
    offset: Fraction
    ends: tuple[Fraction, Fraction]
    is_gap: bool = False


@dataclass
class Survey:
    year: int
    items: dict[str, Item]
    blocks: dict[str, list[str]]
    dimensions: dict[str, Dimension]
    unit_column: str | None
    #: Items that count anew from this year on, because their sense has changed.
    broken: set[str] = field(default_factory=set)

    def codes(self, dimension: Dimension) -> list[tuple[str, int]]:
        """Its items with their weights; a code of a block stands for its rows."""
        return [(code, weight) for term, weight in dimension.terms for code in self.blocks.get(term, [term])]

    def scale(self, dimension: Dimension, only: set[str] | None = None, rule: Dimension | None = None) -> Scale | None:
        """None where no item is left.

        - only: the items that all years share; rule: the latest year's, by which a comparable score goes.
        """
        rule = rule or dimension
        is_gap = rule.method == "gap"
        terms = [(self.items[code], weight) for code, weight in self.codes(dimension)
                 if code in self.items and (only is None or code in only)]
        terms = [(item, weight) for item, weight in terms if item.is_pair == is_gap]
        if not terms:
            return None
        ranges = [(item.bounds[0] - item.bounds[1], item.bounds[1] - item.bounds[0]) if is_gap else item.bounds
                  for item, _ in terms]
        weights = sum(weight for _, weight in terms)
        is_sum = rule.method == "sum"
        if is_sum:
            low = sum(ends[0] * weight for ends, (_, weight) in zip(ranges, terms))
            high = sum(ends[1] * weight for ends, (_, weight) in zip(ranges, terms))
        else:
            low, high = min(ends[0] for ends in ranges), max(ends[1] for ends in ranges)
        least = max(1, len(terms) - rule.most_missing) if rule.most_missing is not None else (len(terms) + 1) // 2
        if is_sum and len(set(ranges)) > 1:
            least = len(terms)
        slope, offset = _line(rule.rescale, low, high)
        ends = sorted([offset + slope * low, offset + slope * high])
        return Scale(tuple(terms), least, slope * weights if is_sum else slope, offset, (ends[0], ends[1]), is_gap)

    def leaves(self, dimension: Dimension, share: Fraction = Fraction(1)) -> list[tuple[Dimension, Fraction]]:
        """The dimensions of items that a composite is made of, with their part of it."""
        if not dimension.is_composite:
            return [(dimension, share)]
        total = sum(part for _, part in dimension.shares)
        found = [leaf for name, part in dimension.shares if name in self.dimensions
                 for leaf in self.leaves(self.dimensions[name], share * part / total)]
        merged: dict[str, tuple[Dimension, Fraction]] = {}
        for leaf, part in found:
            merged[leaf.name] = (leaf, merged.get(leaf.name, (leaf, Fraction(0)))[1] + part)
        return list(merged.values())


def _line(rescale: str | tuple[int, int], low: int, high: int) -> tuple[Fraction, Fraction]:
    if rescale == "raw" or high <= low:
        return Fraction(1), Fraction(0)
    if rescale == "pomp":
        return Fraction(100, high - low), Fraction(-100 * low, high - low)
    if rescale == "share":
        return (Fraction(100, high), Fraction(0)) if high > 0 else (Fraction(1), Fraction(0))
    least, most = rescale
    slope = Fraction(most - least, high - low)
    return slope, least - low * slope


# MARK: Reading

_KEYWORDS = {
    "版本": "version", "量表": "scale", "维度": "dimension", "取题": "items", "合成": "combine", "计法": "method",
    "换算": "rescale", "缺答": "missing", "方向": "direction", "停用": "retired",
}
_METHODS = {"平均": "mean", "合计": "sum", "要求-现有": "gap", "要求−现有": "gap", "required-current": "gap"}
_RESCALES = {"原始": "raw", "百分制": "pomp", "折百": "share", "share-of-max": "share"}
_TYPES = {
    "单选": "single", "下拉": "dropdown", "是否": "yesno", "量表题": "likert", "评分": "rate", "能力对": "pair",
    "数字": "number", "文本": "text", "填空": "text", "长文本": "text", "多选": "multi", "排序": "rank", "日期": "date",
    "月份": "date", "说明": "note", "longtext": "text", "month": "date",
}
_UNITS = {"处室", "部门", "单位", "units", "unit"}
_QUESTION = re.compile(r"^([^\W_]\w{0,23})\s*[.．]\s*(.*)$")
_LINE = re.compile(r"^-\s*(?:([\w-]+)\s*=\s*)?(.*)$")
_MARKS = re.compile(r"^(.*?)\s*\[([^\[\]]*)\]\s*$")
_POINTS = re.compile(r"^(-?\d+)\s*(?:分|pts)$")
_FOLDED = str.maketrans("：【】～，（）＝×％", ":[]~,()=×%")


@dataclass
class _Question:
    code: str
    text: str
    kind: str
    words: list[str]
    scale: str | None = None
    rows: list[tuple[str, str, set[str]]] = field(default_factory=list)
    options: list[tuple[str, str, set[str]]] = field(default_factory=list)


def read(path: Path) -> Survey:
    scales: dict[str, list[tuple[str, str, set[str]]]] = {}
    questions: list[_Question] = []
    dimensions: dict[str, Dimension] = {}
    year, place = 0, None
    for raw in path.read_text(encoding="utf-8-sig").splitlines():
        line = raw.strip().translate(_FOLDED)
        if not line or line.startswith(("//", "#")):
            continue
        if line.startswith("-"):
            _add_line(line, place, scales)
            continue
        key, _, value = (part.strip() for part in line.partition(":"))
        keyword = _KEYWORDS.get(key, key.lower())
        question = _QUESTION.match(line)
        if question:
            place = _question(question.group(1), question.group(2))
            questions.append(place)
        elif keyword == "version":
            year = int(re.search(r"\d{4}", value).group())
        elif keyword == "scale":
            place = _main(value)
            scales[place] = []
        elif keyword == "dimension":
            place = dimensions[_main(value)] = Dimension(_main(value), {part.strip() for part in value.split("|")})
        elif keyword == "en" and isinstance(place, Dimension) and not place.terms and not place.shares:
            place.names.add(value)
        elif isinstance(place, Dimension):
            _set(place, keyword, value)
    return _survey(year, scales, questions, dimensions)


def _main(text: str) -> str:
    """The text in the first language."""
    return text.split("|")[0].strip()


def _marked(text: str) -> tuple[str, set[str]]:
    found = _MARKS.match(text)
    return (found.group(1), set(found.group(2).split())) if found else (text, set())


def _question(code: str, rest: str) -> _Question:
    text, _ = _marked(rest)
    words = _MARKS.match(rest).group(2).split() if _MARKS.match(rest) else ["note"]
    return _Question(code, _main(text), _TYPES.get(words[0], words[0].lower()), words[1:])


def _add_line(line: str, place, scales: dict) -> None:
    code, rest = _LINE.match(line).groups()
    text, marks = _marked(rest)
    if isinstance(place, str):
        scales[place].append((code, text, marks))
    elif isinstance(place, _Question):
        (place.rows if place.kind in ("likert", "rate", "pair") else place.options).append((code, text, marks))
    elif isinstance(place, Dimension):
        limit, _, name = rest.partition("=") if code is None else (code, "", rest)
        number = re.search(r"-?\d+(?:\.\d+)?", limit)
        place.bands.append((float(number.group()) if number else None, _main(name or text).strip()))


def _set(dimension: Dimension, keyword: str, value: str) -> None:
    if keyword == "items":
        for part in re.split(r"[、,]", value):
            code, _, weight = part.replace("x", "×").partition("×") if "×" in part else (part, "", "")
            dimension.terms.append((code.strip(), int(weight) if weight.strip() else 1))
    elif keyword == "combine":
        for part in re.split(r"[、,]", value):
            found = re.match(r"^(.*?)\s*(\d+(?:\.\d+)?)\s*%?\s*$", part.strip())
            dimension.shares.append((found.group(1), Fraction(found.group(2))) if found else (part.strip(), Fraction(1)))
    elif keyword == "method":
        dimension.method = _METHODS.get(value, value)
    elif keyword == "rescale":
        ends = re.match(r"^(-?\d+)\s*~\s*(-?\d+)$", value)
        dimension.rescale = (int(ends.group(1)), int(ends.group(2))) if ends else _RESCALES.get(value, value)
    elif keyword == "missing":
        dimension.most_missing = int(re.search(r"\d+", value).group())
    elif keyword == "direction":
        dimension.low_is_better = value in ("低为好", "lower")


def _survey(year: int, scales: dict, questions: list[_Question], dimensions: dict[str, Dimension]) -> Survey:
    items: dict[str, Item] = {}
    blocks: dict[str, list[str]] = {}
    broken: set[str] = set()
    unit = None
    for question in questions:
        if question.kind == "dropdown" and _UNITS & set(question.words):
            unit = question.code
            continue
        rows = question.rows or [(question.code, question.text, set())]
        if question.rows:
            blocks[question.code] = [code for code, _, _ in question.rows]
        for code, text, marks in rows:
            marks = marks | set(question.words)
            if {"改述不可比", "reworded-not-comparable"} & marks:
                broken.add(code)
            item = _item(question, code, _main(text), marks, scales)
            if item is not None:
                items[code] = item
    return Survey(year, items, blocks, dimensions, unit, broken)


def _item(question: _Question, code: str, text: str, marks: set[str], scales: dict) -> Item | None:
    """None where the question has no answer that scores, such as a text."""
    if question.kind == "number":
        ends = next((re.match(r"^(-?\d+)~(-?\d+)$", word) for word in question.words if "~" in word), None)
        return Item(code, text, (code,), (), (int(ends.group(1)), int(ends.group(2))) if ends else (0, 1))
    if question.kind == "rate":
        ends = next(re.match(r"^(-?\d+)~(-?\d+)$", word) for word in question.words if "~" in word)
        lines = [(str(value), str(value), set()) for value in range(int(ends.group(1)), int(ends.group(2)) + 1)]
    elif question.kind in ("likert", "pair"):
        lines = scales[next(word for word in question.words if word in scales)]
    elif question.kind == "yesno":
        lines = [("1", "是", set()), ("0", "否", set())]
    elif question.kind in ("single", "dropdown"):
        lines = question.options
    else:
        return None
    options = []
    for number, (value, words, line) in enumerate(lines, start=1):
        declared = next((int(_POINTS.match(mark).group(1)) for mark in line if _POINTS.match(mark)), None)
        value = value or str(number)
        silent = {"不计分", "unscored"} & line or value.lower() in NOT_APPLICABLE
        numeric = int(value) if re.fullmatch(r"-?\d+", value) else number
        # The options of a choice score only where they declare points; otherwise each is a class of its own.
        points = None if silent else declared if declared is not None else numeric
        texts = tuple(part.strip() for part in words.split("|"))
        options.append(Option((value, *texts), points))
    points = [option.points for option in options if option.points is not None]
    if not points:
        return None
    low, high = min(points), max(points)
    if {"反向", "reverse"} & marks:
        options = [Option(option.texts, None if option.points is None else low + high - option.points)
                   for option in options]
    options.sort(key=lambda option: (option.points is None, option.points))
    is_pair = question.kind == "pair"
    columns = (f"{code}_cur", f"{code}_req") if is_pair else (code,)
    return Item(code, text, columns, tuple(options), (low, high), is_pair)
