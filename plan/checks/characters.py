"""Characters that do not belong into a text: error values of a workbook, control characters, a font's own signs."""

import re

_ERROR = re.compile(r"#(?:N/A|REF!|VALUE!|DIV/0!|NAME\?|NULL!|NUM!|SPILL!|CALC!|#+)")
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f]")
_UNPRINTABLE = re.compile("[\ue000-\uf8ff\ufffd\U000f0000-\U0010fffd]")


def error_value(text: str) -> bool:
    """Whether the text is nothing but an error that Excel shows: #N/A, ######."""
    return text.startswith("#") and _ERROR.fullmatch(text.strip()) is not None


def has_control(text: str) -> bool:
    """Whether there are control characters in it, other than tabs and line breaks."""
    return _CONTROL.search(text) is not None


def unprintable(text: str) -> str:
    """The first character that only one font on one PC knows (外字), or that stands for a lost one; else ""."""
    match = _UNPRINTABLE.search(text)
    return match[0] if match else ""
