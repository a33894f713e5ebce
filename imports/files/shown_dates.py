"""Days and times as a spreadsheet shows them: 令和3年4月1日, R3.4.1, 4月, 木曜日, 9:30, 36:00."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal

from imports.files.number_format import FormatUnknownError, Part, Piece, Section
from plan.dates import era_on
from plan.era import Era

NO_DATE = "######"
"""What is shown for a day that there is not."""

_LAST = {False: 2_958_466, True: 2_957_004}  # the days of the year 10000, counted from 1900 and from 1904
_NO_SUCH_DAY = 60  # 29 February 1900, which only spreadsheets have
_DAY = 86_400
_NOON = 12
_FINEST = 3  # places behind the second that a number of days tells
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
           "November", "December")  # fmt: skip
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_YOUBI = "月火水木金土日"


@dataclass(frozen=True, slots=True)
class _Moment:
    year: int
    month: int
    day: int
    weekday: int
    seconds: Decimal  # since midnight
    elapsed: Decimal  # seconds since the first day
    era: Era | None


def shown_moment(value: float, section: Section, *, since_1904: bool = False) -> str:
    """The day or time that a number of days stands for."""
    pieces = _with_minutes(section.pieces)
    decimals = _decimals(pieces)
    if not 0 <= value < _LAST[since_1904]:
        return NO_DATE
    moment = _moment(value, decimals, since_1904=since_1904)
    half = any(part is Part.HALF for part, _ in pieces)
    return "".join(_shown(piece, moment, section, half=half) for piece in pieces)


def serial_of(text: str, *, since_1904: bool = False) -> float:
    """The number of days that a moment in ISO form is kept as; a time alone is part of a day."""
    if "T" not in text and ":" in text:
        moment = datetime.combine(date(1899, 12, 30), time.fromisoformat(text))
        return (moment - datetime.combine(date(1899, 12, 30), time())) / timedelta(days=1)
    first = date(1904, 1, 1) if since_1904 else date(1899, 12, 30)
    moment = datetime.fromisoformat(text).replace(tzinfo=None)
    return (moment - datetime.combine(first, time())) / timedelta(days=1)


def _decimals(pieces: Sequence[Piece]) -> int:
    """Places behind the second by which a moment is rounded; one that shows no seconds is cut off, not rounded."""
    if not any(text.startswith("s") for _, text in pieces):
        return _FINEST
    return max((len(text) for part, text in pieces if part is Part.SIGN and text.startswith(".0")), default=1) - 1


def _moment(value: float, decimals: int, *, since_1904: bool) -> _Moment:
    step = Decimal(1).scaleb(-decimals)
    elapsed = (Decimal(repr(value)) * _DAY).quantize(step, ROUND_HALF_UP)
    days, seconds = divmod(elapsed, _DAY)
    whole = int(days)
    if not since_1904 and whole in (0, _NO_SUCH_DAY):
        month, day = (1, 0) if whole == 0 else (2, 29)
        return _Moment(1900, month, day, (whole + 5) % 7, seconds, elapsed, None)
    base = date(1904, 1, 1) if since_1904 else date(1899, 12, 31 if whole < _NO_SUCH_DAY else 30)
    if whole >= _LAST[since_1904]:
        raise FormatUnknownError
    on = base + timedelta(days=whole)
    return _Moment(on.year, on.month, on.day, on.weekday(), seconds, elapsed, era_on(on))


def _with_minutes(pieces: tuple[Piece, ...]) -> list[Piece]:
    """The pieces with "n" for the m that means minutes, and `.00` of seconds as one piece."""
    joined: list[Piece] = []
    for at, (part, text) in enumerate(pieces):
        if part is Part.DIGIT:
            if not joined or joined[-1][0] is not Part.SIGN or not joined[-1][1].startswith(".") or text != "0":
                raise FormatUnknownError
            joined[-1] = (Part.SIGN, joined[-1][1] + text)
        elif part is Part.DATE and text in ("m", "mm") and _is_minutes(pieces, at):
            joined.append((part, text.replace("m", "n")))
        else:
            joined.append((part, text))
    return joined


def _is_minutes(pieces: tuple[Piece, ...], at: int) -> bool:
    """An m behind hours or before seconds."""
    moments = (Part.DATE, Part.ELAPSED)
    before = next((text for part, text in reversed(pieces[:at]) if part in moments), "")
    after = next((text for part, text in pieces[at + 1 :] if part in moments), "")
    return before.startswith("h") or after.startswith("s")


def _shown(piece: Piece, moment: _Moment, section: Section, *, half: bool) -> str:
    part, text = piece
    if part is Part.DATE:
        return _part_of_day(text, moment, half=half) if text[0] in "hns" else _part_of_date(text, moment, section)
    if part is Part.ELAPSED:
        unit = {"h": 3600, "m": 60, "s": 1}[text[0]]
        return str(int(moment.elapsed // unit)).rjust(len(text), "0")
    if part is Part.HALF:
        return _half(text, section, morning=moment.seconds < _NOON * 3600)
    if part is Part.SIGN and text.startswith(".0"):
        return "." + f"{moment.seconds % 1:f}".partition(".")[2].ljust(len(text) - 1, "0")
    if part in (Part.WORDS, Part.SIGN):
        return text
    if part is Part.TEXT:
        return ""
    raise FormatUnknownError


def _half(text: str, section: Section, *, morning: bool) -> str:
    if section.japanese and len(text) > len("A/P"):
        return "午前" if morning else "午後"
    return text.split("/")[not morning]


def _part_of_day(text: str, moment: _Moment, *, half: bool) -> str:
    hours = int(moment.seconds // 3600)
    number = {
        "h": (hours - 1) % _NOON + 1 if half else hours,
        "n": int(moment.seconds // 60) % 60,
        "s": int(moment.seconds % 60),
    }[text[0]]
    return str(number).rjust(min(len(text), 2), "0")


def _part_of_date(text: str, moment: _Moment, section: Section) -> str:
    match text[0], len(text):
        case "y", size:
            return str(moment.year) if size > 2 else f"{moment.year % 100:02}"  # noqa: PLR2004
        case "m", size:
            return _of_names(_MONTHS[moment.month - 1], moment.month, size)
        case "d", size:
            return _of_names(_DAYS[moment.weekday], moment.day, size)
        case "a", size:
            return _YOUBI[moment.weekday] + "曜日" * (size > 3)  # noqa: PLR2004
        case kind, size if moment.era:
            return _part_of_era(moment.era, moment.year, kind * size, gannen=section.gannen)
    raise FormatUnknownError


def _of_names(name: str, number: int, size: int) -> str:
    return {1: str(number), 2: f"{number:02}", 3: name[:3], 4: name, 5: name[:1]}.get(size, name)


def _part_of_era(era: Era, year: int, text: str, *, gannen: bool) -> str:
    if text[0] == "g":
        return {1: era.letter, 2: era.name[0]}.get(len(text), era.name)
    number = year - era.first_year + 1
    return "元" if gannen and number == 1 else str(number).rjust(min(len(text), 2), "0")
