"""A further font for tests: outlines of the house's own font under other characters."""

import struct
from pathlib import Path

from exports.truetype import Font, subset
from exports.typeset import regular


def font_with(path: Path, borrowed: dict[str, str]) -> Font:
    """A font at `path` whose characters look like those that they borrow from: {"𠮷": "吉"}."""
    points = sorted(map(ord, borrowed))
    glyphs = [regular().glyphs[ord(borrowed[chr(point)])] for point in points]
    path.write_bytes(_with_table(subset(regular(), [0, *glyphs]), b"cmap", _cmap(points)))
    return Font(path)


def _cmap(points: list[int]) -> bytes:
    """Format 12, one range for each character."""
    ranges = b"".join(struct.pack(">III", point, point, glyph) for glyph, point in enumerate(points, 1))
    body = struct.pack(">HHIII", 12, 0, 16 + len(ranges), 0, len(points)) + ranges
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + body


def _with_table(font: bytes, tag: bytes, table: bytes) -> bytes:
    """The font with one table more at its end; every other table moves by the length of one directory entry."""
    count = struct.unpack_from(">H", font, 4)[0]
    entries = [list(struct.unpack_from(">4sIII", font, 12 + 16 * i)) for i in range(count)]
    moved = [(name, checksum, offset + 16, length) for name, checksum, offset, length in entries]
    moved.append((tag, 0, len(font) + 16, len(table)))
    directory = b"".join(struct.pack(">4sIII", *entry) for entry in sorted(moved))
    return font[:4] + struct.pack(">H", count + 1) + font[6:12] + directory + font[12 + 16 * count :] + table
