"""The outcome report (成果報告書): what each project was to reach in one year, what it reached, and why not.

The form is prescribed: title, boxes and notes are printed as they stand there, and the year in none of them.
"""

from collections.abc import Iterator

from exports.document import (
    Align,
    Column,
    Document,
    Paragraph,
    Row,
    Style,
    Table,
    upright,
)
from plan.documents.budget import with_unit
from plan.documents.reports import Indicator, OutcomeReport, ProjectOutcome
from plan.folding import same_words
from plan.scales import ScaleGrade
from plan.states import State, state_of

MOST_PAGES = 3
_PAGE = upright("A4", 18)
_DASH = "－"
_REASONS = "達成できなかった理由"


def compose(report: OutcomeReport) -> Document:
    """The report on at most three pages; one that is longer is a finding of whoever prints it."""
    outline = report.outline
    return Document(
        title=f"成果報告書（{report.year.label}）",
        heading="成果報告書（全般）",
        blocks=(
            _facts(report),
            Paragraph("目標の達成状況", Style.LABEL),
            _indicators(report),
            _reasons(report),
            Paragraph(_legend(report), Style.NOTE),
        ),
        author=outline.city,
        page=_PAGE,
        footer="-{page}-",
        running_title=False,
        most_pages=MOST_PAGES,
    )


def _facts(report: OutcomeReport) -> Table:
    outline = report.outline
    facts = (
        ("実施市区町村名", outline.city),
        ("代表市区町村長名", outline.mayor),
        ("事業名称", _title(report)),
        ("事業実施概要", outline.project_outline),
    )
    columns = (Column((), 32, key=True, heads=True), Column((), 140, filling=True))
    return Table(columns, tuple(Row(fact, name=fact[0]) for fact in facts), "事業の概要")


def _title(report: OutcomeReport) -> str:
    """The title with the projects below it, unless it names most of them by itself."""
    title = report.outline.project_title or report.outline.title
    named = sum(same_words(project.heading) in same_words(title) for project in report.projects)
    if 2 * named > len(report.projects):
        return title
    return "\n".join((title, *(f"（{number}）{p.heading}" for number, p in enumerate(report.projects, 1))))


def _indicators(report: OutcomeReport) -> Table:
    columns = (
        Column(("個別事業",), 42, key=True, heads=True),
        Column(("指標",), 32),
        Column(("目標値",), 21, Align.CENTER),
        Column(("結果の数値",), 21, Align.CENTER),
        Column(("達成状況",), 16, Align.CENTER),
        Column(("計測方法・出典等",), 44, filling=True),
    )
    return Table(columns, tuple(_rows(report)), "個別事業の指標と結果")


def _rows(report: OutcomeReport) -> Iterator[Row]:
    for project in report.projects:
        if project.idle:
            yield Row((project.heading, *([_DASH] * 4), project.idle), name=project.heading)
            continue
        for place, indicator in enumerate(project.indicators):
            joined = frozenset({0} if place else ())
            yield Row(_cells(project, indicator, report), name=f"{project.heading} {indicator.name}", joined=joined)


def _cells(project: ProjectOutcome, indicator: Indicator, report: OutcomeReport) -> tuple[str, ...]:
    year = indicator.of(report.year)
    values = (with_unit(value, indicator.unit) for value in (year.target, year.result))
    return (project.heading, indicator.name, *values, year.grade, year.source or indicator.method)


def _reasons(report: OutcomeReport) -> Table:
    """The box of the reasons that the scale asks for; behind an indicator that has none yet a gap is left."""
    asked = "又は".join(grade.symbol for grade in report.scale.grades if grade.reason_required)
    label = f"{_REASONS}（{asked}の場合）" if asked else _REASONS
    told = "\n".join(f"{name}（{grade}）：{reason}" for name, grade, reason in report.reasons)
    columns = (Column((), 42, key=True, heads=True), Column((), 134, filling=True))
    return Table(columns, (Row((label, told), name=_REASONS),), _REASONS)


def _legend(report: OutcomeReport) -> str:
    """The form's own notes, word for word."""
    told = "、".join(f"{grade.symbol}（{grade.meaning}）" for grade in report.scale.grades if _is_mark(grade))
    return f"注）成果の達成状況欄には{told}を記入すること。\n注）合計{MOST_PAGES}枚まで。"


def _is_mark(grade: ScaleGrade) -> bool:
    """Whether it is written as a mark; a dash stands for a box that has none."""
    return state_of(grade.symbol) is State.TEXT
