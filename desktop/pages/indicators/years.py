"""The years of one indicator as a table: targets, results, how far they were reached, and why not."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from desktop.kit.grade_choices import grade_choices
from desktop.kit.value_table import Entering, Remark, RowsColumn
from plan.achievement import achievement, reason_missing, suggested
from plan.changes import Value
from plan.documents.reports import Indicator, IndicatorYear
from plan.era import FiscalYear
from plan.scales import Scale
from work.language import _
from work.wording import year_label

FIELDS = {
    "target": ("indicator_target", "value"),
    "label": ("indicator_target", "label"),
    "result": ("indicator_result", "value"),
    "grade": ("indicator_result", "grade"),
    "source": ("indicator_result", "source"),
    "reason": ("indicator_result", "reason"),
}
"""Where each column of the table is stored."""


@dataclass(frozen=True, slots=True)
class YearsTable:
    """What the table shows."""

    years: tuple[FiscalYear, ...]
    rows: list[Mapping[str, Value]]
    remarks: dict[tuple[int, str], Remark]
    names: list[str]


def columns(scale: Scale) -> list[RowsColumn]:
    """The table's columns; the grades are those of the plan's scale."""
    return [
        RowsColumn("target", _("目標値"), width=92, right=True),
        RowsColumn(
            "label", _("目標の名称"), width=96,
            help=_("「前期目標値」など、計画書で目標値に付ける名称です。"),
        ),
        RowsColumn("result", _("結果の数値"), width=92, right=True),
        RowsColumn(
            "rate", _("達成率"), Entering.NOTHING, 76, right=True,
            help=_("結果 ÷ 目標です。小さいほどよい指標では、目標 ÷ 結果です。"),
        ),
        RowsColumn("grade", _("達成状況"), Entering.CHOICE, 116, tuple(grade_choices(scale))),
        RowsColumn(
            "suggested", _("候補"), Entering.NOTHING, 52,
            help=_("達成率から求めた評価の候補です。採用するまでは記録されません。"),
        ),
        RowsColumn("source", _("計測方法・出典"), width=124),
        RowsColumn("reason", _("達成できなかった理由")),
    ]  # fmt: skip


def years_table(indicator: Indicator, direction: str, plan_years: Sequence[FiscalYear], scale: Scale) -> YearsTable:
    """The rows of an indicator: every year of the plan, and others that say something."""
    years = tuple(sorted({*plan_years, *indicator.years}))
    rows: list[Mapping[str, Value]] = []
    remarks: dict[tuple[int, str], Remark] = {}
    for place, year in enumerate(years):
        told = indicator.of(year)
        rate = achievement(told.target, told.result, direction)
        proposal = suggested(scale, rate)
        rows.append({
            **{name: getattr(told, name) or None for name in FIELDS},
            "rate": f"{rate} %" if rate is not None else None,
            "suggested": proposal if proposal != told.grade else None,
        })  # fmt: skip
        remarks |= _remarks(place, told, proposal, scale)
    return YearsTable(years, rows, remarks, [year_label(year) for year in years])


def _remarks(place: int, told: IndicatorYear, proposal: str, scale: Scale) -> dict[tuple[int, str], Remark]:
    found: dict[tuple[int, str], Remark] = {}
    if reason_missing(scale, told.grade, told.reason):
        text = _("{grade} には理由が必要です").format(grade=told.grade)
        found[place, "reason"] = Remark(text)
    if proposal and told.grade and proposal != told.grade:
        text = _("達成率からは {grade} が候補です。").format(grade=proposal)
        found[place, "grade"] = Remark(text, warns=False)
    return found
