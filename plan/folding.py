"""Texts as comparison and search see them: what nobody sees makes no difference; what is stored stays as written."""

import re
import unicodedata

_UNSEEN = re.compile(
    "[\0-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u00ad\u034f\u180b-\u180d\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064"
    "\ufe00-\ufe0f\ufeff\U000e0100-\U000e01ef]"
)
"""Controls, marks without a width, variation selectors; not the joiners, which make one emoji of two."""
_MARKED = re.compile("[^\u0300-\u036f\u3099\u309a][\u0300-\u036f\u3099\u309a]+")
_SIGNS = str.maketrans(
    {
        **dict.fromkeys("\uff5e\u301c\u223c", "~"),  # ～ of Windows, 〜 of a Mac
        **dict.fromkeys("\uff0d\u2212\u2010\u2011\u2013", "-"),
        "\u2015": "\u2014",  # the dash that is two characters in two tables of cp932, as the signs below
        "\u2225": "\u2016",
        "\uffe0": "\u00a2",
        "\uffe1": "\u00a3",
        "\uffe2": "\u00ac",
    }
)
_LONG_SIGN = re.compile("ー(?<![ぁ-ゖゝゞァ-ヺー-ヿㇰ-ㇿ\uff66-\uff9f]ー)ー*")  # ー5, 1ー2: a sign; コピー2: a letter
_BLANKS = re.compile(r"\s+")
_LINE_END = re.compile("[\n\r\u2028\u2029]")
_JAPANESE = re.compile(
    "[\u2e80-\u312f\u31a0-\u9fff\uf900-\ufaff\uff65-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003fffd]"
)
_OF_WORDS = frozenset({"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd"})  # letters, their marks, digits; not ①


def as_seen(text: str) -> str:
    """The text as the eye compares it: signs made one, without blanks, line breaks, variation selectors.

    Between two words of Latin letters or digits one blank stays: 12 3人 is not 123人, but a line may break within a
    figure. Full and half width stay apart, and only a letter and its mark are composed: composing all of a text would
    make 神 (U+FA19) another character.
    """
    text = _UNSEEN.sub("", text)
    if not text.isascii():
        composed = _MARKED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)
        text = _LONG_SIGN.sub(lambda match: "-" * len(match[0]), composed.translate(_SIGNS))
    return _BLANKS.sub(_blank, text)


def unified(text: str) -> str:
    """Full and half width made one (NFKC), and signs that look alike; every character by itself."""
    return unicodedata.normalize("NFKC", _UNSEEN.sub("", text)).translate(_SIGNS)


def fold(text: str) -> str:
    """The text as search sees it: unified, without blanks around it."""
    return unified(text).strip()


def same_words(text: str) -> str:
    """The text as names and keys are compared: as it is seen, unified, small and capital letters made one."""
    words = "".join(unified(as_seen(text)).casefold().split())
    return unified(words)  # a mark that stood on a blank now stands on a letter


def _blank(match: re.Match[str]) -> str:
    """What is left of white space: a blank where it parts two words, or keeps a mark from the letter before."""
    before, after = match.string[max(match.start() - 1, 0) : match.start()], match.string[match.end() : match.end() + 1]
    if not after or (before.isdecimal() and after.isdecimal() and _LINE_END.search(match[0])):
        return ""
    return " " if unicodedata.combining(after) or (_is_of_word(before) and _is_of_word(after)) else ""


def _is_of_word(character: str) -> bool:
    """Whether it belongs to a script that sets words apart by blanks."""
    is_letter = bool(character) and unicodedata.category(character) in _OF_WORDS
    return is_letter and _JAPANESE.match(character) is None
