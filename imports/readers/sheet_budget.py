"""The budget of an evaluation sheet: initial and revised amounts, settlement, and the rate that somebody typed."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from imports.reports.labelled_boxes import Box, Cell
from imports.reports.report_lines import Line
from imports.reports.unread import not_read
from plan.documents.budget import Budget
from plan.errors import say
from plan.findings import Finding, Place, Severity
from plan.folding import fold, same_words
from plan.states import State, state_of

_AMOUNT = re.compile(r"([▲△−-]?[0-9０-９][0-9０-９,，]*)\s*千円")
_BARE = re.compile(r"([▲△−-]?[0-9０-９][0-9０-９,，]*)")
_UNIT = re.compile(r"^(?:予算執行|予算額|決算額)?[(\[]?(?:単位)?[:]?千円[)\]]?$")
_COLUMN = re.compile(r"(?:予算|実績)$")
_STATES = (State.NOT_APPLICABLE, State.PENDING)
_AMOUNTS = ("budget", "amount", "settlement")
_OTHER = re.compile(r"[0-9０-９][0-9０-９,，]*\s*(?:百万円|億円|万円|円)")
_PLANNED, _CAME = re.compile(r"予算$"), re.compile(r"実績$")
_IN_ONE = re.compile(r"(予算額|決算額|執行率(?:[(（][%％][)）])?)")
_RATE = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?\s*[%％]?")


def read_budget(boxes: Mapping[str, Box], findings: list[Finding]) -> Budget:
    """The amounts in thousand yen, without their unit; what does not stand beside a name is not read, but told."""
    block = boxes.get("budget")
    told = _in_one(block.text) if block else {}
    columns = _columns(block) if block else {}
    cells = {name: box.rows[0][1] if box.rows else [] for name, box in boxes.items()}
    initial, revised = told.get("予算額") or _two(cells.get("amount", []), columns)
    settled = told.get("決算額") or _two(cells.get("settlement", []), columns)
    rate = (told.get("執行率") or _two(cells.get("rate", []), columns))[::-1]
    came = settled[1] or settled[0]
    in_thousands = _says_thousands(boxes)
    first, now, spent = (_amount(text, in_thousands=in_thousands) for text in (initial, revised, came))
    budget = Budget(first, now, spent, _rate(rate))
    _tell_others(_named(boxes, told), budget, findings)
    if block:
        _tell_unread(block, told, findings)
        _tell_rate(budget, boxes.get("rate", block).line.place, findings)
    return budget


def _in_one(text: str) -> dict[str, tuple[str, str]]:
    """The amounts of a budget that is all in one cell, by their names: initial and revised."""
    parts = _IN_ONE.split(text)
    found: dict[str, tuple[str, str]] = {}
    for name, rest in zip(parts[1::2], parts[2::2], strict=False):
        amounts = re.findall(r"\S+", rest)[:2]
        name_alone = "執行率" if name.startswith("執行率") else name
        found[name_alone] = (amounts[0], amounts[1]) if len(amounts) > 1 else (amounts[0] if amounts else "", "")
    return found


def _columns(block: Box) -> dict[str, int]:
    """Where the columns 30年度予算 and 30年度実績 begin."""
    cells = [cell for _, row in block.rows for cell in row]
    planned = next((at for at, text in cells if _PLANNED.search(same_words(text))), None)
    came = next((at for at, text in cells if _CAME.search(same_words(text))), None)
    return {} if planned is None or came is None else {"planned": planned, "came": came}


def _two(cells: Sequence[Cell], columns: Mapping[str, int]) -> tuple[str, str]:
    """What stands in the first column and in the second; without columns the first is the first."""
    texts = [text for _, text in cells]
    if not columns or len(texts) == 2:  # noqa: PLR2004  # one for each column, wherever they stand
        return (texts[0] if texts else "", texts[1] if len(texts) > 1 else "")
    first = next((text for at, text in cells if at < columns["came"]), "")
    return first, next((text for at, text in cells if at >= columns["came"]), "")


def _amount(text: str, *, in_thousands: bool) -> str:
    """The amount in thousand yen; a bare number is one where the form says so beside its names."""
    match = _AMOUNT.fullmatch(text.strip()) or (_BARE.fullmatch(text.strip()) if in_thousands else None)
    if match:
        return match[1]
    return text.strip() if state_of(text) in _STATES else ""


def _says_thousands(boxes: Mapping[str, Box]) -> bool:
    """Whether the form says 千円 once for all: 予算額（千円）, 単位：千円."""
    lines = {id(line): line for name in _AMOUNTS if name in boxes for line, _ in _rows(boxes[name])}
    return any(_UNIT.search(same_words(cell)) for line in lines.values() for cell in line.cells)


def _rows(box: Box) -> list[tuple[Line, list[Cell]]]:
    return [(box.line, []), *box.rows]


def _rate(texts: Sequence[str]) -> str:
    return next((text.strip() for text in texts if _RATE.fullmatch(text.strip())), "")


def _tell_unread(block: Box, told: Mapping[str, object], findings: list[Finding]) -> None:
    """Amounts that stand beside no name."""
    for line, cells in block.rows if not told else ():
        amounts = [text for _, text in cells if _AMOUNT.fullmatch(text)]
        if amounts:
            sentence = say(
                "予算執行の欄の「{amounts}」が予算額か決算額か分からないため、読み込んでいません。",
                amounts="」「".join(amounts),
            )
            findings.append(Finding(Severity.WARNING, "amount_without_name", sentence, line.place))


def _tell_others(named: Iterable[tuple[Line, str]], budget: Budget, findings: list[Finding]) -> None:
    """What stands beside the names of the amounts and is none in thousand yen, or one too many."""
    taken = Counter((budget.initial, budget.revised, budget.settlement, budget.typed_rate))
    for line, text in named:
        bare = text.strip() if text.strip() in taken else text.strip().removesuffix("千円").strip()
        if taken[bare]:
            taken[bare] -= 1
        elif not _COLUMN.search(text) and state_of(text) not in _STATES:
            findings.append(_not_taken(line, text))


def _named(boxes: Mapping[str, Box], told: Mapping[str, tuple[str, str]]) -> Iterator[tuple[Line, str]]:
    """Every text beside the name of an amount or of the rate."""
    for box in (boxes[name] for name in ("amount", "settlement", "rate") if name in boxes):
        yield from ((line, text) for line, cells in box.rows for _, text in cells)
    for pair in told.values():
        yield from ((boxes["budget"].line, text) for text in pair if text)


def _not_taken(line: Line, text: str) -> Finding:
    if _BARE.fullmatch(text.strip()):
        sentence = say("「{text}」は単位が書かれていないため、読み込んでいません。千円で入力してください。", text=text)
    elif _OTHER.fullmatch(fold(text)):
        sentence = say("「{text}」は千円単位ではないため、読み込んでいません。千円で入力してください。", text=text)
    else:
        return not_read(line, text)
    return Finding(Severity.WARNING, "amount_unit", sentence, line.place)


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
