"""The grades of a scale to choose from, by the mouse or by a key."""

from collections.abc import Sequence

from plan.folding import fold
from plan.scales import Scale
from work.language import _

Choice = tuple[str, str]
"""The text that is kept, and what is shown for it."""


def grade_choices(scale: Scale) -> list[Choice]:
    """The grades to choose from, each with its meaning, and none."""
    named = [(g.symbol, g.symbol if g.symbol == g.meaning else f"{g.symbol}　{g.meaning}") for g in scale.grades]
    return [("", _("（未記入）")), *named]


def choice_by_digit(digit: str, texts: Sequence[str]) -> str | None:
    """Of none and the grades, the one that is written so, else the first, second, third …; 0 chooses none."""
    itself = next((text for text in texts if fold(text) == fold(digit)), None)
    place = int(digit)
    return itself if itself is not None else texts[place] if place < len(texts) else None
