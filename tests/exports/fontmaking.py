"""A further font for tests: outlines of the house's own font under other characters."""

import struct
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, cast

from reportlab.pdfbase.ttfonts import TTFontFile, TTFontMaker, TTFontParser

from exports.typeset.lines import regular
from exports.typeset.truetype import Font


def font_with(path: Path, borrowed: Mapping[str, str]) -> Font:
    """A font at `path` whose characters look like those that they borrow from: {"𠮷": "吉"}."""
    points = sorted(map(ord, borrowed))
    part = _part(*(borrowed[chr(point)] for point in points))
    return _written(path, part, {"cmap": _cmap(dict(zip(points, range(1, len(points) + 1), strict=True)))})


def font_composing(path: Path, character: str, whole: str, flags: int, arguments: bytes) -> Font:
    """A font at `path` that draws a character by naming the glyph of another, in the manner that the flags say."""
    part = _part(whole)
    glyf, maxp = part.get_table("glyf"), part.get_table("maxp")
    outline = struct.pack(">5hHH", -1, 0, 0, 1000, 1000, flags, 1) + arguments
    outline += bytes(-len(outline) % 4)
    tables = {
        "cmap": _cmap({ord(character): 2}),
        "glyf": glyf + outline,
        "loca": part.get_table("loca") + struct.pack(">H", (len(glyf) + len(outline)) // 2),
        "maxp": maxp[:4] + struct.pack(">H", 3) + maxp[6:],
        "hmtx": part.get_table("hmtx") + bytes(2),  # as wide as the glyph before it
    }
    return _written(path, part, tables)


def _part(*characters: str) -> Any:  # noqa: ANN401 - reportlab's types are declared in part only
    """The house's font with these glyphs alone, numbered from 1."""
    return TTFontParser(BytesIO(_house().makeSubset(list(map(ord, characters)))))


def _written(path: Path, part: Any, tables: Mapping[str, bytes]) -> Font:  # noqa: ANN401
    maker = cast("Any", TTFontMaker())
    for tag in part.table:
        maker.add(tag, tables.get(tag, part.get_table(tag)))
    path.write_bytes(maker.makeStream())
    return Font(path)


@cache
def _house() -> Any:  # noqa: ANN401
    return TTFontFile(BytesIO(regular().content))


def _cmap(glyphs: Mapping[int, int]) -> bytes:
    """Format 12, one range for each character."""
    ranges = b"".join(struct.pack(">III", point, point, glyph) for point, glyph in sorted(glyphs.items()))
    body = struct.pack(">HHIII", 12, 0, 16 + len(ranges), 0, len(glyphs)) + ranges
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + body
