"""The PDF file around the pages: reportlab writes it, pikepdf adds its structure, language and metadata."""

from io import BytesIO
from typing import Any, BinaryIO, cast

import pikepdf
from reportlab.pdfbase.pdfdoc import (
    Destination,
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFInfo,
    PDFName,
    PDFPage,
    PDFString,
    ViewerPreferencesPDFDictionary,
)

from exports.document import Document
from exports.formats.pdf.embedded_fonts import composite, compressed
from exports.formats.pdf.tags import Tags
from exports.formats.pdf.text_objects import Embedded
from exports.typeset.lines import clean

TOTAL = "Total"
"""The name of the form that shows the number of pages, which is known only at the end."""


class _Info(PDFInfo):
    """Title and author without a date: the same document gives the same bytes."""

    def format(self, document: PDFDocument) -> bytes:
        entries = {"Title": self.title, "Author": self.author, "Creator": "Ayumi", "Producer": self.producer}
        return PDFDictionary({key: PDFString(text) for key, text in entries.items() if text}).format(document)


class PdfFile:
    """Takes finished pages one by one and keeps them compressed; the same pages give the same bytes."""

    def __init__(self, document: Document, size: tuple[float, float]) -> None:
        self.tags = Tags()
        self._language, self._title, self._author = document.language, _line(document.title), _line(document.author)
        self._pdf = cast("Any", PDFDocument(compression=0, invariant=1, pdfVersion=(1, 7)))  # typed in part only
        self._pdf.info = _Info()
        self._pdf.setTitle(self._title)
        self._pdf.setAuthor(self._author)
        self._pdf.Catalog.ViewerPreferences = ViewerPreferencesPDFDictionary({"DisplayDocTitle": "true"})
        self._box = PDFArray([0, 0, *size])
        self._fonts, self._forms = PDFDictionary(), PDFDictionary()
        resources = PDFDictionary({"Font": self._fonts, "XObject": self._forms})
        self._resources = self._pdf.Reference(resources, "resources")
        self._destinations: list[Destination] = []

    def add_page(self, operators: bytes) -> None:
        """A finished page; the next one begins."""
        page = PDFPage()
        page.Override_default_compilation = 1
        page.MediaBox, page.Resources = self._box, self._resources
        page.Parent = self._pdf.Reference(self._pdf.Pages)
        page.Contents = compressed(operators)
        self._pdf.addPage(page)
        self.tags.turn()

    def add_outline(self, title: str, top: float, level: int = 0) -> None:
        """An entry of the outline that leads to the page in hand, `top` points above its lower edge."""
        destination = Destination(str(len(self._destinations)))
        destination.setPage(self._pdf.thisPageRef())
        destination.xyz(0, round(top, 2), 0)
        self._destinations.append(destination)
        outline = self._pdf.outline
        outline.addOutlineEntry(destination.name, min(level, outline.currentlevel + 1), _line(title))
        self._pdf.Catalog.showOutline()

    def add_form(self, name: str, operators: bytes) -> None:
        """Operators that the pages draw by name."""
        entries = {"Type": PDFName("XObject"), "Subtype": PDFName("Form"), "BBox": self._box}
        form = compressed(operators, entries | {"Resources": self._resources})
        self._forms[name] = self._pdf.Reference(form, name)

    def add_font(self, font: Embedded) -> None:
        """The part of a font that the pages use; the last thing before the file is saved."""
        if font:
            self._fonts[font.name] = self._pdf.Reference(composite(self._pdf, font), font.name)

    def save(self, out: BinaryIO) -> None:
        """Write the whole file, without the page that is still in hand."""
        with pikepdf.open(BytesIO(self._pdf.GetPDFData(self))) as pdf:
            pdf.Root.Lang = self._language
            self.tags.attach(pdf)
            self._describe(pdf)
            whole = BytesIO()  # qpdf ends the process where a disk refuses what it writes
            pdf.save(whole, object_stream_mode=pikepdf.ObjectStreamMode.generate, deterministic_id=True)
        out.write(whole.getvalue())

    def _describe(self, pdf: pikepdf.Pdf) -> None:
        """What a library's or an archive's catalogue reads (XMP)."""
        with pdf.open_metadata(set_pikepdf_as_editor=False) as metadata:
            metadata["dc:title"] = self._title
            metadata["dc:language"] = [self._language]
            if self._author:
                metadata["dc:creator"] = [self._author]

    def _bookmarkReference(self, name: str) -> Destination:  # noqa: N802 - reportlab's outline asks its canvas so
        return self._destinations[int(name)]


def _line(text: str) -> str:
    return clean(text).replace("\n", " ")
