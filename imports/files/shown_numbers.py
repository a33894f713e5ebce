"""A value as the spreadsheet shows it: 1.0 as 1, 0.5 as 50%, 1234567 as 1,235千円, a day in its era."""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from math import isfinite

from imports.files.number_format import FormatUnknownError, Part, Piece, section_for, section_for_text
from imports.files.shown_dates import shown_moment

_EXACT = 15  # significant digits that a spreadsheet keeps
_THOUSAND = 3


def shown(value: float, code: str = "General", *, since_1904: bool = False) -> tuple[str, bool]:
    """The number under a format, and whether it is a day or a time; FormatUnknownError where that is beyond us."""
    if not isfinite(value):
        return str(value), False
    section, number = section_for(value, code or "General")
    if section.is_date:
        return shown_moment(value, section, since_1904=since_1904).strip(), True
    text = _number(number, section.pieces).strip()
    if not text and value:
        raise FormatUnknownError  # a format that hides a number
    return text, False


def shown_text(text: str, code: str) -> str:
    """A text under a format: with the words, but not the blanks, that the format sets around it."""
    try:
        section = section_for_text(code)
    except FormatUnknownError:
        return text
    if section is None:
        return text
    return "".join(text if part is Part.TEXT else words.strip() for part, words in section.pieces)


def general(value: float) -> str:
    """The number without a format: no more digits than it has, and never 1.0."""
    if isinstance(value, int):
        return str(value)
    number = _decimal(value)
    return format(number.to_integral_value() if number == number.to_integral_value() else number.normalize(), "f")


def _decimal(value: float) -> Decimal:
    return Decimal(format(value, f".{_EXACT}g"))


def _number(value: float, pieces: tuple[Piece, ...]) -> str:
    sign = "-" if value < 0 else ""
    kinds = {part for part, _ in pieces}
    if Part.GENERAL in kinds or Part.TEXT in kinds:
        if Part.DIGIT in kinds:
            raise FormatUnknownError
        shown = general(abs(value))
        return sign + "".join(shown if part in (Part.GENERAL, Part.TEXT) else text for part, text in pieces)
    if Part.DIGIT not in kinds:
        words = "".join(text for _, text in pieces)
        return (sign if words else "") + words
    number = abs(_decimal(value)).scaleb(2 * sum(piece == (Part.SIGN, "%") for piece in pieces))
    if Part.POWER in kinds:
        return sign + _scientific(number, pieces)
    return sign + (_fraction(number, pieces) if _is_fraction(pieces) else _plain(number, pieces))


def _plain(number: Decimal, pieces: tuple[Piece, ...]) -> str:
    """Digits before and behind the point, with the format's words where they stand among them."""
    point = next((at for at, piece in enumerate(pieces) if piece == (Part.SIGN, ".")), len(pieces))
    last = max((at for at, (part, _) in enumerate(pieces[:point]) if part is Part.DIGIT), default=-1)
    scale = sum(piece == (Part.SIGN, ",") for piece in _run(pieces, last + 1 if last >= 0 else len(pieces)))
    behind = [text for part, text in pieces[point:] if part is Part.DIGIT]
    tail = sum(piece == (Part.SIGN, ",") for piece in pieces[point:])
    rounded = number.scaleb(-_THOUSAND * (scale + tail)).quantize(Decimal(1).scaleb(-len(behind)), ROUND_HALF_UP)
    whole, _, fraction = format(rounded, "f").partition(".")
    grouped = any(
        piece == (Part.SIGN, ",") and any(part is Part.DIGIT for part, _ in pieces[:at])
        for at, piece in enumerate(pieces[: max(last, 0)])
    )
    before = _whole("" if whole == "0" else whole, pieces[:point], grouped=grouped)
    return before + _behind(fraction, behind, pieces[point:])


def _run(pieces: tuple[Piece, ...], start: int) -> list[Piece]:
    """The commas right behind a digit."""
    end = start
    while end < len(pieces) and pieces[end] == (Part.SIGN, ","):
        end += 1
    return list(pieces[start:end])


def _whole(digits: str, pieces: tuple[Piece, ...], *, grouped: bool) -> str:
    """The digits before the point, dealt out from the right; the first place takes all that are left."""
    shown: list[str] = []
    places = [at for at, (part, _) in enumerate(pieces) if part is Part.DIGIT]
    count = 0
    for at in range(len(pieces) - 1, -1, -1):
        part, text = pieces[at]
        if part is not Part.DIGIT:
            shown.append("" if (part, text) == (Part.SIGN, ",") else text)
            continue
        taken = digits if at == places[0] else digits[-1:]
        digits = digits[: len(digits) - len(taken)]
        for digit in reversed(taken or {"0": "0", "?": " "}.get(text, "")):
            shown.append("," if grouped and count and count % _THOUSAND == 0 and digit != " " else "")
            shown.append(digit)
            count += 1
    return "".join(reversed(shown))


def _behind(fraction: str, places: list[str], pieces: tuple[Piece, ...]) -> str:
    """The digits behind the point; a place of # or ? shows no zero at the end."""
    shown = list(fraction.ljust(len(places), "0"))
    for at in range(len(places) - 1, -1, -1):
        if shown[at] != "0" or places[at] == "0":
            break
        shown[at] = "" if places[at] == "#" else " "
    digits = iter(shown)
    return "".join(
        next(digits) if part is Part.DIGIT else "" if (part, text) == (Part.SIGN, ",") else text
        for part, text in pieces
    )


def _scientific(number: Decimal, pieces: tuple[Piece, ...]) -> str:
    at = next(at for at, (part, _) in enumerate(pieces) if part is Part.POWER)
    mantissa, power = pieces[:at], pieces[at + 1 :]
    point = next((i for i, piece in enumerate(mantissa) if piece == (Part.SIGN, ".")), len(mantissa))
    step = max(sum(part is Part.DIGIT for part, _ in mantissa[:point]), 1)
    behind = sum(part is Part.DIGIT for part, _ in mantissa[point:])
    exponent = number.adjusted() // step * step if number else 0
    if number.scaleb(-exponent).quantize(Decimal(1).scaleb(-behind), ROUND_HALF_UP).adjusted() >= step and number:
        exponent += step
    sign = "-" if exponent < 0 else "+" if pieces[at][1].endswith("+") else ""
    tail = _plain(Decimal(abs(exponent)), power)
    return _plain(number.scaleb(-exponent), mantissa) + "E" + sign + tail


def _is_fraction(pieces: tuple[Piece, ...]) -> bool:
    return any(
        piece == (Part.SIGN, "/") and 0 < at < len(pieces) - 1 and pieces[at - 1][0] is Part.DIGIT
        for at, piece in enumerate(pieces)
    )


def _fraction(number: Decimal, pieces: tuple[Piece, ...]) -> str:
    """A whole number and a fraction, 2 1/2; or a fraction alone, 5/2."""
    before, below, after = _parts_of_fraction(pieces)
    words, value = "".join(text for _, text in after), Fraction(number)
    if not any(part is Part.DIGIT for part, _ in before):
        top, bottom = _nearest(value, below)
        return f"{_plain(Decimal(0), before)}{top}/{bottom}{words}"
    whole = int(value)
    top, bottom = _nearest(value - whole, below)
    if top == bottom:
        whole, top = whole + 1, 0
    head = _plain(Decimal(whole), before) if whole else "" if top else "0"
    return head + (f"{top}/{bottom}" if top else "") + words


def _parts_of_fraction(pieces: tuple[Piece, ...]) -> tuple[tuple[Piece, ...], str, tuple[Piece, ...]]:
    """What stands before the fraction, the digits below its line, and what stands behind it."""
    slash = next(at for at, piece in enumerate(pieces) if piece == (Part.SIGN, "/"))
    start, end = slash, slash + 1
    while start and pieces[start - 1][0] is Part.DIGIT:
        start -= 1
    while end < len(pieces) and (pieces[end][0] is Part.DIGIT or pieces[end][1].isdecimal()):
        end += 1
    return pieces[:start], "".join(text for _, text in pieces[slash + 1 : end]), pieces[end:]


def _nearest(value: Fraction, below: str) -> tuple[int, int]:
    """The numerator and denominator nearest to a value, with a given denominator or so many digits of one."""
    if below.isdecimal() and below.strip("0"):
        bottom = int(below)
        return int(value * bottom + Fraction(1, 2)), bottom
    nearest = value.limit_denominator(10 ** min(len(below), 6) - 1)
    return nearest.numerator, nearest.denominator
