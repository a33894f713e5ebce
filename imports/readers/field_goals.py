"""What a results report says beside its statuses: its plan's title and period, each field's goal and result."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from imports.reports.report_lines import Line, is_contents
from plan.codes import split_heading
from plan.era import FiscalYear, YearRange, years_in
from plan.folding import fold, same_words

_LABEL = re.compile(r"[【\[〔［](目標|実績)[】\]〕］]\s*(.*)", re.DOTALL)
_FORM = re.compile(
    r"(?P<title>.*\S計画(?:[（(][^（）()]*[)）])?)?[\s　]*(?:の)?"
    r"(?P<name>実績及び評価書|実績評価書|実績報告書|評価書)\s*"
)
_PERIOD = re.compile(r"(.{2,40}?年度.{0,20}?)から(.{2,40}?年度.{0,20}?)まで")
_CITY = re.compile(r"\S{1,8}[市町村区]")
_MARCH = re.compile(r"(?:明治|大正|昭和|平成|令和|20)\s*(?:元|\d{1,2})\s*年\s*3\s*月")
_COVER = 12  # lines in which a cover tells its title
_LONGEST = 60  # characters of a field's name


@dataclass(frozen=True, slots=True)
class FieldGoal:
    """A field of the plan with its goal and result as written, and the line of its name."""

    heading: str
    line: Line
    goal: str = ""
    result: str = ""
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True, slots=True)
class Cover:
    """What a report says of its plan; "" and None for what it does not say."""

    title: str = ""
    city: str = ""
    years: YearRange | None = None
    year: FiscalYear | None = None  # at whose end, in March, it was issued
    texts: tuple[str, ...] = ()  # the lines that say so
    name: str = ""  # what the report calls itself
    issued: str = ""  # as the cover writes it: 平成23年3月


def read_cover(lines: Sequence[Line]) -> Cover:
    """The plan's title, city and period."""
    texts = [" ".join(line.texts) for line in lines[:_COVER]]
    for at, text in enumerate(texts):
        match = _FORM.fullmatch(text)
        if match:
            above = texts[at - 1] if at and "計画" in texts[at - 1] else ""
            city = next((t for t in texts[at + 1 :] if _CITY.fullmatch(t)), "")
            issued = next((t for t in texts[at + 1 :] if _MARCH.fullmatch(fold(t))), "")
            title = (match["title"] or above).strip()
            said = (text, above, title + text.removeprefix(match["title"] or ""), city, issued, f"作成：{city}")
            return Cover(title, city, _period(lines), _issued(issued), said, match["name"], issued)
    return Cover(years=_period(lines))


def read_goals(lines: Sequence[Line]) -> list[FieldGoal]:
    """Every field that has 【目標】 and 【実績】 below its name."""
    starts = [at for at, line in enumerate(lines) if at and _label(line) == "目標"]
    ends = [*(start - 1 for start in starts[1:]), len(lines)][: len(starts)]
    return [_goal(lines, start, end) for start, end in zip(starts, ends, strict=True) if _names(lines[start - 1])]


def is_cover(line: Line) -> bool:
    """Whether a line names plan and report, as a cover does, and the report's last lines again."""
    return _FORM.fullmatch(line.text.splitlines()[0]) is not None


def is_label(line: Line) -> bool:
    """Whether a line begins a field's goal or result."""
    return bool(_label(line))


def _label(line: Line) -> str:
    match = _LABEL.match(line.text)
    return match[1] if match else ""


def _names(line: Line) -> bool:
    return len(line.text) <= _LONGEST and not line.text.endswith("。")


def _goal(lines: Sequence[Line], start: int, end: int) -> FieldGoal:
    """The texts below the two labels, down to the next field or to the next section of the report."""
    result = next((at for at in range(start + 1, end) if _label(lines[at]) == "実績"), end)
    stop = next((at for at in range(result + 1, end) if _is_section(lines[at])), end)
    name = lines[start - 1]
    texts = _text(lines[start:result]), _text(lines[result:stop])
    return FieldGoal(name.text, name, *texts, tuple(lines[start - 1 : stop]))


def _is_section(line: Line) -> bool:
    return bool(split_heading(line.text).code) and _names(line) and re.search(r"状況|評価|結果", line.text) is not None


def _text(lines: Sequence[Line]) -> str:
    if not lines:
        return ""
    match = _LABEL.fullmatch(lines[0].text)
    first = match[2].strip() if match else lines[0].text
    return "\n".join(filter(None, (first, *(" ".join(line.texts) for line in lines[1:]))))


def _issued(text: str) -> FiscalYear | None:
    """The fiscal year that ended with the month on the cover: 平成23年3月 is the end of 平成22年度."""
    return FiscalYear(years_in(text)[0] - 1) if text else None


def _period(lines: Sequence[Line]) -> YearRange | None:
    for line in lines:
        match = None if is_contents(line.text) else _PERIOD.search(fold(line.text))
        if match:
            first, last = years_in(match[1]), years_in(match[2])
            if first and last and first[0] < last[0]:
                return YearRange(first[0], last[0])
    return None


def known_goals(goals: Sequence[FieldGoal]) -> dict[str, FieldGoal]:
    """The goals by their fields' names as names are compared."""
    return {same_words(goal.heading): goal for goal in goals}
