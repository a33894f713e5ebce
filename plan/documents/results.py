"""What a results report computes: its period, its basic goals, its counts; and whether its prose tells them itself."""

import re
from collections import Counter

from plan.documents.reports import Phase, PlanOutline, ResultsReport
from plan.documents.tally import Counting, Tally
from plan.folding import fold

_KANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノ"
_NOTHING = "実施状況は、まだ入力されていません。"
_ITEMS = re.compile(r"(?<![第\d,])(\d[\d,]*)\s*項目")


def period_of(outline: PlanOutline) -> str:
    """The plan's period as it was written, or as its years and phases say."""
    if outline.period_text:
        return outline.period_text
    years = outline.years
    first, last = (f"{year.label}（{year}年度）" for year in (years.first, years.last))
    return f"{first}から{last}までの{len(years)}か年です。" + "".join(map(_phase, outline.phases))


def _phase(phase: Phase) -> str:
    return f"{phase.years.first.label}から{phase.years.last.label}までを「{phase.name}」とします。"


def basic_goals_of(report: ResultsReport) -> str:
    """The plan's basic goals as they were written, or the names of its fields."""
    named = (f"{kana}　{field.heading}" for kana, field in zip(_KANA, report.fields, strict=False))
    return report.outline.basic_goals or "\n".join(named)


def counts_of(report: ResultsReport) -> str:
    """The closing sentence; "" where the plan's own evaluation already tells the same counts."""
    whole = report.tally
    if not whole.total:
        return _NOTHING
    if tells(report.outline.evaluation_summary, whole):
        return ""
    told = "、".join(
        f"「{name}」が{count}項目（{count * 100 / whole.total:.1f}%）" for name, count in whole.counts.items()
    )
    return f"計画に掲げた{whole.total}項目の実施状況は、{told}です。{_repeated(whole, report.counting)}"


def _repeated(whole: Tally, counting: Counting) -> str:
    if not whole.repeated:
        return ""
    if counting is Counting.ONCE:
        return f"再掲の{whole.repeated}項目は、元の項目と合わせて1項目と数えています。"
    return f"再掲の{whole.repeated}項目を含みます。"


def tells(text: str, whole: Tally) -> bool:
    """Whether a text tells the total and every count, and no other: 98項目 …, 72項目 …, 14項目 …, 12項目."""
    needed = Counter([whole.total, *filter(None, whole.counts.values())])
    return needed <= Counter(_told(text)) and not strange_counts(text, whole)


def strange_counts(text: str, whole: Tally) -> list[int]:
    """The counts (98項目) in a text that are none of these."""
    known = {whole.total, whole.repeated, *whole.counts.values()}
    return list(dict.fromkeys(count for count in _told(text) if count not in known))


def _told(text: str) -> list[int]:
    return [int(number.replace(",", "")) for number in _ITEMS.findall(fold(text))]
