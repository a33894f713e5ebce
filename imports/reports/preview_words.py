"""The words of a preview: which value of which record it is, and how it reads."""

from collections.abc import Mapping
from dataclasses import dataclass

from imports.reports.records import Part, SourceRecord
from plan.changes import Value
from plan.era import FiscalYear
from plan.fields import FIELDS, Field, Kind

_FIELDS = {(f.table, f.name): f for f in FIELDS}
_STAGES = {"interim": "中間評価", "final": "事後評価"}
_GRADERS = {"own": "主管課評価", "committee": "審査会評価"}
_SCHEDULES = {"planned": "計画", "actual": "実績"}


@dataclass(frozen=True, slots=True)
class Heading:
    """What is over the values of the preview: a field, of which year or part."""

    field: Field
    year: FiscalYear | None = None
    part: str = ""  # 中間評価 主管課評価, 計画; "" where the field says enough

    @property
    def label(self) -> str:
        """As it is printed: 平成22年度 実施状況."""
        return " ".join(filter(None, (self.year.label if self.year else "", self.part, self.field.label)))


@dataclass(frozen=True, slots=True)
class TextChange:
    """One value of the preview: how it reads now (None: not entered), and how it will; both are often the same."""

    heading: Heading
    before: str | None
    after: str | None

    @property
    def label(self) -> str:
        """What is over it."""
        return self.heading.label


def field_of(table: str, name: str) -> Field:
    """The field of a record; one that the table of fields does not name is called as in the plan file."""
    return _FIELDS.get((table, name)) or Field(table, name, name, name, Kind.LINE)


def told_of(
    record: SourceRecord, key: Mapping[str, object], name: str, texts: tuple[str | None, str | None]
) -> TextChange:
    """The change of one value of a record, as the preview tells it; `key` is the record's own, resolved."""
    year = key.get("fiscal_year")
    part = ""
    if record.table == "sheet_grade":
        part = f"{_STAGES[str(key['stage'])]} {_GRADERS[str(key['grader'])]}"
    elif record.table == "schedule_line":
        part = _SCHEDULES[str(key["kind"])]
    shown_year = FiscalYear(year) if isinstance(year, int) and record.table != "evaluation_sheet" else None
    heading = Heading(field_of(record.table, name), shown_year, part)
    return TextChange(heading, *(_year_in_words(heading.field, text) for text in texts))


def _year_in_words(wanted: Field, text: str | None) -> str | None:
    return FiscalYear(text).label if wanted.kind is Kind.YEAR and text and text.isdecimal() else text


def shown(part: Part | Value) -> str | None:
    """A value as the preview shows it; a record by its name, a line of a schedule by its months."""
    if not isinstance(part, SourceRecord):
        return None if part is None else str(part)
    if part.table == "schedule_line":
        first, last = part.key["from_month"], part.key["to_month"]
        assert isinstance(first, int)
        assert isinstance(last, int)
        months = _month(first) if first == last else f"{_month(first)}～{_month(last)}"
        return f"{months} {'○' if part.key['point'] else ''}{part.key['label'] or ''}".strip()
    return "".join(str(part.key.get(name) or "") for name in ("code", "name"))


def _month(count: int) -> str:
    return f"{(count - 1) % 12 + 1}月"
