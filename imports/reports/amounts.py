"""A value with its unit as it was written: 2,274,948件 is a number and 件; what is not a number stays as it is."""

import re
from collections import Counter
from collections.abc import Iterable

from plan.states import number_of

_VALUE = re.compile(r"(?P<number>[-−▲△+]?[0-9０-９][0-9０-９,，.．]*(?:[,，] ?[0-9０-９]{3})*)\s*(?P<unit>\D{0,12})")
_BROKEN = re.compile(r"(?<=[0-9０-９][,，])\s+(?=[0-9０-９]{3}(?![0-9０-９]))")


def split_value(text: str) -> tuple[str, str]:
    """Number and unit; a text that is no number with a unit is all value. 5, 000 件, torn by a scanner, is 5,000."""
    mended = _BROKEN.sub("", text.strip())
    match = _VALUE.fullmatch(mended)
    if match is None or number_of(match["number"]) is None:
        return text.strip(), ""
    return match["number"], match["unit"].strip()


def common_unit(values: Iterable[str]) -> str:
    """The unit that most of the values bear."""
    units = Counter(unit for unit in (split_value(value)[1] for value in values) if unit)
    return units.most_common(1)[0][0] if units else ""


def in_unit(text: str, unit: str) -> str:
    """The value as it is kept beside this unit: the bare number, or the whole text where it bears another."""
    number, own = split_value(text)
    return number if own in (unit, "") else text.strip()
