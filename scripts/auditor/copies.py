"""Numbers outside the tables: charts and sentences may only repeat what a table has."""

from __future__ import annotations

from .figures import Figure, Number, Place, Workbook, number

#: Limits that the program states.
_CONSTANTS = [0.05, 0.1, 0.6, 0.7, 0.75, 0.8, 0.95, 1.0]
#: Of what differences are printed.
_DIFFER = {"mean": "score", "comparable": "score", "required": "level", "current": "level", "favourable": "share"}


class Copies:
    """Collects what a table has and what stands elsewhere, and names what is no copy."""

    def __init__(self, workbook: Workbook):
        self.workbook = workbook
        #: Of tables: ends of figures, and rates that follow from who answered.
        self.values: list[float] = []
        #: Numbers that stand in cells of their own, such as charts are drawn by, and such as stand in sentences.
        self.loose: list[tuple[Place, float]] = []
        self.drawn: list[tuple[Place, float]] = []
        self.spoken: list[tuple[Place, str]] = []

    def check(self) -> None:
        """Loose numbers must be figures, halves of figures (the middle of a diverging bar), or what is left of 1."""
        figures = self.workbook.figures
        known = set()
        for value in self.values:
            known |= {round(value, 9), round(value / 2, 9)}
        changes = self._differences()
        averages = {round(value, 9) for value in self._averages()}
        for place, value in self.loose + self.drawn:
            size = round(abs(value), 9)
            is_copy = size in known or round(value, 9) in changes or size in averages
            if is_copy or (place, value) in self.drawn and (_is_axis(value) or self._is_remainder(abs(value), figures)):
                self.workbook.cells += 1
            else:
                self.workbook.unread.append((place, "a number that no table has"))
        derived = self.values + sorted(changes) + self._averages() + _CONSTANTS
        for place, spoken in self.spoken:
            found = number(spoken.replace("−", "-").replace("+", ""))
            if found is None or not _is_rounding(found, derived):
                self.workbook.unread.append((place, "a number in words that no table has"))
            else:
                self.workbook.cells += 1

    def _differences(self) -> set[float]:
        """Between two printed numbers of one kind and subject: changes, gaps, a unit beside the whole."""
        groups: dict[tuple[str, str], set[float]] = {}
        for figure in self.workbook.figures:
            kind = _DIFFER.get(figure.quantity)
            if kind is not None and figure.number.is_exact:
                groups.setdefault((figure.subject, kind), set()).add(figure.number.value)
        found: set[float] = set()
        for (_, kind), values in groups.items():
            times = 100 if kind == "share" else 1
            found |= {round((one - other) * times, 9) for one in values for other in values}
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


def _is_axis(value: float) -> bool:
    """Where a label of a chart stands: multiples of a quarter or a tenth."""
    return abs(value * 20 - round(value * 20)) < 1e-9


def _is_rounding(found: Number, values: list[float]) -> bool:
    half = (found.high - found.low) / 2 + 1e-9
    return any(abs(abs(value) - abs(found.value)) <= half for value in values)
