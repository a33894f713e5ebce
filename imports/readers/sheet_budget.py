"""The budget of an evaluation sheet: initial and revised amounts, settlement, and the rate that somebody typed."""

import re
from collections.abc import Mapping, Sequence

from imports.reports.labelled_boxes import Box, Cell
from plan.budget import Budget
from plan.errors import say
from plan.findings import Finding, Place, Severity
from plan.folding import fold, same_words
from plan.states import State, state_of

_AMOUNT = re.compile(r"([▲△−-]?[0-9０-９][0-9０-９,，]*)\s*千円")
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
    budget = Budget(_amount(initial), _amount(revised), _amount(settled[1] or settled[0]), _rate(rate))
    if block:
        _tell_unread(block, told, findings)
        _tell_others(boxes, findings)
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
    if not columns:
        texts = [text for _, text in cells]
        return (texts[0] if texts else "", texts[1] if len(texts) > 1 else "")
    first = next((text for at, text in cells if at < columns["came"]), "")
    return first, next((text for at, text in cells if at >= columns["came"]), "")


def _amount(text: str) -> str:
    match = _AMOUNT.fullmatch(text.strip())
    if match:
        return match[1]
    return text.strip() if state_of(text) in (State.NOT_APPLICABLE, State.PENDING) else ""


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


def _tell_others(boxes: Mapping[str, Box], findings: list[Finding]) -> None:
    """Amounts in another unit than thousand yen."""
    for name in ("amount", "settlement"):
        for text in boxes[name].texts if name in boxes else ():
            if _OTHER.fullmatch(fold(text)):
                sentence = say(
                    "「{text}」は千円単位ではないため、読み込んでいません。千円で入力してください。", text=text
                )
                findings.append(Finding(Severity.WARNING, "amount_unit", sentence, boxes[name].line.place))


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
