"""The board as a document: who has sent, and what is missing; in Japanese, as it is put on a desk."""

from collections.abc import Sequence
from datetime import date

from db.exchange.board import Progress, Standing
from exports.document import (
    Align,
    Block,
    Column,
    Document,
    Paragraph,
    Row,
    Style,
    Table,
    upright,
)
from plan.dates import day

_A4 = upright("A4", 12)
STATES = {
    Progress.NOT_SENT: "未配布",
    Progress.SENT: "返送待ち",
    Progress.RETURNED: "返送あり（要確認）",
    Progress.TAKEN: "取込済み（記入中）",
    Progress.COMPLETE: "完了",
    Progress.OVERDUE: "期限超過",
}


def compose(title: str, standings: Sequence[Standing], today: date) -> Document:
    """A table of all departments, and one of what each has still to fill in."""
    complete = sum(s.state is Progress.COMPLETE for s in standings)
    told = f"{day(today)} 現在　{len(standings)}部署のうち{complete}部署が完了"
    blocks: list[Block] = [Paragraph(told, Style.RIGHT), _states(standings)]
    if any(s.missing for s in standings):
        blocks += [Paragraph("未入力の欄", Style.LABEL), _missing(standings)]
    return Document(f"{title} 回収の状況", tuple(blocks), page=_A4)


def _states(standings: Sequence[Standing]) -> Table:
    columns = (
        Column(("部署",), 60, key=True, filling=True, heads=True),
        Column(("状況",), 46),
        Column(("期限",), 28, Align.CENTER),
        Column(("未入力",), 18, Align.RIGHT),
        Column(("食い違い",), 20, Align.RIGHT),
        Column(("保留",), 16, Align.RIGHT),
    )
    rows = tuple(Row((s.label, STATES[s.state], _due(s), *_counts(s)), name=s.label) for s in standings)
    return Table(columns, rows, "回収の状況")


def _due(standing: Standing) -> str:
    return day(standing.distribution.asking.due) if standing.distribution is not None else ""


def _counts(standing: Standing) -> tuple[str, ...]:
    return tuple(str(count or "") for count in (len(standing.missing), standing.conflicts, len(standing.held)))


def _missing(standings: Sequence[Standing]) -> Table:
    columns = (
        Column(("部署",), 60, key=True, heads=True),
        Column(("番号",), 34, Align.LEFT),
        Column(("未入力の欄",), 86, filling=True),
    )
    rows = tuple(
        Row((s.label, number, "、".join(headings)), name=f"{s.label} {number}")
        for s in standings
        for number, headings in _by_row(s).items()
    )
    return Table(columns, rows, "未入力の欄")


def _by_row(standing: Standing) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for missing in standing.missing:
        found.setdefault(missing.row.short, []).append(missing.cell.column.heading)
    return found
