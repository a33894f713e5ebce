"""What a cell says beside its text: 未入力, 該当なし, 事業展開なし, 終了, 中止 …; and numbers that are not numbers.

A cell is stored exactly as it was written. Its state is read out of those words, never stored beside them:
so the two cannot disagree, and a dash stays the dash that somebody typed.
"""

from decimal import Decimal, InvalidOperation
from enum import Enum

from plan.folding import fold


class State(Enum):
    """The reading state of one cell; the value is its label in the interface."""

    NOT_ENTERED = "未入力"
    TEXT = "入力済み"
    NOTHING_TO_REPORT = "該当なし"
    NO_ACTIVITY = "事業展開なし"
    ENDED = "終了"
    DISCONTINUED = "中止"
    NOT_APPLICABLE = "－"
    PENDING = "調整中"


DECLARABLE = (State.NOTHING_TO_REPORT, State.NO_ACTIVITY, State.ENDED, State.DISCONTINUED)
"""What a person may declare in place of a text; declaring writes the label into the cell."""

_DASHES = "-‐‑‒–—―－−ー─━ｰ"
_BY_WORDS = {s.value: s for s in (*DECLARABLE, State.PENDING)}


def state_of(text: str | None) -> State:
    """The state that a cell's text declares; a text that says more than the bare word is a text."""
    if text is None:
        return State.NOT_ENTERED
    bare = fold(text).strip("。.()[]「」【】 ")
    if not bare:
        return State.NOT_ENTERED if not text.strip() else State.TEXT
    if all(c in _DASHES for c in bare):
        return State.NOT_APPLICABLE
    return _BY_WORDS.get(bare, State.TEXT)


def number_of(text: str | None) -> Decimal | None:
    """The number that a value is, `1,234` and full-width digits included; None for －, 調整中, blank or prose."""
    bare = fold(text or "").replace(",", "").replace("▲", "-").replace("△", "-").replace("−", "-")
    try:
        number = Decimal(bare)
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
