"""The tables of a report, known by the heads of their columns: what a row is about, and what a cell of it is."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .figures import WHOLE

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


@dataclass
class Table:
    """A table that is being read."""

    kind: str
    columns: dict[int, str]
    unit: str | None = None

    @staticmethod
    def of(row, unit: str | None) -> Table | None:
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
        return Table(kind, roles, unit) if kind else None

    def takes(self, row) -> bool:
        return row[0].value is not None

    def named(self, values: dict, now: int, before: int) -> dict | None:
        """What a row is about: its year, group, subject and number of people; None where it is no row of the table."""
        n = values.get("n")
        about = {"year": now, "before": before, "group": WHOLE, "n": n if isinstance(n, int) else None}
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
            # The total of a checklist has the name of its dimension.
            subject = values.get("words") if values.get(key) == "—" else values.get(key)
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
            return (int(found.group(1)), WHOLE, subject, "comparable", None) if found else None
        if kind in ("dimensions", "dimensions by year", "units by year", "items by year", "checklist"):
            if role in ("mean", "lower", "upper", "sd", "band", "favourable", "comparable"):
                return (year, group, subject, role, None if role == "comparable" else n)
            if role.startswith("?") and re.search(r"可比$|common$|comparable$", role):
                return (about["before"], group, subject, "comparable", None)
            if kind == "checklist" and role.startswith("?"):
                return (year, group, subject, "line:" + role[1:], n)
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
