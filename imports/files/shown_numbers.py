"""A number as the spreadsheet showed it: 1.0 as 1, 0.5 as 50%, 9813 as 9,813, a date in words."""

import re
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_NOISE = re.compile(r"\[[^\]]*\]|_.|\*.")  # colours, locales, padding
_DIGITS = re.compile(r"[#0?](?:[#0?,]*[#0?])?(?:\.[#0?]*)?")
_MORE = re.compile(r"[A-Za-z@/?#0]")  # exponents, fractions, General, digits in two places
_EXACT = 15  # significant digits that a spreadsheet keeps


def shown_number(value: float, code: str = "General") -> str:
    """The number under a number format; formats with more to them than digits are shown as General."""
    if not isfinite(value):
        return str(value)
    section, value = _section(code, value)
    literal = _QUOTED.sub(lambda m: "\0" * len(m[1] or m[2]), section)
    bare = _NOISE.sub("", literal)
    digits = _DIGITS.search(bare)
    if digits is None and bare and not bare.strip("\0"):
        return _QUOTED.sub(_words, section)  # a zero shown as －
    if digits is None or _MORE.search(bare.replace(digits[0], "", 1)):
        return general(value)
    before, after = _around(section)
    return before + _digits(value * 100 if "%" in bare else value, digits[0]) + after


def general(value: float) -> str:
    """The number without a format: no more digits than it has, and never 1.0."""
    if isinstance(value, int):
        return str(value)
    number = Decimal(format(value, f".{_EXACT}g"))
    return format(number.to_integral_value() if number == number.to_integral_value() else number.normalize(), "f")


def shown_date(value: date, code: str) -> str:
    """The date in words, without the year where the format has none (4-1 typed by hand is 4月1日)."""
    bare = _NOISE.sub("", _QUOTED.sub("", code)).lower()
    year = f"{value.year}年" if re.search(r"[yeg]", bare) else ""
    clock = f" {value:%H:%M}" if isinstance(value, datetime) and (value.hour or value.minute) else ""
    return f"{year}{value.month}月{value.day}日{clock}"


def _section(code: str, value: float) -> tuple[str, float]:
    """The part of the format for this sign (positive;negative;zero), and the number to show under it."""
    parts = re.findall(r'((?:"[^"]*"|\\.|[^;"\\])*)(?:;|\Z)', code)
    if value < 0 and len(parts) > 2 and parts[1]:  # noqa: PLR2004  # findall ends with one empty match
        return parts[1], -value
    if value == 0 and len(parts) > 3 and parts[2]:  # noqa: PLR2004
        return parts[2], value
    return parts[0], value


def _around(section: str) -> tuple[str, str]:
    """The words that the format sets before and after the digits: ("約", "人") of "約"0"人"."""
    plain = _NOISE.sub("", section)
    pieces = _DIGITS.split(plain, maxsplit=1)
    before, after = (_QUOTED.sub(_words, piece) for piece in pieces)
    return before.strip(), after.strip()


def _words(quoted: re.Match[str]) -> str:
    return quoted[1] or quoted[2] or ""


def _digits(value: float, digits: str) -> str:
    whole, _, fraction = digits.partition(".")
    rounded = Decimal(format(value, f".{_EXACT}g")).quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    text = format(rounded, ",f" if "," in whole else "f")
    sign, text = ("-", text[1:]) if text.startswith("-") else ("", text)
    return sign + text.rjust(whole.count("0") + len(fraction) + bool(fraction), "0")
