"""Characters with a variation selector (葛󠄀, 辻󠄀): one unit for measuring and drawing, two characters for whoever copies.

While text is set, such a pair stands in a line as one character that no clean text has, a lone surrogate.
"""

import re
from collections.abc import Callable

_FIRST, _MOST = 0xD800, 0x800
_PAIR = re.compile("([㐀-䶿一-鿿豈-﫿𠀀-\U0003fffd][\ufe00-\ufe02\U000e0100-\U000e01ef])")
_pairs: list[str] = []
_units: dict[str, str] = {}


def pairs_in(text: str) -> list[str]:
    """The characters of a text that bear a variation selector, each once, in the text's order."""
    return list(dict.fromkeys(_PAIR.findall(text)))


def joined(text: str, clean: Callable[[str], str]) -> str:
    """The cleaned text with a unit for each such pair."""
    parts = _PAIR.split(text)
    if len(parts) == 1:
        return clean(text)
    return "".join(_unit(part) if place % 2 else clean(part) for place, part in enumerate(parts))


def _unit(pair: str) -> str:
    if pair not in _units:
        if len(_pairs) == _MOST:  # far more than names have; the rest is drawn without its selector
            return pair[0]
        _units[pair] = chr(_FIRST + len(_pairs))
        _pairs.append(pair)
    return _units[pair]


def characters_of(unit: str) -> str:
    """What a character of a line stands for: itself, or a character and its selector."""
    place = ord(unit) - _FIRST
    return _pairs[place] if 0 <= place < len(_pairs) else unit
