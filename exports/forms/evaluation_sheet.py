"""The evaluation sheet of one project and year (個別事業評価表): initial plan, interim and final evaluation."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from exports.document import (
    Align,
    Bar,
    Box,
    Document,
    Form,
    Part,
    Schedule,
    upright,
)
from plan.documents.budget import Budget, with_unit
from plan.documents.reports import FIRST_MONTH, MONTHS, EvaluationSheet, EvaluationSheets, Grades
from plan.era import FiscalYear
from plan.scales import Scale

_COLUMNS = (7.0, 25.0, *([158 / 12] * 12))  # mm: a part's name, a label, the months
_PAGE = upright("A4")
_LABEL, _FIRST, _MIDDLE, _WIDE = 1, 2, 8, 13
_THOUSAND_YEN = "千円"


def compose(sheets: EvaluationSheets, *, proof: bool = False) -> Document:
    """Every sheet on a page of its own; what nobody has drawn yet stands on a proof only."""
    years = sorted({sheet.year for sheet in sheets.sheets})
    labels = "・".join(year.label for year in years)
    return Document(
        title=f"{sheets.plan_title} 個別事業評価表（{labels}）",
        blocks=tuple(_form(sheet if proof else _public(sheet), sheets) for sheet in sheets.sheets),
        author=sheets.city,
        page=_PAGE,
        footer="",
        running_title=False,
    )


def _public(sheet: EvaluationSheet) -> EvaluationSheet:
    """The sheet as it is published, without what is still to be done."""
    return replace(sheet, texts=replace(sheet.texts, planned_undrawn="", actual_undrawn=""))


def _form(sheet: EvaluationSheet, sheets: EvaluationSheets) -> Form:
    parts = (
        Part("", tuple(_head(sheet))),
        Part("当初計画", _closed_up(_initial(sheet))),
        Part("中間評価", tuple(_interim(sheet, sheets.interim_scale))),
        Part("事後評価", _closed_up(_final(sheet, sheets.final_scale))),
    )
    title = f"{sheet.year.label}　「{sheets.plan_title}」掲載　≪個別事業評価表≫"
    return Form(title, _COLUMNS, parts, f"{sheet.number} {sheet.project}".strip())


def _closed_up(boxes: Iterable[Box]) -> tuple[Box, ...]:
    """The boxes without the rows in which none begins."""
    found = tuple(boxes)
    rows = {row: place for place, row in enumerate(sorted({box.row for box in found}))}
    return tuple(replace(box, row=rows[box.row]) for box in found)


def _head(sheet: EvaluationSheet) -> Iterator[Box]:
    yield Box("事業名", 0, 0, 10, sheet.project, label_columns=2)
    yield Box("個別事業\n掲載No", 0, 10, 4, sheet.number, label_columns=2, align=Align.CENTER, spoken="個別事業掲載No")
    if sheet.department:
        yield Box("担当課", 1, 0, 14, _office(sheet), label_columns=2)


def _office(sheet: EvaluationSheet) -> str:
    return f"{sheet.division}　{sheet.department}".strip()


def _initial(sheet: EvaluationSheet) -> Iterator[Box]:
    texts = sheet.texts
    content = "\n".join((_headed("事業概要", texts.outline), _headed("事業量", texts.volume))).strip()
    yield Box("事業概要・\n事業量", 0, _LABEL, _WIDE, content, spoken="事業概要・事業量")
    yield Box("スケジュール", 1, _LABEL, _WIDE, _schedule(sheet, actual=False), spoken="スケジュール（計画）")
    yield from _undrawn(2, texts.planned_undrawn)
    yield Box("成果目標", 3, _LABEL, _WIDE, texts.outcome_goal)


def _interim(sheet: EvaluationSheet, scale: Scale) -> Iterator[Box]:
    texts, grades = sheet.texts, sheet.interim
    result = _with(texts.interim_result, grades.own_comment)
    yield Box("上半期の実績・\n課題等", 0, _LABEL, _WIDE, result, spoken="上半期の実績・課題等")
    remark = _with(texts.committee_remark, grades.committee_comment)
    yield Box("事業評価審査会\n特記意見", 1, _LABEL, 7, remark, spoken="事業評価審査会特記意見")
    yield Box(
        "政策会議\n評価・意見等", 1, _MIDDLE, 6, texts.policy_opinion, label_columns=2, spoken="政策会議評価・意見等"
    )
    yield from _grading(2, grades, scale)


def _final(sheet: EvaluationSheet, scale: Scale) -> Iterator[Box]:
    texts, grades = sheet.texts, sheet.final
    yield Box("事業量の実績", 0, _LABEL, _WIDE, texts.actual_volume)
    yield Box("スケジュール", 1, _LABEL, _WIDE, _schedule(sheet, actual=True), spoken="スケジュール（実績）")
    yield from _undrawn(2, texts.actual_undrawn)
    yield Box("成果目標の\n達成状況", 3, _LABEL, _WIDE, texts.outcome_status, spoken="成果目標の達成状況")
    summary = _with(texts.summary, grades.own_comment)
    yield Box("事業の総括\n（主管課）", 4, _LABEL, _WIDE, summary, spoken="事業の総括（主管課）")
    opinion = _with(texts.committee_opinion, grades.committee_comment)
    yield Box("事業評価審査会\n評価・意見等", 5, _LABEL, 7, opinion, rows=4, spoken="事業評価審査会評価・意見等")
    yield from _budget(5, sheet.budget, sheet.year)
    yield from _grading(9, grades, scale)


def _undrawn(row: int, text: str) -> Iterator[Box]:
    """What belongs into the schedule above and is not drawn yet; no box where there is nothing."""
    if text:
        yield Box("まだ描いていない\n予定", row, _LABEL, _WIDE, text, spoken="まだ描いていない予定")


def _grading(row: int, grades: Grades, scale: Scale) -> Iterator[Box]:
    """Two graders side by side, and what their grades mean."""
    yield Box("主管課評価", row, _LABEL, 3, grades.own, align=Align.CENTER)
    yield Box(
        "事業評価審査会\n評価", row, 4, 4, grades.committee, label_columns=2, align=Align.CENTER,
        spoken="事業評価審査会評価",
    )  # fmt: skip
    meanings = "\n".join(f"{grade.symbol}　{grade.meaning}" for grade in scale.grades)
    yield Box("", row, _MIDDLE, 6, meanings, label_columns=0, spoken="評価の区分")


def _budget(row: int, budget: Budget, year: FiscalYear) -> Iterator[Box]:
    """The amounts in two columns: as planned at first, and as it came."""
    yield Box("予算\n執行", row, _MIDDLE, 1, rows=4, spoken="予算執行")
    yield Box("", row, 9, 1)
    yield Box(f"{year.number}年度予算", row, 10, 2)
    yield Box(f"{year.number}年度実績", row, 12, 2)
    rate = f"{budget.rate}%" if budget.rate is not None else ""
    lines = (
        ("予算額", _amount(budget.initial), _amount(budget.revised)),
        ("決算額", "", _amount(budget.settlement)),
        ("執行率", "", rate),
    )
    for at, (name, planned, came) in enumerate(lines, row + 1):
        yield Box(name, at, 9, 3, planned, align=Align.RIGHT, spoken=f"{name}（{year.number}年度予算）")
        yield Box("", at, 12, 2, came, label_columns=0, align=Align.RIGHT, spoken=f"{name}（{year.number}年度実績）")


def _schedule(sheet: EvaluationSheet, *, actual: bool) -> Schedule:
    bars = (
        Bar(line.line, line.first - FIRST_MONTH, line.last - FIRST_MONTH, line.label, line.point)
        for line in sheet.schedule
        if line.actual is actual
    )
    return Schedule(MONTHS, tuple(bars))


def _headed(name: str, text: str) -> str:
    """A text under its name, which an imported text may already bear."""
    heading = f"【{name}】"
    return text if not text or text.startswith(heading) else f"{heading}\n{text}"


def _with(text: str, comment: str) -> str:
    return "\n".join(filter(None, (text, comment)))


def _amount(value: str) -> str:
    return with_unit(value, _THOUSAND_YEN)
