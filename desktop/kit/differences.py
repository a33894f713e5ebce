"""Before and after of one text, with what came and what went marked, for eyes that tell no red from green too."""

from difflib import SequenceMatcher
from html import escape

from desktop.kit.theme import Colours

_MOST_COMPARED = 4000  # characters; longer texts stand one after the other


def marked(before: str, after: str, look: Colours) -> str:
    """HTML of the change: what went is struck through on red, what came is underlined on green."""
    if not before:
        return f'<span style="background-color:{look.added}">{_html(after)}</span>'
    if max(len(before), len(after)) > _MOST_COMPARED:
        return _gone(before, look) + _come(after, look)
    parts = []
    for kind, i, j, k, n in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if kind == "equal":
            parts.append(_html(before[i:j]))
        else:
            parts.append(_gone(before[i:j], look) + _come(after[k:n], look))
    return "".join(parts)


def _gone(text: str, look: Colours) -> str:
    return f'<span style="background-color:{look.removed};text-decoration:line-through">{_html(text)}</span>' * bool(
        text
    )


def _come(text: str, look: Colours) -> str:
    return f'<span style="background-color:{look.added};text-decoration:underline">{_html(text)}</span>' * bool(text)


def _html(text: str) -> str:
    return escape(text).replace("\n", "<br/>")
