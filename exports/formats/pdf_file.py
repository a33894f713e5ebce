"""The PDF file around the pages: fonts, page tree, outline, language; reportlab writes it and nothing else knows it."""

import hashlib
import zlib
from typing import Any, BinaryIO, cast

from reportlab.pdfbase.pdfdoc import (
    Destination,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFObject,
    PDFPage,
    PDFStream,
    PDFString,
    ViewerPreferencesPDFDictionary,
)

from exports.document import Document
from exports.formats.pdf_text import Embedded
from exports.truetype import EM, subset
from exports.typeset import clean

_LEVEL = 6
_BLOCK = 100  # the most entries that a block of a ToUnicode map may have
_SYMBOLIC = 4
TOTAL = "Total"
"""The name of the form that shows the number of pages, which is known only at the end."""

_CMAP_HEAD = (
    b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    b"/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
    b"/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
    b"1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
)
_CMAP_TAIL = b"endcmap CMapName currentdict /CMap defineresource pop end end\n"


class _Info(PDFInfo):
    """Title and author without a date: the same document gives the same bytes."""

    def format(self, document: PDFDocument) -> bytes:
        entries = {"Title": self.title, "Author": self.author, "Creator": "Ayumi", "Producer": self.producer}
        return PDFDictionary({key: PDFString(text) for key, text in entries.items() if text}).format(document)


class PdfFile:
    """Takes finished pages one by one and keeps them compressed."""

    def __init__(self, document: Document, size: tuple[float, float]) -> None:
        pdf = PDFDocument(compression=0, invariant=1, pdfVersion=(1, 7), lang=document.language)
        self._pdf = cast("Any", pdf)  # its types are declared in part only
        self._pdf.info = _Info()
        self._pdf.setTitle(_one_line(document.title))
        self._pdf.setAuthor(_one_line(document.author))
        self._pdf.Catalog.ViewerPreferences = ViewerPreferencesPDFDictionary({"DisplayDocTitle": "true"})
        self._box = PDFArray([0, 0, *size])
        self._fonts, self._forms = PDFDictionary(), PDFDictionary()
        resources = PDFDictionary({"Font": self._fonts, "XObject": self._forms})
        self._resources = self._pdf.Reference(resources, "resources")
        self._destinations: dict[str, Destination] = {}

    def add_page(self, operators: bytes) -> None:
        """A finished page."""
        page = PDFPage()
        page.Override_default_compilation = 1
        page.MediaBox, page.Resources = self._box, self._resources
        page.Parent = self._pdf.Reference(self._pdf.Pages)
        page.Contents = _compressed(operators)
        self._pdf.addPage(page)
        for destination in self._destinations.values():
            if destination.page is None:
                destination.setPage(page)

    def add_outline(self, title: str, top: float) -> None:
        """An entry of the outline that leads to the page that comes next, `top` points above its lower edge."""
        name = f"part{len(self._destinations)}"
        destination = self._destinations[name] = Destination(name)
        destination.xyz(0, top, 0)
        self._pdf.outline.addOutlineEntry(name, 0, _one_line(title))
        self._pdf.Catalog.showOutline()

    def add_form(self, name: str, operators: bytes) -> None:
        """Operators that the pages draw by name."""
        entries = {"Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": self._box}
        form = _compressed(operators, entries | {"Resources": self._resources})
        self._forms[name] = self._pdf.Reference(form, name)

    def add_font(self, font: Embedded) -> None:
        """The part of a font that the pages use; the last thing before the file is saved."""
        if font:
            self._fonts[font.name] = self._pdf.Reference(self._composite(font), font.name)

    def save(self, out: BinaryIO) -> None:
        """Write the whole file."""
        out.write(self._pdf.GetPDFData(self))

    def _bookmarkReference(self, name: str) -> Destination:  # noqa: N802 - reportlab's outline asks its canvas so
        return self._destinations[name]

    def _composite(self, font: Embedded) -> PDFObject:
        points = {code: point for point, code in font.items()}
        glyphs = [font.glyph(points[code]) if code in points else 0 for code in range(max(points) + 1)]
        program = subset(font.font, glyphs)
        name = PDFName(f"{_tag(program)}+{font.font.name}")
        widths = {code: font.font.width(glyphs[code]) for code in sorted(points)}
        system = PDFDictionary({"Registry": "(Adobe)", "Ordering": "(Identity)", "Supplement": 0})
        descendant = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("CIDFontType2"),
            "BaseFont": name,
            "CIDSystemInfo": system,
            "CIDToGIDMap": PDFName("Identity"),
            "DW": EM,
            "W": PDFArray([x for code, width in widths.items() if width != EM for x in (code, f"[{width}]")]),
            "FontDescriptor": self._pdf.Reference(_descriptor(font, name, program), f"{font.name}.descriptor"),
        }
        entries = {
            "Type": PDFName("Font"),
            "Subtype": PDFName("Type0"),
            "BaseFont": name,
            "Encoding": PDFName("Identity-H"),
            "DescendantFonts": PDFArray([self._pdf.Reference(PDFDictionary(descendant), f"{font.name}.glyphs")]),
            "ToUnicode": _compressed(_to_unicode(points)),
        }
        return PDFDictionary(entries)


def _one_line(text: str) -> str:
    return clean(text).replace("\n", " ")


def _compressed(content: bytes, entries: dict[str, object] | None = None) -> PDFStream:
    dictionary = PDFDictionary({**(entries or {}), "Filter": PDFName("FlateDecode")})
    return PDFStream(dictionary=dictionary, content=zlib.compress(content, _LEVEL))


def _descriptor(font: Embedded, name: str, program: bytes) -> PDFObject:
    *box, ascent, descent = font.font.box
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
        "FontFile2": _compressed(program, {"Length1": len(program)}),
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
    return chr(point).encode("utf-16-be").hex().upper().encode()
