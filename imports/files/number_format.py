"""Number formats of spreadsheets: a format's sections, what each is made of, and which of them a value is shown by."""

import operator
import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache


class FormatUnknownError(ValueError):
    """A format that cannot be shown as the spreadsheet shows it; the caller tells, and keeps the value."""


class Part(Enum):
    """What a piece of a format is."""

    WORDS = "words"
    DIGIT = "digit"  # 0 # ?
    GENERAL = "general"
    TEXT = "text"  # @
    DATE = "date"  # yyyy, m, ggge …
    ELAPSED = "elapsed"  # [h]
    HALF = "half"  # AM/PM
    POWER = "power"  # E+
    SIGN = "sign"  # . , % /


Piece = tuple[Part, str]
_JAPANESE = {
    27: "[$-411]ge.m.d", 28: '[$-411]ggge"年"m"月"d"日"', 29: '[$-411]ggge"年"m"月"d"日"', 30: "m/d/yy",
    31: 'yyyy"年"m"月"d"日"', 32: 'h"時"mm"分"', 33: 'h"時"mm"分"ss"秒"', 34: 'yyyy"年"m"月"', 35: 'm"月"d"日"',
    36: "[$-411]ge.m.d", 50: "[$-411]ge.m.d", 51: '[$-411]ggge"年"m"月"d"日"', 52: 'yyyy"年"m"月"', 53: 'm"月"d"日"',
    54: '[$-411]ggge"年"m"月"d"日"', 55: 'yyyy"年"m"月"', 56: 'm"月"d"日"', 57: "[$-411]ge.m.d",
    58: '[$-411]ggge"年"m"月"d"日"',
}  # fmt: skip
_ACCOUNTING = "_ {0}* #,##0{1}_ ;_ {0}* -#,##0{1}_ ;_ {0}* {2}_ ;_ @_ "
BUILT_IN = _JAPANESE | {
    0: "General", 1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 5: "¥#,##0;¥-#,##0", 6: "¥#,##0;[Red]¥-#,##0",
    7: "¥#,##0.00;¥-#,##0.00", 8: "¥#,##0.00;[Red]¥-#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00", 12: "# ?/?",
    13: "# ??/??", 14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm AM/PM", 19: "h:mm:ss AM/PM",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 37: "#,##0;-#,##0", 38: "#,##0;[Red]-#,##0",
    39: "#,##0.00;-#,##0.00", 40: "#,##0.00;[Red]-#,##0.00", 41: _ACCOUNTING.format("", "", '"-"'),
    42: _ACCOUNTING.format("¥", "", '"-"'), 43: _ACCOUNTING.format("", ".00", '"-"??'),
    44: _ACCOUNTING.format("¥", ".00", '"-"??'), 45: "mm:ss", 46: "[h]:mm:ss", 47: "mm:ss.0", 48: "##0.0E+0", 49: "@",
}  # fmt: skip
"""The formats that a workbook names by number alone, as a Japanese Excel shows them."""

_PIECE = re.compile(
    r"""
    "(?P<quoted>[^"]*)"? | [\\!](?P<escaped>.) | _(?P<pad>.) | \*(?P<fill>.) | \[(?P<bracket>[^\]]*)\]
    | (?P<general>General|G/標準) | (?P<half>AM/PM|A/P) | (?P<power>E[+-]) | (?P<digit>[0\#?]) | (?P<sign>[.,%/])
    | (?P<date>y+|m+|d+|h+|s+|g+|e+|a{3,4}) | (?P<text>@) | (?P<other>.)
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_CONDITION = re.compile(r"(<=|>=|<>|<|>|=)\s*(-?[0-9.]+(?:E[+-]?[0-9]+)?)", re.IGNORECASE)
_COLOUR = re.compile(
    r"black|blue|cyan|green|magenta|red|white|yellow|黒|青|水|緑|紫|赤|白|黄|(?:colou?r|色)\s*\d+", re.IGNORECASE
)
_LANGUAGE = re.compile(r"\$(?P<money>[^-\]]*)(?:-(?P<language>.*))?")
_GANNEN = "x-gannen"
_NUMERIC_SECTIONS = 3
_TESTS: dict[str, Callable[[float, float], bool]] = {
    "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge, "=": operator.eq, "<>": operator.ne,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a format: for positive, negative, zero, texts, or for what its own condition says."""

    pieces: tuple[Piece, ...]
    condition: tuple[str, float] | None = None
    gannen: bool = False  # year 1 of an era as 元
    japanese: bool = False  # 午前 for AM

    @property
    def is_date(self) -> bool:
        """Whether it shows a day or a time."""
        return any(part in (Part.DATE, Part.ELAPSED, Part.HALF) for part, _ in self.pieces)

    @property
    def has_digits(self) -> bool:
        """Whether it shows the number itself, and not words in its place."""
        return any(part in (Part.DIGIT, Part.GENERAL, Part.TEXT) for part, _ in self.pieces)

    def holds(self, value: float) -> bool:
        """Whether the section's own condition is met; one without never says so."""
        return self.condition is not None and _TESTS[self.condition[0]](value, self.condition[1])


@lru_cache(maxsize=1024)
def sections(code: str) -> tuple[Section, ...]:
    """The sections of a format."""
    parts = re.findall(r'((?>"[^"]*"?|\\.|\[[^\]]*\]|[^;"])*+)(?:;|\Z)', code, re.DOTALL)
    return tuple(map(_section, parts[:-1] if len(parts) > 1 and not code.endswith(";") else parts)) or (Section(()),)


def section_for(value: float, code: str) -> tuple[Section, float]:
    """The section that shows a number, and the number to show by it: without a sign where the section has its own."""
    parts = sections(code)[:_NUMERIC_SECTIONS]
    if any(part.condition for part in parts):
        return _conditional(parts, value)
    if value < 0 and len(parts) > 1:
        return parts[1], -value
    if value == 0 and len(parts) == _NUMERIC_SECTIONS:
        return parts[2], value
    return parts[0], value


def section_for_text(code: str) -> Section | None:
    """The section that shows a text; None where the text stands as it is."""
    parts = sections(code)
    last = parts[-1] if len(parts) in (1, _NUMERIC_SECTIONS + 1) else None
    return last if last and any(part is Part.TEXT for part, _ in last.pieces) else None


def _conditional(parts: tuple[Section, ...], value: float) -> tuple[Section, float]:
    """The section whose condition is met, else the last; how a sign is shown there, no two spreadsheets agree about."""
    below_zero = value < 0 and len(parts) == _NUMERIC_SECTIONS and parts[1].condition is None
    chosen = next((part for part in parts if part.holds(value)), parts[1] if below_zero else parts[-1])
    if (chosen is parts[-1] and chosen.condition and not chosen.holds(value)) or (value < 0 and chosen.has_digits):
        raise FormatUnknownError
    return chosen, abs(value)


def _section(code: str) -> Section:
    pieces: list[Piece] = []
    condition, gannen, japanese = None, False, False
    for match in _PIECE.finditer(code):
        kind, text = match.lastgroup, match[match.lastgroup or 0]
        if kind == "bracket":
            found = _CONDITION.fullmatch(text)
            condition = (found[1], float(found[2])) if found else condition
            gannen, japanese = gannen or _GANNEN in text, japanese or "411" in text or "ja-JP" in text
            pieces += [] if found else _of_bracket(text)
        else:
            pieces += _piece(kind or "other", text)
    return Section(tuple(pieces), condition, gannen, japanese)


def _of_bracket(text: str) -> list[Piece]:
    if re.fullmatch(r"h+|m+|s+", text, re.IGNORECASE):
        return [(Part.ELAPSED, text.lower())]
    if _COLOUR.fullmatch(text):
        return []
    language = _LANGUAGE.fullmatch(text)
    if language is None:
        raise FormatUnknownError(text)  # [DBNum1] and what is new
    return [(Part.WORDS, language["money"])] if language["money"] else []


def _piece(kind: str, text: str) -> list[Piece]:
    match kind:
        case "quoted" | "escaped":
            return [(Part.WORDS, text)]
        case "pad":
            return [(Part.WORDS, " ")]
        case "fill":
            return []
        case "other":
            if text.isascii() and text.isalpha():
                raise FormatUnknownError(text)
            return [(Part.WORDS, text)]
        case _:
            part = Part(kind)
            return [(part, text.lower() if part is Part.DATE else text)]
