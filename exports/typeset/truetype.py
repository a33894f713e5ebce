"""A TrueType font as its file has it: which characters it covers, how wide they are, how they are outlined.

Only what typesetting and embedding need, after the OpenType specification (tables cmap, head, hhea, hmtx, maxp, loca,
glyf, name). Nothing is read before it is asked for: a start of the program costs nothing.
"""

import struct
import sys
from array import array
from collections.abc import Iterator, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Literal

EM = 1000
"""Widths are counted in thousandths of an em, as PDF does; they are rounded up, so that what fits does fit."""

_UNICODE_SUBTABLES = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3))  # (platform, encoding), the widest range first
_VARIATIONS = (0, 5)
_SEGMENTED = 4
_LONG_OFFSETS = 1
_COLLECTION = b"ttcf"
_POSTSCRIPT_NAME = 6


class NotTrueTypeError(ValueError):
    """A file that is no font, is damaged, or has no TrueType outlines (OpenType with CFF)."""


class Font:
    """A font file, or the first font of a collection (.ttc)."""

    def __init__(self, source: Traversable | Path) -> None:
        self.source = source

    def check(self) -> None:
        """Read everything that typesetting needs; raises NotTrueTypeError, or OSError where the file is unreadable."""
        try:
            whole = all(offset + length <= len(self.content) for offset, length in self.tables.values())
            known = all((self.glyphs, self.metric(len(self.offsets) - 2), self.box, self.name))
        except (struct.error, KeyError, IndexError, ValueError) as error:
            raise NotTrueTypeError(self.source.name) from error
        if not (whole and known and {"glyf", "maxp", "post"} <= self.tables.keys()):
            raise NotTrueTypeError(self.source.name)

    @cached_property
    def content(self) -> bytes:
        """The whole file."""
        return self.source.read_bytes()

    @cached_property
    def tables(self) -> dict[str, tuple[int, int]]:
        """Where each table begins, and its length."""
        start = self._number(">I", 12) if self.content[:4] == _COLLECTION else 0
        records = struct.iter_unpack(
            ">4sIII", self.content[start + 12 : start + 12 + 16 * self._number(">H", start + 4)]
        )
        return {tag.decode("latin-1"): (offset, length) for tag, _, offset, length in records}

    def table(self, tag: str) -> bytes:
        """The bytes of one table; empty where the font does not have it."""
        offset, length = self.tables.get(tag, (0, 0))
        return self.content[offset : offset + length]

    @cached_property
    def glyphs(self) -> dict[int, int]:
        """Unicode code point → glyph."""
        found = self._subtables
        for key in _UNICODE_SUBTABLES:
            if key in found:
                segmented = self._number(">H", found[key]) == _SEGMENTED
                pairs = dict(self._segmented(found[key])) if segmented else self._ranges(found[key])
                return {code: glyph for code, glyph in pairs.items() if glyph}
        return {}

    @cached_property
    def variants(self) -> dict[str, int]:
        """A character and its variation selector → glyph."""
        start = self._subtables.get(_VARIATIONS)
        return {} if start is None else dict(self._varied(start))

    def glyph_of(self, character: str) -> int:
        """The glyph of a character, with its variation selector where it bears one; 0 for none."""
        return self.glyphs.get(ord(character), 0) if len(character) == 1 else self.variants.get(character, 0)

    @cached_property
    def _subtables(self) -> dict[tuple[int, int], int]:
        """Where the subtables of cmap begin, by platform and encoding."""
        start = self.tables["cmap"][0]
        records = self.content[start + 4 : start + 4 + 8 * self._number(">H", start + 2)]
        return {
            (platform, encoding): start + offset for platform, encoding, offset in struct.iter_unpack(">HHI", records)
        }

    @cached_property
    def advances(self) -> Sequence[int]:
        """The advance width of each glyph in font units; the last one also serves the glyphs after it."""
        return self._words(self.tables["hmtx"][0], 2 * self._number(">H", self.tables["hhea"][0] + 34))[::2]

    def metric(self, glyph: int) -> tuple[int, int]:
        """A glyph's advance width and left bearing in font units; the glyphs after the pairs share an advance."""
        start, last = self.tables["hmtx"][0], len(self.advances) - 1
        bearing = start + 4 * glyph + 2 if glyph <= last else start + 4 * last + 4 + 2 * (glyph - last - 1)
        return self.advances[min(glyph, last)], self._number(">H", bearing)

    @cached_property
    def units(self) -> int:
        """Font units in an em."""
        return self._number(">H", self.tables["head"][0] + 18)

    @cached_property
    def box(self) -> tuple[int, ...]:
        """The box that holds every glyph, then ascent and descent: six numbers in thousandths of an em."""
        values = struct.unpack_from(">4h", self.content, self.tables["head"][0] + 36)
        lines = struct.unpack_from(">2h", self.content, self.tables["hhea"][0] + 4)
        return tuple(value * EM // self.units for value in (*values, *lines))

    @cached_property
    def name(self) -> str:
        """The PostScript name, or the file's where the font has none that a PDF can carry."""
        table = self.table("name") or bytes(6)
        count, strings = struct.unpack_from(">HH", table, 2)
        for platform, _, _, kind, length, offset in struct.iter_unpack(">6H", table[6 : 6 + 12 * count]):
            if kind == _POSTSCRIPT_NAME:
                text = table[strings + offset : strings + offset + length]
                return _plain(text.decode("mac-roman" if platform == 1 else "utf-16-be", "replace"))
        return _plain(Path(self.source.name).stem)

    def width(self, glyph: int) -> int:
        """A glyph's advance in thousandths of an em, rounded up."""
        advance = self.advances[min(glyph, len(self.advances) - 1)]
        return -(-advance * EM // self.units)

    @cached_property
    def offsets(self) -> Sequence[int]:
        """Where each glyph's outline begins in the table glyf; one more than there are glyphs."""
        count = self._number(">H", self.tables["maxp"][0] + 4) + 1
        start = self.tables["loca"][0]
        if self._number(">h", self.tables["head"][0] + 50) == _LONG_OFFSETS:
            return self._words(start, count, "I")
        return array("I", (2 * half for half in self._words(start, count)))

    def _number(self, form: str, offset: int) -> int:
        return int(struct.unpack_from(form, self.content, offset)[0])

    def _words(self, offset: int, count: int, form: Literal["H", "I"] = "H") -> Sequence[int]:
        words = array(form)
        words.frombytes(self.content[offset : offset + count * words.itemsize])
        if sys.byteorder == "little":
            words.byteswap()
        return words

    def _ranges(self, start: int) -> dict[int, int]:
        """Subtable format 12: ranges of characters, most of them of a single one."""
        count = self._number(">I", start + 12)
        found: dict[int, int] = {}
        for first, last, glyph in struct.iter_unpack(">III", self.content[start + 16 : start + 16 + 12 * count]):
            if first == last:
                found[first] = glyph
            elif last <= sys.maxunicode:
                found.update(zip(range(first, last + 1), range(glyph, glyph + last - first + 1), strict=True))
        return found

    def _varied(self, start: int) -> Iterator[tuple[str, int]]:
        """Subtable format 14: for each selector the characters that look so anyway, and those with another glyph."""
        for place in range(self._number(">I", start + 6)):
            at = start + 10 + 11 * place
            selector = chr(self._wide(at))
            usual, other = self._number(">I", at + 3), self._number(">I", at + 7)
            for i in range(self._number(">I", start + usual) if usual else 0):
                first = self._wide(start + usual + 4 + 4 * i)
                for code in range(first, first + self.content[start + usual + 7 + 4 * i] + 1):
                    yield chr(code) + selector, self.glyphs.get(code, 0)
            for i in range(self._number(">I", start + other) if other else 0):
                entry = start + other + 4 + 5 * i
                yield chr(self._wide(entry)) + selector, self._number(">H", entry + 3)

    def _wide(self, offset: int) -> int:
        """A number of three bytes."""
        return int.from_bytes(self.content[offset : offset + 3], "big")

    def _segmented(self, start: int) -> Iterator[tuple[int, int]]:
        """Subtable format 4: segments of the first plane, some by a difference, some through an array."""
        count = self._number(">H", start + 6) // 2
        ends, firsts = self._words(start + 14, count), self._words(start + 16 + 2 * count, count)
        deltas, ranges = self._words(start + 16 + 4 * count, count), self._words(start + 16 + 6 * count, count)
        for i, (first, last, delta, offset) in enumerate(zip(firsts, ends, deltas, ranges, strict=True)):
            at = start + 16 + 6 * count + 2 * i + offset
            listed = self._words(at, last - first + 1) if offset else range(first, last + 1)
            yield from ((first + j, (g + delta) & 0xFFFF if g else 0) for j, g in enumerate(listed))


def _plain(name: str) -> str:
    return "".join(c for c in name if c.isascii() and (c.isalnum() or c in "-_")) or "Font"
