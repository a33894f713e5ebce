"""Texts as comparison and search see them: what nobody sees makes no difference; what is stored stays as written."""

import re
import unicodedata

_UNSEEN = re.compile("[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]")
_MARKED = re.compile("[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\uff5e\u301c\u223c", "~"),  # ～ of Windows, 〜 of a Mac
        **dict.fromkeys("\uff0d\u2212\u2010\u2011\u2013", "-"),
        "\u2015": "\u2014",  # the dash that is two characters in two tables of cp932
        "\u2225": "\u2016",
    }
)
_LONG_SIGN = re.compile(r"(?<![^\W\d_])ー(?=\d)")  # ー5, 1ー2: a sign; コピー2: a letter


def as_seen(text: str) -> str:
    """The text as the eye compares it: signs made one, without blanks, line breaks, variation selectors.

    Full and half width stay apart, and only a letter and its mark are composed: composing all of a text would make
    神 (U+FA19) another character.
    """
    composed = _MARKED.sub(lambda match: unicodedata.normalize("NFC", match[0]), _UNSEEN.sub("", text))
    return "".join(_LONG_SIGN.sub("-", composed.translate(_SIGNS)).split())


def unified(text: str) -> str:
    """Full and half width made one (NFKC), and signs that look alike; every character by itself."""
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).translate(_SIGNS)


def fold(text: str) -> str:
    """The text as search sees it: unified, without blanks around it."""
    return unified(text).strip()


def same_words(text: str) -> str:
    """The text as names and keys are compared: as it is seen, unified, small and capital letters made one."""
    return "".join(unified(as_seen(text)).casefold().split())
