"""`ayumi tally`: how many measures bear each status and how many rows each grade, by field, department and year."""

import argparse
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from console import telling
from console.files import plan_of
from console.status import DONE
from db.read.grades import grade_rows, results_report, status_rows
from db.read.reports import scale
from plan.documents.tally import Counting, Graded, Tally, by_department, by_field, by_year
from plan.documents.tally import tally as count
from plan.era import FiscalYear
from plan.scales import Scale


@dataclass(frozen=True, slots=True)
class _Counted:
    """Some lines, counted in every way; `every_year` are those of the other years too."""

    lines: Sequence[Graded]
    every_year: Sequence[Graded]
    scale: Scale
    counting: Counting = Counting.AS_PRINTED

    @property
    def whole(self) -> Tally:
        return count(self.lines, self.scale, self.counting)

    @property
    def parts(self) -> dict[str, dict[str, Tally]]:
        years = by_year(self.every_year, self.scale, self.counting)
        return {
            "by_field": by_field(self.lines, self.scale, self.counting),
            "by_department": by_department(self.lines, self.scale, self.counting),
            "by_year": {str(int(year)): found for year, found in years.items()},
        }


def tally(arguments: argparse.Namespace) -> int:
    """Count the statuses of one year, and the grades of the progress table."""
    year = FiscalYear.parse(arguments.year) if arguments.year else None
    with plan_of(arguments.file, read_only=True) as plan_file, plan_file.store.reading() as connection:
        report = results_report(connection, year)
        rows, grades = status_rows(connection), grade_rows(connection)
        achievement = scale(connection, "achievement")
    graded = [line for line in grades if year is None or line.year == year]
    counting = Counting(arguments.relisted) if arguments.relisted else report.counting
    statuses = _Counted(report.graded, rows, report.scale, counting)
    if arguments.json:
        told = {"year": int(report.year), "statuses": statuses.whole.counts, "total": statuses.whole.total}
        content = told | _plain(statuses.parts) | {"grades": _content(_Counted(graded, grades, achievement))}
        telling.document(content)
        return DONE
    if not (statuses.every_year or graded):
        telling.tell("実施状況も達成状況も、まだ記入されていません。")
    _tell(f"実施状況（{report.year.label}）", statuses)
    _tell("達成状況", _Counted(graded, grades, achievement))
    return DONE


def _content(counted: _Counted) -> dict[str, object]:
    return {"counts": counted.whole.counts, "total": counted.whole.total, **_plain(counted.parts)}


def _plain(parts: Mapping[str, Mapping[str, Tally]]) -> dict[str, object]:
    return {name: {key: found.counts for key, found in part.items()} for name, part in parts.items()}


def _tell(name: str, counted: _Counted) -> None:
    if not counted.every_year and not counted.lines:
        return
    telling.tell("{name}  {counts}", name=name, counts=_line(counted.whole))
    labels = {"by_field": "分野別", "by_department": "担当課別", "by_year": "年度別"}
    for part, found in counted.parts.items():
        for key, told in found.items():
            shown = FiscalYear(int(key)).label if part == "by_year" else key
            telling.tell("  {part}  {key}  {counts}", part=labels[part], key=shown, counts=_line(told))


def _line(told: Tally) -> str:
    counts = "、".join(f"{symbol} {number}" for symbol, number in told.counts.items())
    return f"計 {told.total}（{counts}）"
