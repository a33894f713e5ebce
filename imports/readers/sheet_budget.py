"""The budget of an evaluation sheet: initial and revised amounts, settlement, and the rate that somebody typed."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from imports.reports.labelled_boxes import Box, Cell
from imports.reports.report_lines import Line
from imports.reports.unread import not_read
from plan.documents.budget import Budget
from plan.errors import Sentence, say
from plan.findings import Finding, Place, Severity
from plan.folding import same_words
from plan.states import State, number_of, state_of

_THOUSAND_YEN = re.compile(r"\s*千円$")
_UNIT = re.compile(r"(?:予算執行|予算額|決算額)?[(\[]?(?:単位)?[:]?(千円|円)[)\]]?")
_COLUMN = re.compile(r"(?:予算|実績)$")
_STATES = (State.NOT_APPLICABLE, State.PENDING)
_BLANK: Cell = (-1, "")
_PLANNED, _CAME = re.compile(r"予算$"), re.compile(r"実績$")
_IN_ONE = re.compile(r"(予算額|決算額|執行率(?:[(（][%％][)）])?)")
_NAMES = {"amount": "予算額", "settlement": "決算額", "rate": "執行率"}
_RATE = re.compile(r"[-−▲△]?[0-9０-９]+(?:[.．][0-9０-９]+)?\s*[%％]?")


def read_budget(boxes: Mapping[str, Box], findings: list[Finding]) -> Budget:
    """The amounts in thousand yen, without their unit; what cannot be read, or stands beside no name, is told."""
    block = boxes.get("budget")
    named = _in_one(block.text) if block else {}
    amounts = _Amounts(boxes, _columns(block) if block else {}, named, _unit(boxes), findings)
    (initial, revised), settled, rate = (amounts.two(name) for name in _NAMES)
    budget = Budget(
        amounts.read("amount", initial),
        amounts.read("amount", revised),
        amounts.read("settlement", settled[1] or settled[0]),
        amounts.rate(rate[1] or rate[0]),
    )
    amounts.tell_first("settlement", settled)
    amounts.tell_first("rate", rate)
    if block:
        _tell_unread(block, named, findings)
        _tell_rate(budget, boxes.get("rate", block).line.place, findings)
    return budget


@dataclass(frozen=True, slots=True)
class _Amounts:
    """The boxes of a budget, what stands beside its names where all of it is in one cell, and the unit of all."""

    boxes: Mapping[str, Box]
    columns: Mapping[str, int]
    named: Mapping[str, Sequence[str]]
    unit: str
    findings: list[Finding]

    def two(self, name: str) -> tuple[str, str]:
        """What stands beside a name in the first column and in the second; anything more is told."""
        if words := self.named.get(_NAMES[name]):
            first, second, *more = (*words, "", "")
            self._tell_left(self.boxes["budget"].line, more)
            return first, second
        rows = self.boxes[name].rows if name in self.boxes else []
        pair = _two(rows[0][1] if rows else [], self.columns)
        for row, (line, cells) in enumerate(rows):
            self._tell_left(line, [cell[1] for cell in cells if row or cell not in pair])
        return pair[0][1], pair[1][1]

    def _tell_left(self, line: Line, texts: Sequence[str]) -> None:
        left = [text for text in texts if text and not _COLUMN.search(text)]
        if left:
            self.findings.append(not_read(line, " ".join(left)))

    def read(self, name: str, text: str) -> str:
        """An amount without its unit, "" where it is none; a number without a unit is told, too."""
        bare, number = text.strip(), _THOUSAND_YEN.sub("", text.strip())
        if _COLUMN.search(bare):
            return ""
        if not bare or state_of(bare) in _STATES:
            return bare
        if number_of(number) is None or (number == bare and self.unit == "円"):
            sentence = say(
                "「{text}」は千円単位の金額として読めないため、読み込んでいません。千円単位の数字で入力してください。",
                text=bare,
            )
            self._tell(name, "amount_unit", sentence)
            return ""
        if number == bare and not self.unit:
            sentence = say("「{text}」には単位がありません。千円単位の金額として読み込みます。", text=bare)
            self._tell(name, "amount_without_unit", sentence)
        return number

    def rate(self, text: str) -> str:
        """The rate as it was typed."""
        bare = text.strip()
        if _RATE.fullmatch(bare):
            return bare
        if state_of(bare) is State.TEXT and not _COLUMN.search(bare):
            sentence = say("執行率の「{text}」は読み取れないため、読み込んでいません。", text=bare)
            self._tell("rate", "rate_not_read", sentence)
        return ""

    def tell_first(self, name: str, pair: tuple[str, str]) -> None:
        """What stands in the first column, where the second is the one that counts."""
        first, second = pair
        if second and state_of(first) not in (*_STATES, State.NOT_ENTERED) and not _COLUMN.search(first):
            self.findings.append(not_read(self._line(name), first))

    def _line(self, name: str) -> Line:
        return (self.boxes.get(name) or self.boxes["budget"]).line

    def _tell(self, name: str, check: str, sentence: Sentence) -> None:
        self.findings.append(Finding(Severity.WARNING, check, sentence, self._line(name).place))


def _unit(boxes: Mapping[str, Box]) -> str:
    """The unit that the form says once for all: 予算額（千円）, 単位：円; "" where it says none."""
    lines = {id(line): line for name in ("budget", "amount", "settlement") for line in _lines(boxes.get(name))}
    found = (_UNIT.fullmatch(same_words(cell)) for line in lines.values() for cell in line.cells)
    return next((match[1] for match in found if match), "")


def _lines(box: Box | None) -> list[Line]:
    return [box.line, *(line for line, _ in box.rows)] if box else []


def _in_one(text: str) -> dict[str, list[str]]:
    """The amounts of a budget that is all in one cell, by their names."""
    parts = _IN_ONE.split(text)
    named = zip(parts[1::2], parts[2::2], strict=False)
    return {"執行率" if name.startswith("執行率") else name: rest.split() for name, rest in named}


def _columns(block: Box) -> dict[str, int]:
    """Where the columns 30年度予算 and 30年度実績 begin."""
    cells = [cell for _, row in block.rows for cell in row]
    planned = next((at for at, text in cells if _PLANNED.search(same_words(text))), None)
    came = next((at for at, text in cells if _CAME.search(same_words(text))), None)
    return {} if planned is None or came is None else {"planned": planned, "came": came}


def _two(cells: Sequence[Cell], columns: Mapping[str, int]) -> tuple[Cell, Cell]:
    """What stands in the first column and in the second; without columns the first is the first."""
    if not columns or len(cells) == 2:  # noqa: PLR2004  # one for each column, wherever they stand
        first, second, *_ = (*cells, _BLANK, _BLANK)
        return first, second
    planned = (cell for cell in cells if cell[0] < columns["came"])
    came = (cell for cell in cells if cell[0] >= columns["came"])
    return next(planned, _BLANK), next(came, _BLANK)


def _tell_unread(block: Box, told: Mapping[str, object], findings: list[Finding]) -> None:
    """Amounts that stand beside no name."""
    for line, cells in block.rows if not told else ():
        amounts = [text for _, text in cells if _THOUSAND_YEN.search(text)]
        if amounts:
            sentence = say(
                "予算執行の欄の「{amounts}」が予算額か決算額か分からないため、読み込んでいません。",
                amounts="」「".join(amounts),
            )
            findings.append(Finding(Severity.WARNING, "amount_without_name", sentence, line.place))


def _tell_rate(budget: Budget, place: Place, findings: list[Finding]) -> None:
    if budget.disagrees:
        sentence = say(
            "執行率「{typed}」が、決算額 {settlement}千円 ÷ 予算額 {current}千円 の {rate}% と合いません。",
            typed=budget.typed_rate,
            settlement=budget.settlement,
            current=budget.current,
            rate=budget.rate,
        )
        findings.append(Finding(Severity.WARNING, "rate_disagrees", sentence, place))
