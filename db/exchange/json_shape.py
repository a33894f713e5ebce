"""What JSON from outside must look like: each look answers with the value, typed, or says that it does not fit."""

from collections.abc import Callable
from typing import Any, TypeVar

from db.edit.texts import TEXT_LIMIT
from plan.era import FiscalYear

_ID_LIMIT = 64
_LINE_LIMIT = 1000
_NUMBER_LIMIT = 1 << 53
_YEARS = range(1868, 2200)
_Part = TypeVar("_Part")


class MisshapenError(ValueError):
    """Something has not the shape that it must have."""


def expect(condition: object) -> None:
    """Go on only if the condition holds."""
    if not condition:
        raise MisshapenError


def text_of(value: object, limit: int = TEXT_LIMIT) -> str:
    """A text that a cell can hold: whole characters, no NUL, at most `limit` of Excel's characters."""
    if not isinstance(value, str) or "\0" in value:
        raise MisshapenError
    try:
        expect(len(value.encode("utf-16-le")) <= 2 * limit)
    except UnicodeEncodeError as error:
        raise MisshapenError from error
    return value


def line_of(value: object) -> str:
    """A text of one line or a few, as in a title or a note."""
    return text_of(value, _LINE_LIMIT)


def id_of(value: object) -> str:
    """An identity."""
    found = text_of(value, _ID_LIMIT)
    expect(found)
    return found


def number_of(value: object) -> int:
    """A whole number that a database can hold."""
    if isinstance(value, bool) or not isinstance(value, int) or abs(value) >= _NUMBER_LIMIT:
        raise MisshapenError
    return value


def year_of(value: object) -> FiscalYear:
    """A fiscal year."""
    expect(number_of(value) in _YEARS)
    return FiscalYear(number_of(value))


def fields_of(value: object, names: set[str]) -> dict[str, Any]:
    """An object with just these fields."""
    if not isinstance(value, dict) or value.keys() != names:
        raise MisshapenError
    return value


def list_of(value: object, part: Callable[[Any], _Part]) -> list[_Part]:
    """A list, each part looked at."""
    if not isinstance(value, list):
        raise MisshapenError
    return [part(v) for v in value]


def parts_of(value: object, count: int) -> list[Any]:
    """A list of just so many parts."""
    if not isinstance(value, list) or len(value) != count:
        raise MisshapenError
    return value
