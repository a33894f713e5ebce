"""What becomes of one returned file, line by line, as HTML."""

from collections.abc import Iterable, Iterator
from html import escape

from db.exchange.examination import CellReport, Examined
from desktop.kit.differences import marked
from desktop.kit.theme import colours
from plan.findings import Finding, Severity
from work.language import _, pgettext, sentence
from work.wording import column_label, place_text

_LINE_HEIGHT = 135  # per cent
_SHOWN = 300  # cells of one kind


def details(found: Examined) -> str:
    """All that can be said of a file: what is wrong first, what is taken last."""
    parts = (
        _heading(_("取り込めません"), [plain_html(sentence(found.refusal))] if found.refusal else []),
        _heading(_("前の返送に代わります"), map(plain_html, found.replaces)),
        _heading(_("気になる点"), [finding_html(f) for f in found.findings]),
        _heading(_("食い違い"), map(_conflict, found.conflicts[:_SHOWN])),
        _heading(_("取り込めない欄（計画から削除された行）"), map(_change, found.refused[:_SHOWN])),
        _heading(pgettext("collection", "行の追加の提案"), [plain_html(row.content) for row in found.proposals]),
        _heading(_("変更"), map(_change, found.taken[:_SHOWN])),
    )
    told = "".join("".join(part) for part in parts)
    return told or plain_html(_("変わるところはありません。"))


def _heading(text: str, lines: Iterable[str]) -> Iterator[str]:
    told = list(lines)
    if told:
        title = escape(f"{text}（{len(told)}）")
        yield f'<p style="margin:10px 0 2px 0;color:{colours().accent};font-weight:bold">{title}</p>'
        yield from told


def plain_html(text: str) -> str:
    """A text in a paragraph of its own."""
    body = escape(text).replace("\n", "<br/>")
    return f'<p style="margin:0 0 6px 0;line-height:{_LINE_HEIGHT}%">{body}</p>'


def finding_html(finding: Finding) -> str:
    """A finding with its place, and with the text that was not taken."""
    place, text = place_text(finding.place, ""), escape(sentence(finding.sentence))
    colour = colours().muted if finding.severity is Severity.NOTICE else colours().warning
    quote = _passage(escape(f"「{finding.quote}」").replace("\n", "<br/>")) if finding.quote else ""
    return f'<p style="margin:0 0 4px 0"><span style="color:{colour}">{escape(place)}</span>　{text}</p>{quote}'


def cell_place(report: CellReport) -> str:
    """12 防災課 令和2年度 評価."""
    return " ".join(filter(None, (report.row.short, report.row.label, column_label(report.cell.column))))


def _change(report: CellReport) -> str:
    text = marked(report.ours or "", report.theirs or "", colours())
    return f'<p style="margin:4px 0 0 0"><b>{escape(cell_place(report))}</b></p>{_passage(text)}'


def _conflict(report: CellReport) -> str:
    base = report.base or ""
    sides = (
        (_("こちら: "), report.ours),
        (_("課の回答: "), report.theirs),
    )
    told = "".join(_passage(escape(side) + marked(base, text or "", colours())) for side, text in sides)
    return f'<p style="margin:4px 0 0 0"><b>{escape(cell_place(report))}</b></p>{told}'


def _passage(text: str) -> str:
    return f'<p style="margin:0 0 6px 0;line-height:{_LINE_HEIGHT}%">{text}</p>'
