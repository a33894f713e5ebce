"""What was read and what it would change, in a sentence or two."""

from collections import Counter

from imports.kinds import names
from imports.table.row_comparing import Fate
from work.language import _
from work.sources import Outcome
from work.wording import year_label


def summary_of(outcome: Outcome) -> str:
    """Which document it is, how much was read, and what becomes of it."""
    name = _(names()[outcome.reading.kind])
    known = _("「{document}」として読みました。").format(document=name)
    return "　".join((known + _read(outcome) + _fates(outcome), *_additions(outcome)))


def _read(outcome: Outcome) -> str:
    rows, shown = outcome.reading.row_count, sum(row.fate is not None for row in outcome.rows)
    if rows == shown:
        return _("{rows} 行です。").format(rows=rows)
    return _("{rows} 件で、見出しなどを含めて {shown} 行です。").format(rows=rows, shown=shown)


def _fates(outcome: Outcome) -> str:
    if outcome.proposal is None:
        return ""
    if not outcome.proposal.changes_something:
        return _("どの行も計画と同じで、取り込むものはありません。")
    counts = Counter(row.fate for row in outcome.rows)
    text = _("新規 {new} 行、変更 {changed} 行、同じ {same} 行です。")
    return text.format(new=counts[Fate.NEW], changed=counts[Fate.CHANGED], same=counts[Fate.SAME])


def _additions(outcome: Outcome) -> list[str]:
    """The years that were read; of an open plan, what it would have more of."""
    proposal, parts = outcome.proposal, []
    if proposal is None and outcome.reading.named_years:
        years = "、".join(year_label(year) for year in outcome.reading.named_years)
        parts.append(_("年度: {years}").format(years=years))
    if proposal is not None and proposal.new_departments:
        names = "、".join(proposal.new_departments)
        parts.append(_("新しい課: {names}").format(names=names))
    if proposal is not None and proposal.new_years:
        years = "、".join(year_label(year) for year in proposal.new_years)
        parts.append(_("新しい年度: {years}").format(years=years))
    return parts


def warning_of(outcome: Outcome) -> str:
    """What the person should know before accepting; "" for nothing."""
    if outcome.lacks_year:
        return _("資料に年度がありません。「この資料の年度」を選んでください。")
    if outcome.is_foreign:
        return _("計画と同じ行が一つもありません。別の計画の資料ではないか、確かめてください。")
    if outcome.erased:
        erased = _("計画の文章が {count} か所で空欄になります。「変更」の行を確かめてください。")
        return erased.format(count=outcome.erased)
    return ""
