"""Figures that clerks write into prose: 【結果/目標】9,813人/10,000人(329人増) → label, result, target, unit, date.

They are read, never rewritten. What cannot be read is left alone: a figure counts only where it follows a 【label】
(or is the whole line), with a unit that ends where the word ends; 2回は中止 is a sentence and no measure.
"""

import datetime as dt
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache

from plan.dates import dates_in
from plan.folding import fold

_COUNTERS = (
    "か所|カ所|ヶ所|ケ所|箇所|個所|手続き?|か月|カ月|ヶ月|日間|時間|分間|年間|千円|万円|億円|円|万人|千人|人|名|世帯|"
    "回線|回|件|台|冊|校|園|店舗?|団体|組|社|枚|本|点|個|戸|館|講座|コース|項目|地区|路線|事業|種類|部|羽|頭|基|"
    r"%|ポイント|[kK]m2?|km|ha|kg|t|㎡|つ"
)
_NO_UNIT = r"年度?|月|日|時|分|号|期|回目|番|条|項|歳|階|丁目|級|学年|割"  # what counts nothing
_NUMBER = r"(?<![0-9.,第])(?P<{0}>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)(?![0-9])"
_END = r"(?=$|[\s、。,・(\[/;※「『~]|以上|以下|以内|未満|程度|超)"
_WORD = r"[^\s0-9ぁ-ん、。,・()\[\]/~:;※【】「」『』]"
_UNIT = rf"(?!(?:{_NO_UNIT}){_END})(?:(?:{_COUNTERS})(?![ぁ-ん])(?!目)|{_WORD}{{1,4}}{_END})"
_FIGURE = re.compile(
    rf"(?P<about>約|延べ|延|計|全|各|月|年|毎月|週)?{_NUMBER.format('first')}\s?(?P<unit>{_UNIT})?"
    rf"(?:\s?/\s?{_NUMBER.format('second')}\s?(?P<second_unit>{_UNIT})?)?"
    rf"(?P<per>/(?:年度?|月|週|日))?(?P<bound>以上|以下|以内|未満|程度|超)?{_END}?"
)
_ASIDES = re.compile(r"(?:\s?\([^()]*\))+")
_ASIDE = re.compile(r"\([^()]*\)")
_LABELLED = re.compile(r"【([^【】]*)】([^【]*)")
_GOES_ON = re.compile(r"[ぁ-ん~目日時]")
_LINE_ENDS = re.compile(r"\s*(?:$|\n|\()")
_NAME = re.compile(r"[^\s、,。※・●()\[\]:][^\s、,。※●()\[\]:]*")
_PROSE = re.compile(r"[。※]|[^\s]{25}")
_WITHOUT_FIGURE = re.compile(r"\s*(随時|適宜|常時|通年|毎月|毎週|毎日)\s*(?:$|\n|[、。(])")
_RESULT, _TARGET = re.compile(r"結果|実績"), re.compile(r"目標|計画値")


@dataclass(frozen=True, slots=True)
class Measure:
    """One figure with what the text says of it, in NFKC.

    `label` stands in the 【】, `part` before the figure where one label has several (参加人数 of 4回、参加人数70人);
    `qualifier` is what limits it (以上, /年, 約, 329人増), `as_of` the day that it was counted on. Neither result nor
    target: the text says 随時 or the like in place of a figure.
    """

    label: str
    part: str = ""
    result: Decimal | None = None
    target: Decimal | None = None
    unit: str = ""
    as_of: dt.date | None = None
    qualifier: str = ""

    @property
    def achieved(self) -> bool | None:
        """Whether the result reaches the target that stands beside it; None where one of them is missing."""
        if self.result is None or self.target is None:
            return None
        return self.result <= self.target if "以下" in self.qualifier else self.result >= self.target

    @property
    def is_target(self) -> bool:
        """Whether its label calls it a target."""
        return bool(_TARGET.search(self.label))

    @property
    def is_result(self) -> bool:
        """Whether its label calls it a result."""
        return bool(_RESULT.search(self.label))


@lru_cache(maxsize=50_000)
def measures(text: str, *, reported: bool) -> tuple[Measure, ...]:
    """The measures of one cell in order; what no label calls target or result is a result where `reported`."""
    if not any(c.isdigit() or c == "【" for c in text):
        return ()
    folded = fold(text)
    if "【" not in folded:
        return tuple(_bare(folded, reported=reported))
    return tuple(found for match in _LABELLED.finditer(folded) for found in _labelled(match, reported=reported))


def _bare(text: str, *, reported: bool) -> Iterator[Measure]:
    """A figure without a label counts only where it is all that the line says."""
    for line in text.split("\n"):
        match = _FIGURE.fullmatch(_ASIDES.sub("", line).strip())
        if match and (match["unit"] or match["second_unit"]):
            yield _measure("", "", match, line.strip(), reported=reported)


def _labelled(match: re.Match[str], *, reported: bool) -> Iterator[Measure]:
    label, _, inside = match[1].partition(":")
    bodies = (inside, match[2])
    for body in bodies:
        yield from _of_body(label.strip(), body, reported=reported)


def _of_body(label: str, body: str, *, reported: bool) -> Iterator[Measure]:
    end = 0
    while match := _FIGURE.search(body, end):
        between = body[end : match.start()]
        if _PROSE.search(between) or not _ends(match, body):
            return
        if not (match["unit"] or match["second_unit"] or (not between.strip() and _ends_line(match, body))):
            return
        yield _measure(label, _name(between), match, body, reported=reported)
        end = _aside(body, match.end())[1]
    if end == 0 and (said := _WITHOUT_FIGURE.match(body)):
        yield Measure(label, qualifier=said[1])


def _ends(match: re.Match[str], body: str) -> bool:
    """Whether the figure is not the beginning of a word or of a date: 2回は, 10/2~5."""
    return _GOES_ON.match(body, match.end()) is None


def _ends_line(match: re.Match[str], body: str) -> bool:
    return _LINE_ENDS.match(body, match.end()) is not None


def _name(between: str) -> str:
    """The word before a figure, without what joins it: 参加人数 of 、参加人数."""
    words = _NAME.findall(between)
    return words[-1] if words else ""


def _aside(text: str, start: int) -> tuple[str, int]:
    """The brackets that follow a figure, and where they end."""
    match = _ASIDES.match(text, start)
    return (match[0].strip(), match.end()) if match else ("", start)


def _measure(label: str, part: str, match: re.Match[str], text: str, *, reported: bool) -> Measure:
    asides = {aside: _day(aside) for aside in _ASIDE.findall(_aside(text, match.end())[0])}
    said = [match["about"], match["per"], match["bound"], *(aside for aside, day in asides.items() if day is None)]
    as_of = next((day for day in asides.values() if day), None)
    found = Measure(label, part, unit=match["second_unit"] or match["unit"] or "", as_of=as_of)
    return _with_values(replace(found, qualifier=" ".join(filter(None, said))), match, reported=reported)


def _day(aside: str) -> dt.date | None:
    return next((written.date for written in dates_in(aside) if written.date), None)


def _with_values(found: Measure, match: re.Match[str], *, reported: bool) -> Measure:
    first = Decimal(match["first"].replace(",", ""))
    if match["second"]:
        second = Decimal(match["second"].replace(",", ""))
        swapped = re.search(r"目標.*(?:結果|実績)", found.label) is not None
        return replace(found, result=second, target=first) if swapped else replace(found, result=first, target=second)
    of_target = found.is_target and not (found.is_result and reported)
    if of_target or (not found.is_result and not reported):
        return replace(found, target=first)
    return replace(found, result=first)
