"""The part of a font that a PDF uses, as reportlab's objects: outlines, widths, and the way back to characters."""

import hashlib
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFObject, PDFStream
from reportlab.pdfbase.ttfonts import TTFontFile

from exports.formats.pdf.text_objects import Embedded
from exports.typeset.truetype import EM, Font
from exports.typeset.variants import characters_of

_LEVEL = 4  # two thirds faster than 6, and the file a thirtieth larger
_BLOCK = 100  # the most entries that a block of a ToUnicode map may have
_SYMBOLIC = 4

_CMAP_HEAD = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
)
_CMAP_TAIL = b"endcmap CMapName currentdict /CMap defineresource pop end end\n"


def compressed(content: bytes, entries: dict[str, object] | None = None) -> PDFStream:
    """A stream that is kept compressed from now on."""
    dictionary = PDFDictionary({**(entries or {}), "Filter": PDFName("FlateDecode")})
    return PDFStream(dictionary=dictionary, content=zlib.compress(content, _LEVEL))


def composite(document: Any, font: Embedded) -> PDFObject:  # noqa: ANN401 - its types are declared in part only
    """The font as the pages name it, with the characters that it has been asked for."""
    points = {code: point for point, code in font.items()}
    glyphs = [font.glyph(points[code]) if code in points else 0 for code in range(max(points) + 1)]
    program = _Outlines(font.font, glyphs).makeSubset(range(len(glyphs)))
    name = PDFName(f"{_tag(program)}+{font.font.name}")
    descendant = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("CIDFontType2"),
        "BaseFont": name,
        "CIDSystemInfo": PDFDictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0}),
        "CIDToGIDMap": compressed(_places(glyphs)),
        "DW": EM,
        "W": PDFArray(list(_widths(font, points, glyphs))),
        "FontDescriptor": document.Reference(_descriptor(font.font, name, program)),
    }
    entries = {
        "Type": PDFName("Font"),
        "Subtype": PDFName("Type0"),
        "BaseFont": name,
        "Encoding": PDFName("Identity-H"),
        "DescendantFonts": PDFArray([document.Reference(PDFDictionary(descendant))]),
        "ToUnicode": compressed(_to_unicode(points)),
    }
    return PDFDictionary(entries)


class _Outlines(TTFontFile):
    """reportlab's subsetter over a font that has been read already, with our codes in the place of characters.

    Reading the font anew with its own `extractInfo` would take longer than all the rest of a short table.
    """

    def __init__(self, font: Font, glyphs: list[int]) -> None:
        self._font = font
        self.charToGlyph = dict(enumerate(glyphs))
        super().__init__(BytesIO(font.content))

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: N802, N803, ARG002 - reportlab's names
        """What `makeSubset` asks for."""
        self.glyphPos, self.hmetrics = self._font.offsets, _Metrics(self._font)


class _Metrics:
    """The metrics of each glyph, looked up when they are asked for."""

    def __init__(self, font: Font) -> None:
        self._font = font

    def __getitem__(self, glyph: int) -> tuple[int, int]:
        return self._font.metric(glyph)


def _places(glyphs: list[int]) -> bytes:
    """The place of each code's glyph in the subset: in the order of their first use, behind glyph 0."""
    places = {glyph: place for place, glyph in enumerate(dict.fromkeys((0, *glyphs)))}
    return b"".join(places[glyph].to_bytes(2, "big") for glyph in glyphs)


def _widths(font: Embedded, points: dict[int, int], glyphs: list[int]) -> Iterator[object]:
    for code in sorted(points):
        width = font.font.width(glyphs[code])
        if width != EM:
            yield from (code, f"[{width}]")


def _descriptor(font: Font, name: object, program: bytes) -> PDFObject:
    *box, ascent, descent = font.box
    entries = {
        "Type": PDFName("FontDescriptor"),
        "FontName": name,
        "Flags": _SYMBOLIC,
        "FontBBox": PDFArray(box),
        "ItalicAngle": 0,
        "Ascent": ascent,
        "Descent": descent,
        "CapHeight": ascent,
        "StemV": 80,
        "FontFile2": compressed(program, {"Length1": len(program)}),
    }
    return PDFDictionary(entries)


def _tag(program: bytes) -> str:
    """Six capital letters that tell subsets apart."""
    return "".join(chr(ord("A") + byte % 26) for byte in hashlib.sha256(program).digest()[:6])


def _to_unicode(points: dict[int, int]) -> bytes:
    """The map back to characters, in UTF-16: without it nothing can be copied or searched."""
    rows = [b"<%04X> <%b>" % (code, _utf16(points[code])) for code in sorted(points)]
    blocks = (rows[i : i + _BLOCK] for i in range(0, len(rows), _BLOCK))
    body = b"".join(b"%d beginbfchar\n%b\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks)
    return _CMAP_HEAD + body + _CMAP_TAIL


def _utf16(point: int) -> bytes:
    return characters_of(chr(point)).encode("utf-16-be").hex().upper().encode()
