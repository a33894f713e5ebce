"""Column widths, hidden years and zoom: what a person has arranged, and how it is remembered."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from plan.era import FiscalYear
from plan.fields import CONTENT, DEPARTMENT, LEAD, NUMBER, PROJECT
from plan.table import Column

FROZEN = (NUMBER, PROJECT, LEAD, DEPARTMENT, CONTENT)
"""The fields that stay in sight while the years are scrolled."""
PIXELS_PER_MM = 5.6
"""A column's width on the screen at 100 %, for its width on paper."""
NARROWEST, WIDEST = 24, 1200
ZOOM_STEPS = (0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0)


def column_key(column: Column) -> str:
    """A column's name in the settings: assignment.number, year_entry.target.2019."""
    name = f"{column.field.table}.{column.field.name}"
    return name if column.year is None else f"{name}.{int(column.year)}"


def frozen_count(columns: tuple[Column, ...]) -> int:
    """How many of the first columns are frozen."""
    count = 0
    while count < len(columns) and columns[count].field in FROZEN:
        count += 1
    return count


def natural_width(column: Column) -> float:
    """The width in pixels at 100 % that nobody has changed; a heading of a few characters stands on one line."""
    return max(column.field.width * PIXELS_PER_MM, len(column.field.label[:4]) * 14 + 18)


@dataclass(slots=True)
class Layout:
    """Widths in pixels at 100 % by column key, hidden years, and the zoom (1.0 = 100 %)."""

    widths: dict[str, float] = field(default_factory=dict)
    hidden_years: set[FiscalYear] = field(default_factory=set)
    zoom: float = 1.0

    def width(self, column: Column) -> int:
        """The column's width in pixels at the present zoom."""
        width = self.widths.get(column_key(column), natural_width(column))
        return round(_within(width * self.zoom, NARROWEST, WIDEST))

    def keep_width(self, column: Column, pixels: int) -> None:
        """Remember a width that somebody dragged at the present zoom."""
        self.widths[column_key(column)] = round(pixels / self.zoom, 1)

    def stepped(self, direction: int) -> float:
        """The next larger (1) or smaller (-1) zoom."""
        steps = [z for z in ZOOM_STEPS if (z > self.zoom + 0.001 if direction > 0 else z < self.zoom - 0.001)]
        if not steps:
            return self.zoom
        return steps[0] if direction > 0 else steps[-1]

    def saved(self) -> dict[str, object]:
        """What the settings keep: plain texts and numbers only."""
        years = sorted(int(year) for year in self.hidden_years)
        return {"widths": dict(self.widths), "hidden_years": years, "zoom": self.zoom}

    def restore(self, saved: Mapping[str, object]) -> None:
        """Take over what `saved` gave; what is missing or spoilt is passed over."""
        widths, years, zoom = saved.get("widths"), saved.get("hidden_years"), saved.get("zoom")
        if isinstance(widths, Mapping):
            self.widths = {str(key): float(w) for key, w in widths.items() if _is_number(w)}
        if isinstance(years, Iterable) and not isinstance(years, str):
            self.hidden_years = {FiscalYear(int(year)) for year in years if _is_number(year)}
        if isinstance(zoom, int | float) and _is_number(zoom):
            self.zoom = _within(float(zoom), ZOOM_STEPS[0], ZOOM_STEPS[-1])


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _within(value: float, least: float, most: float) -> float:
    return min(max(value, least), most)
