"""A text on its way into the plan: what no file can hold is mended, and none is longer than a workbook's cell holds."""

import re

from plan.changes import Value
from plan.clipboard import line_feeds
from plan.errors import PlanError
from plan.fields import FIELDS

TEXT_LIMIT = 32_767  # what one cell of a workbook holds; a longer text could never be handed out
_HALF = re.compile("[\ud800-\udfff]")
_LABELS = {(field.table, field.name): field.label for field in FIELDS}


def cleaned(text: str, label: str) -> str:
    """The text as it is stored; a PlanError names by its label what is too long.

    Line breaks are made one. NUL, at which other programs end a text, is left out; two halves of one character are
    joined, and a lone half (a surrogate), which no file can hold, becomes U+FFFD.
    """
    text = line_feeds(text.replace("\0", ""))
    if _HALF.search(text):
        text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
    if units(text) > TEXT_LIMIT:
        raise PlanError(
            "「{field}」の文章が長すぎます（{length} 文字）。{limit} 文字までにしてください。",
            field=label,
            length=len(text),
            limit=TEXT_LIMIT,
        )
    return text


def units(text: str) -> int:
    """The text's length as a workbook counts it."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def stored(table: str, name: str, value: Value) -> Value:
    """A value as it is stored in that field: a text cleaned, a number as it is."""
    return cleaned(value, label_of(table, name)) if isinstance(value, str) else value


def label_of(table: str, name: str) -> str:
    """What people call a field."""
    return _LABELS.get((table, name), name)
