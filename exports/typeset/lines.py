"""Japanese text set in lines: measured with the page's own fonts, broken by kinsoku, cleaned for drawing only.

Line breaking follows JIS X 4051 as offices expect it: what may not begin or end a line is pushed to the next one
(追い出し), a number stays with its unit, a Latin word stays whole, a web address breaks after / ? & =. Blanks hang
beyond the line's end, and a closing 。、」 there counts half, for its other half is blank (行末約物半角). What may
not be parted is cut only where it is longer than a whole line.
"""

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from itertools import accumulate

from exports.typeset.truetype import EM, Font
from exports.typeset.variants import characters_of, joined, pairs_in

STAND_IN = "〓"
"""What is drawn where no font has the character (ゲタ)."""
_REMEMBERED = 50_000
_BLANKS = " \u3000"

_NO_START = (
    "!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕〗〙〛〟ぁぃぅぇぉっゃゅょゎゕゖ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾ"
    "！％），．：；？］｝～〜｡｣､･ｧｨｩｪｫｬｭｮｯｰﾞﾟ￠‐–—―…‥〻㌔㎡㎥㎞㎏㎝㎜㎎㏄‼⁇⁈⁉〞/／"
)
_NO_END = "([{‘“〈《「『【〔〖〘〚〝（［｛｢￡￥＄¥$＃＠〒§№℡"
_HALF_BLANK = "、。，．」』】）〕〉》］｝"  # full-width characters with nothing in their right half
_SIGNS = "▲△▼＋+−－±¥￥$＄第-"
_UNITS = (
    "百万円|千万円|億円|万円|千円|円|千人|万人|人|千件|万件|件|か所|カ所|ヶ所|ケ所|ヵ所|箇所|個所"
    "|か月|カ月|ヶ月|ケ月|ヵ月|月|か年|カ年|ヶ年|年度|年間|年|日間|日|週間|週|時間|時|分|秒|歳|回|名|校|園|台|戸|世帯"
    "|位|割|倍|課|ページ|頁|枚|組|団体|冊|棟|店|社|者|本|点|泊|区|号|部|種類|種|項目|項|ポイント|キロ|個|箱|通|次|期"
    "|章|節|条|番|学級|学年|級|億|万"
)
_INSIDE_UNITS = "".join(sorted({c for unit in _UNITS.split("|") for c in unit[1:]}))
_DIGITS = "0-9０-９"
_LETTERS = "0-9A-Za-zÀ-ɏ"
_BREAKERS = "/?&="
_WORD = _LETTERS + re.escape("_.,:;!'’\"+~#%^$*@|\\<>-" + _BREAKERS)
_LONG = 16  # a run of Latin characters this long may be broken as a web address is


def _set(*parts: str, without: bool = False) -> str:
    return f"[{'^' if without else ''}{''.join(parts)}]"


_UNBREAKABLE = re.compile(
    rf"(?:{_set(re.escape(_NO_END))}{_set(_BLANKS)}*)*"
    rf"(?:{_set(re.escape(_SIGNS))}?[{_DIGITS}]+(?:[.,:．，：/][{_DIGITS}]+)*(?:{_UNITS})"
    rf"|(?=[{_WORD}]{{{_LONG}}})(?:https?://)?(?:(?!{_set(_BREAKERS)})[{_WORD}])*{_set(_BREAKERS)}*"
    rf"|{_set(re.escape(_SIGNS))}?[{_WORD}]+"
    rf"|{_set(re.escape(_SIGNS))}?[０-９][０-９．，]*"
    r"|.)"
    rf"{_set(re.escape(_NO_START), _BLANKS)}*",
)
# Wherever a line breaks there is most often plain text: the last place in it that is certainly between two units.
_PLAIN_BREAK = re.compile(
    rf".*{_set(re.escape(_NO_END), re.escape(_SIGNS), _WORD, _DIGITS, _BLANKS, without=True)}"
    rf"(?={_set(re.escape(_NO_START), re.escape(_INSIDE_UNITS), _BLANKS, without=True)})"
)

_INVISIBLE = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    r"\ud800-\udfff\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff"
)
_MARKS = r"\u0300-\u034e\u0350-\u036f\u3099\u309a"
_UNCLEAN = re.compile(rf"[{_INVISIBLE}{_MARKS}\r\v\f\x85\u2028\u2029\t\xa0\u2000-\u200a\u202f\u205f]")
_DROPPED = re.compile(f"[{_INVISIBLE}]")
_LINE_END = re.compile("\r\n?|[\v\f\x85\u2028\u2029]")
_OTHER_BLANK = re.compile("[\t\xa0\u2000-\u200a\u202f\u205f]")
_MARKED = re.compile(rf"[^{_MARKS}][{_MARKS}]+")


def clean(text: str) -> str:
    r"""A text as it is drawn, its lines ended by \n; the stored one keeps everything.

    Zero-width and control characters would be drawn as boxes and are dropped, variation selectors are left to
    `Typesetter`; か+゛ becomes が.
    Only a letter and its mark are composed: composing all of a text would turn 神 (U+FA19) into another character.
    """
    if not _UNCLEAN.search(text):
        return text
    text = _OTHER_BLANK.sub(" ", _DROPPED.sub("", _LINE_END.sub("\n", text)))
    return _MARKED.sub(lambda match: unicodedata.normalize("NFC", match[0]), text)


class _Widths(dict[str, int]):
    """Character → width in thousandths of an em, looked up in a chain of fonts at its first use."""

    def __init__(self, fonts: Sequence[Font]) -> None:
        super().__init__()
        self.fonts = fonts
        self.lent: dict[str, int] = {}  # by which font behind the first one
        self.missing: set[str] = set()
        self.plain: set[str] = set()  # with a selector that no font knows, drawn as without it

    def __missing__(self, character: str) -> int:
        width = self[character] = self._found(character)
        return width

    def _found(self, character: str) -> int:
        wanted = characters_of(character)
        for place, font in enumerate(self.fonts):
            glyph = font.glyph_of(wanted)
            if glyph:
                if place:
                    self.lent[character] = place
                return font.width(glyph)
        if len(wanted) > 1:
            self.plain.add(wanted)
            width = self[wanted[0]]
            if wanted[0] in self.lent:
                self.lent[character] = self.lent[wanted[0]]
            return width
        self.missing.add(character)
        return self[STAND_IN] if character != STAND_IN else EM


class Typesetter:
    """Sets text in a chain of fonts, and remembers every text that it has broken: they repeat from year to year.

    Widths and limits are whole thousandths of an em: `limit = int(1000 * points / size)`.
    """

    def __init__(self, fonts: Sequence[Font]) -> None:
        self.fonts = tuple(fonts)
        self._widths = _Widths(self.fonts)
        self._broken: dict[tuple[str, int], tuple[str, ...]] = {}

    def lines(self, text: str, limit: int) -> tuple[str, ...]:
        """The lines of a text, none wider than `limit` but for blanks at its end; joined they are the cleaned text."""
        key = text, limit
        lines = self._broken.get(key)
        if lines is None:
            if len(self._broken) >= _REMEMBERED:
                self._broken.clear()
            parts = [self._paragraph(part, limit) for part in joined(text, clean).split("\n")]
            lines = self._broken[key] = tuple(line for part in parts for line in part)
        return lines

    def width(self, line: str) -> int:
        """The width of one line as it counts, without the blanks at its end."""
        line = line.rstrip(_BLANKS)
        return sum(map(self._widths.__getitem__, line)) - (EM // 2 if line.endswith(tuple(_HALF_BLANK)) else 0)

    def font_of(self, character: str) -> int:
        """Which font of the chain draws a character that was measured; the first one also draws the stand-in."""
        return self._widths.lent.get(character, 0)

    def all_in_first(self, line: str) -> bool:
        """Whether a line that was measured needs no other font than the first."""
        return not self._widths.lent or self._widths.lent.keys().isdisjoint(line)

    @property
    def lacking(self) -> bool:
        """Whether a character has been measured that no font has, or not in the variant that was asked for."""
        return bool(self._widths.missing or self._widths.plain)

    def missing(self, text: str) -> list[str]:
        """The characters of a text that no font has, each once, in the text's order."""
        characters = dict.fromkeys(clean(text).replace("\n", ""))
        for character in characters:
            self._widths[character]
        return [c for c in characters if c in self._widths.missing]

    def plain_forms(self, text: str) -> list[str]:
        """The characters of a text whose variation selectors no font knows: drawn in their usual form."""
        for unit in joined("".join(pairs_in(text)), clean):
            self._widths[unit]
        return [pair for pair in pairs_in(text) if pair in self._widths.plain]

    def _paragraph(self, text: str, limit: int) -> list[str]:
        ends = list(accumulate(map(self._widths.__getitem__, text)))
        if not text or ends[-1] <= limit:
            return [text]
        lines, start, before = [], 0, 0
        while (over := _reach(text, ends, before + limit, start)) < len(text):
            end = _last_break(text, start, over) or max(over, start + 1)
            lines.append(text[start:end])
            start, before = end, ends[end - 1]
        return [*lines, text[start:]] if start < len(text) else lines


def _reach(text: str, ends: list[int], limit: int, start: int) -> int:
    """The end of what fits into a line; blanks, and half of a closing 。, may hang beyond it."""
    end = bisect_right(ends, limit, start)
    if end < len(text) and text[end] in _HALF_BLANK and ends[end] - EM // 2 <= limit:
        end += 1
    while end < len(text) and text[end] in _BLANKS:
        end += 1
    return end


def _last_break(text: str, start: int, over: int) -> int:
    """The last place up to `over` where the line from `start` may end; 0 where one unit fills the line."""
    plain = _PLAIN_BREAK.match(text, start, over + 1)
    end = plain.end() if plain else start
    if end < over:
        for unit in _UNBREAKABLE.finditer(text, end):
            if unit.end() > over:
                break
            end = unit.end()
    return end if end > start else 0


@cache
def regular() -> Font:
    """BIZ UDGothic, in which the pages are set."""
    return _house_font("BIZUDGothic-Regular.ttf")


@cache
def bold() -> Font:
    """BIZ UDGothic Bold, for titles and headings."""
    return _house_font("BIZUDGothic-Bold.ttf")


def _house_font(name: str) -> Font:
    return Font(files("resources").joinpath("fonts", name))
