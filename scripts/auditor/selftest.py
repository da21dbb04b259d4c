"""Plants leaks of every kind in small publications, and looks whether each is found and nothing else.

The publications are workbooks with the tables of a report, written here from invented answers by the rule of
`publication`'s pooled reading; each plant breaks the rule in one place. Beside them the algorithms are held against
brute force on random cases.
"""

from __future__ import annotations

import csv
import itertools
import json
import math
import random
import tempfile
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path

import numpy as np
import openpyxl
from scipy import stats

from . import audit, cut, publication, space, sums, survey, workbook
from .rounds import Round, read_roster

YEAR = 2026
K = 10
_SURVEY = """# 自查
版本：2026
语言：zh

量表：五级
- 1 = 差
- 2 = 较差
- 3 = 中
- 4 = 较好
- 5 = 好

CS. 处室 [下拉 处室]
A. 学风 [量表题 五级 选填]
- A1 = 甲问
- A2 = 乙问
- A3 = 丙问
B. 作风 [量表题 五级 选填]
- B1 = 甲问
- B2 = 乙问

维度：学风
取题：A
换算：百分制
- ≥ 100 = 全体满分
- ≥ 80 = 良好
- 其余 = 待改进

维度：作风
取题：B
换算：百分制

维度：总评
合成：学风 60%、作风 40%
"""
_DIMENSIONS = {"学风": ["A1", "A2", "A3"], "作风": ["B1", "B2"]}
_PARTS = {"学风": 0.6, "作风": 0.4}


@dataclass
class Person:
    unit: str
    answers: dict[str, int]


@dataclass
class Plan:
    """What one workbook shows, and how it is made."""

    people: list[Person]
    #: The groups that are shown: names of units.
    groups: list[tuple[str, ...]]
    #: Means of persons' scores instead of those of all answers.
    by_person: bool = False
    #: The composite of people with both parts, instead of printed means.
    composite_of_complete: bool = False
    hides_whole: bool = False
    shows_items: bool = True
    #: Dimensions that are shown of the whole only.
    whole_only: tuple[str, ...] = ()
    #: Groups whose mean is hidden beside bounds.
    companions: tuple[tuple[str, ...], ...] = ()
    shows_bands: bool = False
    #: Intervals of the groups by one spread: "own", that of the printed cells, or "hidden", that of all cells.
    spread: str = ""
    listwise: bool = False
    shares_of: tuple[str, ...] = ()
    #: Of a dimension the people, by number, whose answers wait.
    waiting: dict[str, range] = field(default_factory=dict)
    extra: Callable | None = None


class Press:
    """Writes the tables of a report."""

    def __init__(self, plan: Plan):
        self.plan = plan

    def write(self, path: Path) -> None:
        book = openpyxl.Workbook()
        book.remove(book.active)
        self._whole(book)
        if self.plan.groups:
            self._groups(book)
        if self.plan.shows_items:
            self._items(book)
        if self.plan.listwise:
            self._quality(book)
        if self.plan.extra:
            self.plan.extra(book)
        book.save(path)

    def mean(self, people: list[Person], dimension: str) -> tuple[float, int]:
        """On a scale of a hundred, and of how many people."""
        codes = _DIMENSIONS[dimension]
        here = [person for person in self._counted(people, dimension) if any(code in person.answers for code in codes)]
        if self.plan.by_person:
            here = [person for person in here if sum(code in person.answers for code in codes) * 2 >= len(codes)]
            scores = [_score(person, codes) for person in here]
            return 25 * (sum(scores) / len(scores) - 1), len(here)
        values = [person.answers[code] for person in here for code in codes if code in person.answers]
        return 25 * (sum(values) / len(values) - 1), len(here)

    def _counted(self, people: list[Person], dimension: str) -> list[Person]:
        waiting = [self.plan.people[number] for number in self.plan.waiting.get(dimension, ())]
        return [person for person in people if not any(person is other for other in waiting)]

    def composite(self, people: list[Person]) -> tuple[float, int]:
        if self.plan.composite_of_complete:
            people = [person for person in people if all(
                sum(code in person.answers for code in codes) * 2 >= len(codes) for codes in _DIMENSIONS.values())]
        means = {dimension: self.mean(people, dimension) for dimension in _DIMENSIONS}
        return sum(_PARTS[name] * mean for name, (mean, _) in means.items()), min(n for _, n in means.values())

    def _row(self, people: list[Person], name: str) -> tuple[float, int]:
        return self.composite(people) if name == "总评" else self.mean(people, name)

    def _shown(self, mean: float):
        return "≥95.0" if mean >= 95 else mean

    def _whole(self, book) -> None:
        sheet = book.create_sheet("数据_维度")
        for row in (["数据_维度　规整数据表"], [None], [None],
                    ["年份", "领域", "维度", "方向", "有效人数", "得分", "区间下限", "区间上限", "标准差", "口径版本"]):
            sheet.append(row)
        for name in [*_DIMENSIONS, "总评"]:
            mean, n = self._row(self.plan.people, name)
            spread = self._deviation(name) if self.plan.spread and name != "总评" else "[隐]"
            ends = ["[隐]", "[隐]"]
            if self.plan.hides_whole:
                mean, spread = "[隐]", "[隐]"
            elif spread != "[隐]" and isinstance(self._shown(mean), float):
                half = stats.t.ppf(0.975, n - 1) * spread * math.sqrt(1 / n)
                ends = [mean - half, mean + half]
            sheet.append([YEAR, "自查", name, "高为好", n, self._shown(mean) if mean != "[隐]" else mean, *ends, spread,
                          "2026"])
        if self.plan.shows_bands:
            table = book.create_sheet("维度得分")
            for row in (["表1　各维度得分（2026年）"], [None], [None],
                        ["领域", "维度", "有效人数", "得分", "区间下限", "区间上限", "等次"]):
                table.append(row)
            mean, n = self.mean(self.plan.people, "学风")
            table.append(["自查", "学风", n, self._shown(mean), "[界]", "[界]", "全体满分" if mean >= 100 else "良好"])

    def _deviation(self, name: str) -> float:
        """Of the whole, as the pair sums make it: about the printed mean, over people with an answer."""
        codes = _DIMENSIONS[name]
        scores = [25 * (_score(person, codes) - 1) for person in self.plan.people
                  if any(code in person.answers for code in codes)]
        mean, n = self.mean(self.plan.people, name)
        return math.sqrt(sum((score - mean) ** 2 for score in scores) / (n - 1))

    def _groups(self, book) -> None:
        sheet = book.create_sheet("数据_处室")
        for row in (["数据_处室　规整数据表"], ["＋".join(group) for group in self.plan.groups if len(group) > 1], [None],
                    ["年份", "处室", "领域", "维度", "方向", "有效人数", "得分", "区间下限", "区间上限", "标准差", "口径版本"]):
            sheet.append(row)
        for name in [*_DIMENSIONS, "总评"]:
            if name in self.plan.whole_only:
                continue
            spread = self._common(name) if self.plan.spread and name != "总评" else None
            for group in self.plan.groups:
                members = [person for person in self.plan.people if person.unit in group]
                mean, n = self._row(members, name)
                shown = "[界]" if group in self.plan.companions else self._shown(mean)
                ends = ["[界]", "[界]"]
                if spread is not None and isinstance(shown, float):
                    half = stats.t.ppf(0.975, n - 1) * spread * math.sqrt(1 / n)
                    ends = [mean - half, mean + half]
                label = "、".join(group) + ("（合并）" if len(group) > 1 else "")
                sheet.append([YEAR, label, "自查", name, "高为好", n, shown, *ends, "[隐]", "2026"])

    def _common(self, name: str) -> float:
        """The spread within units; `hidden`: of all cells, those that are hidden too."""
        deviation = self._deviation(name)
        whole, n = self.mean(self.plan.people, name)
        cells = []
        rest = []
        for group in self.plan.groups:
            members = [person for person in self.plan.people if person.unit in group]
            if group in self.plan.companions and self.plan.spread != "hidden":
                rest += members
            else:
                cells.append(self.mean(members, name))
        cells += [self.mean(rest, name)] if rest else []
        within = deviation**2 * (n - 1) - sum(size * (own - whole) ** 2 for own, size in cells)
        return math.sqrt(within / (n - len(cells)))

    def _items(self, book) -> None:
        sheet = book.create_sheet("数据_题项")
        for row in (["数据_题项　规整数据表"], [None], [None],
                    ["年份", "题号", "题项", "领域", "维度", "计分方向", "有效人数", "均分", "标准差", "有利回答", "不适用",
                     "漏答", "口径版本"]):
            sheet.append(row)
        for name, codes in _DIMENSIONS.items():
            for code in codes:
                values = [person.answers[code] for person in self._counted(self.plan.people, name)
                          if code in person.answers]
                sheet.append([YEAR, code, "问", "自查", name, "正向", len(values), sum(values) / len(values), float(np.std(values, ddof=1)),
                              sum(value > 3 for value in values) / len(values), "[不适用]", "≤2%", "2026"])
        for group in self.plan.groups if self.plan.shares_of else []:
            page = book.create_sheet("处室_" + "".join(group))
            page.append(["处室反馈：" + "、".join(group) + ("（合并）" if len(group) > 1 else "")])
            page.append([None])
            page.append(["本处室有利回答比例最高的题"])
            for code in self.plan.shares_of:
                values = [p.answers[code] for p in self.plan.people if p.unit in group and code in p.answers]
                page.append([code, "问", sum(value > 3 for value in values) / len(values)])

    def _quality(self, book) -> None:
        sheet = book.create_sheet("数据质量")
        sheet.append(["检查项目", "结果", "标准", "结论", "说明与处理"])
        codes = _DIMENSIONS["学风"]
        complete = [person for person in self.plan.people if all(code in person.answers for code in codes)]
        sheet.append(["信度：学风", "α=0.71（0.64—0.78）", "≥0.70", "合格", f"3题，答全{len(complete)}份；列表删除"])


def _score(person: Person, codes: list[str]) -> float:
    own = [person.answers[code] for code in codes if code in person.answers]
    return sum(own) / len(own)


def _people(seed: int, sizes: dict[str, int], missing: float = 0.0, high: tuple[str, ...] = ()) -> list[Person]:
    chance = random.Random(seed)
    people = []
    for unit, size in sizes.items():
        for _ in range(size):
            answers = {code: 5 if unit in high else chance.randint(1, 5)
                       for codes in _DIMENSIONS.values() for code in codes if chance.random() >= missing}
            people.append(Person(unit, answers))
    return people


def _without(people: list[Person], *left_out: tuple[int, str]) -> list[Person]:
    """The same, some of whom left something out."""
    for index, code in left_out:
        people[index].answers.pop(code, None)
    return people


@dataclass
class Case:
    name: str
    #: The workbooks in their order, each with how many of the people were there.
    plans: list[Plan]
    #: What must be found; nothing where it is safe.
    kind: str | None
    most: int = 0


def cases() -> list[Case]:
    sizes = {"甲": 14, "乙": 13, "丙": 15}
    each = [("甲",), ("乙",), ("丙",)]
    few = _without(_people(1, sizes), (0, "A1"), (20, "A2"), (33, "B1"))
    hidden = {"甲": 14, "乙": 13, "丙": 15, "丁": 16}
    late = _people(5, {"甲": 12, "乙": 12}) + _people(6, {"乙": 1})
    parted = _people(7, {"甲": 5, "乙": 15, "丙": 12, "丁": 12})
    batch = _people(13, {"甲": 15, "乙": 15}) + _without(
        _people(14, {"甲": 10}), *((index, code) for index in range(9) for code in ("B1", "B2")))
    top = _people(8, {"甲": 12, "乙": 11, "丙": 30}, high=("甲", "乙"))
    two = {"甲": 14, "乙": 14}
    return [
        Case("safe", [Plan(few, each)], None),
        Case("safe, twice the same", [Plan(few, each), Plan(few, each)], None),
        Case("safe, pair sums and one spread", [Plan(_people(2, hidden), [*each, ("丁",)], spread="own",
                                                     companions=(("丙",), ("丁",)))], None),
        Case("safe, a bound with room", [Plan(top, each, companions=(("丙",),), shows_items=False)], None),
        Case("safe, one late answer waits", [Plan(late[:24], each[:2]), Plan(
            late, each[:2], waiting={"学风": range(24, 25), "作风": range(24, 25)})], None),
        Case("safe, a batch counts where ten of it answered", [Plan(batch[:30], each[:2]), Plan(
            batch, each[:2], waiting={"作风": range(30, 40)})], None),
        Case("a batch counts where one of it answered", [Plan(batch[:30], each[:2]), Plan(batch, each[:2])],
             "isolates", 1),
        Case("k − 1: a group of nine", [Plan(_people(3, {"甲": 9, "乙": 13}), each[:2], hides_whole=True,
                                            shows_items=False)], "isolates", 9),
        Case("residual skipped: the whole less the groups", [Plan(_people(4, {"甲": 14, "乙": 13, "丙": 5}), each[:2])],
             "isolates", 5),
        Case("old reports skipped: other groups", [Plan(parted, [("甲", "乙"), ("丙",), ("丁",)]),
                                                  Plan(parted, [("乙",), ("甲", "丙"), ("丁",)])], "isolates", 5),
        Case("cohorts ignored: one late answer", [Plan(late[:24], each[:2]), Plan(late, each[:2])], "isolates", 1),
        Case("composite of complete people",
             [Plan(_without(_people(9, two), (0, "B1"), (0, "B2")), each[:2], by_person=True, composite_of_complete=True,
                   shows_items=False)], "isolates", 1),
        Case("scores of persons beside items", [Plan(few, each, by_person=True)], "isolates", 2),
        Case("items not all or none", [Plan(_without(_people(10, two), *((i, "A1") for i in range(6))), each[:2],
                                            shares_of=("A1", "A2"))], "isolates", 9),
        Case("companion of a bound skipped", [Plan(top, each, shows_items=False)], "narrowed mean"),
        Case("a band that a bound hides",
             [Plan(_people(11, two, high=("甲", "乙")), [], shows_bands=True, shows_items=False)], "narrowed mean"),
        Case("between taken over hidden cells", [Plan(_people(2, hidden), [*each, ("丁",)], spread="hidden",
                                                      companions=(("丙",), ("丁",)))], "contradicts"),
        Case("listwise alpha beside pair sums",
             [Plan(_without(_people(12, {"甲": 14, "乙": 13}), (0, "A1"), (1, "A1")), each[:2], spread="own", listwise=True)],
             "isolates", 2),
        Case("a number of another group", [Plan(few, each, extra=_wrong)], "contradicts"),
        Case("a column that nobody knows", [Plan(few, each, extra=_median)], "unread"),
        Case("a column of counts that nobody knows", [Plan(few, each, extra=_counts)], "unread"),
        Case("a sheet that nobody knows", [Plan(few, each, extra=_sheet)], "unread"),
        Case("a sentence with a number that no table has", [Plan(few, each, extra=_sentence)], "unread"),
    ]


def _wrong(book) -> None:
    cell = book["数据_处室"]["G5"]
    cell.value += 0.5


def _median(book) -> None:
    sheet = book["数据_处室"]
    sheet["L4"] = "中位数"
    sheet["L5"] = 61.123456


def _counts(book) -> None:
    sheet = book["数据_题项"]
    sheet["N4"] = "满分人数"
    sheet["N5"] = 7


def _sheet(book) -> None:
    book.create_sheet("新表").append(["最高分", 97])


def _sentence(book) -> None:
    book.create_sheet("要点").append(["最低的一个人只有3.217分"])


def _audit(case: Case, folder: Path) -> audit.Audit:
    (folder / "s.zicha").write_text(_SURVEY, encoding="utf-8")
    people = case.plans[-1].people
    units = sorted({person.unit for person in people})
    with open(folder / "roster.csv", "w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([["处室", "人数"]] + [[unit, 40] for unit in units])
    codes = [code for of in _DIMENSIONS.values() for code in of]
    with open(folder / "a.csv", "w", encoding="utf-8", newline="") as file:
        # What the cells hold is not read, so it may be anything.
        csv.writer(file).writerows([["CS", *codes]] + [
            [person.unit, *("x" if code in person.answers else "" for code in codes)] for person in people])
    round_ = Round(YEAR, survey.read(folder / "s.zicha"), read_roster(folder / "roster.csv"))
    round_.add(folder / "a.csv")
    reports = []
    for number, plan in enumerate(case.plans, start=1):
        path = folder / f"r{number}.xlsx"
        Press(plan).write(path)
        reports.append((workbook.read(path, [YEAR]), {YEAR: len(plan.people)}))
    return audit.audit(reports, {YEAR: round_}, K)


def run() -> list[str]:
    """What went wrong, in sentences; nothing where all is well."""
    wrong = _publications() + _searches() + _documents() + _cuts()
    return wrong


def _publications() -> list[str]:
    wrong = []
    for case in cases():
        with tempfile.TemporaryDirectory() as folder:
            found = _audit(case, Path(folder))
        kinds = {finding.kind for finding in found.findings}
        if case.kind is None and found.findings:
            wrong.append(f"{case.name}: {found.findings[0].english}")
        elif case.kind is not None and case.kind not in kinds:
            wrong.append(f"{case.name}: not found, but {sorted(kinds) or 'nothing'}")
        elif case.most:
            least = min(finding.people for finding in found.of("isolates"))
            if least > case.most:
                wrong.append(f"{case.name}: {least} people instead of at most {case.most}")
    return wrong


def _searches() -> list[str]:
    """The search against every set of people, on random sums of few; and grouping by three partitions."""
    wrong = []
    found = 0
    for seed in range(60):
        given = sums.of(_random_sums(random.Random(seed)))
        exact = space.search(given.statements, given.people, given.k, is_exhaustive=True, explains=False)
        quick = space.search(given.statements, given.people, given.k, explains=False)
        least = [min((leak.people for leak in one.leaks), default=None) for one in (exact, quick)]
        found += least[0] is not None
        if least[0] != least[1]:
            wrong.append(f"random sums {seed}: {least[1]} people found instead of {least[0]}")
    if not 10 <= found <= 55:
        wrong.append(f"random sums: {found} of 60 leak, so the test shows little")
    return wrong


def _random_sums(chance: random.Random) -> dict:
    """A few groups of a dozen people, some of whom left an item out."""
    people = chance.randint(8, 14)
    items = {"a": [1, 2, 3], "b": [1, 2, 3]}
    has = {code: [p for p in range(people) if chance.random() < 0.85] for code in items}
    unit, grade = ([chance.randint(0, 2) for _ in range(people)] for _ in range(2))
    listed = []
    for classes in (unit, grade)[:chance.randint(1, 2)]:
        for value in set(classes):
            inside = [p for p in range(people) if classes[p] == value]
            terms = [{"item": code, "people": [p for p in inside if p in has[code]]} for code in items]
            listed.append({"name": "group", "terms": terms})
    for code in items:
        listed.append({"name": "whole", "terms": [{"item": code, "people": has[code], "function": [0, 1, 0]}]})
    return {"k": 3, "people": people, "items": items, "sums": listed}


def _documents() -> list[str]:
    """A file of two rounds: a pair sum beside the counts of its items, and the same told again about another mean."""
    items = {"a": [1, 2, 3], "b": [1, 2, 3]}
    everybody, both = list(range(8)), list(range(7))
    counts = [{"name": code, "terms": [{"item": code, "people": people, "function": function}]}
              for code, people in (("a", everybody), ("b", both)) for function in ([0, 1, 0], [0, 0, 1])]

    def pair(mean: str) -> dict:
        return {"name": f"about {mean}", "products": [{"items": ["a", "b"], "people": both}], "terms": [
            {"item": "a", "people": both, "function": [str(-points * Fraction(mean)) for points in items["a"]]},
            {"item": "b", "people": both, "function": ["-2", "-4", "-6"]}]}

    rounds = [{"name": name, "k": 3, "people": 8, "items": items, "sums": counts + pairs}
              for name, pairs in (("safe", [pair("7/3")]), ("leaking", [pair("7/3"), pair("2")]))]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "rounds.json"
        path.write_text("\n".join(map(json.dumps, rounds)), encoding="utf-8")
        given = [sums.of(json.loads(text)) for _, text in sums.documents(path)]
    least = [min((leak.people for leak in space.search(one.statements, one.people, one.k, is_exhaustive=True).leaks),
                 default=None) for one in given]
    return [] if least == [None, 1] else [f"a file of two rounds: {least} instead of nobody and 1 person"]


def _cuts() -> list[str]:
    """Stoer and Wagner against every division of few nodes."""
    wrong = []
    for seed in range(100):
        chance = random.Random(seed)
        nodes = list(range(chance.randint(2, 6)))
        edges = {pair: chance.randint(1, 9) for pair in itertools.combinations(nodes, 2) if chance.random() < 0.8}
        pieces = cut._pieces(_weights(edges)) if edges else []
        if len(pieces) != 1:
            continue
        inside = pieces[0]
        best = min(sum(weight for (one, other), weight in edges.items() if (one in side) != (other in side))
                   for size in range(1, len(inside)) for side in map(set, itertools.combinations(inside, size)))
        if cut.minimum(edges) != best:
            wrong.append(f"cut {seed}: {cut.minimum(edges)} instead of {best}")
    return wrong


def _weights(edges: dict) -> dict:
    weights: dict = {}
    for (one, other), weight in edges.items():
        weights.setdefault(one, {})[other] = weight
        weights.setdefault(other, {})[one] = weight
    return weights
