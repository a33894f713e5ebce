"""The pages of a PDF as images, drawn by pdfium."""

from threading import Lock
from typing import Any

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QImage

POINTS = 72  # in an inch, the unit of a PDF's pages
_ONE_AT_A_TIME = Lock()  # pdfium must never be in two threads, whatever the documents


def page_sizes(pdf: bytes) -> tuple[QSizeF, ...]:
    """The size of each page in points."""
    with _ONE_AT_A_TIME:
        document = _opened(pdf)
        sizes = tuple(QSizeF(*document.get_page_size(number)) for number in range(len(document)))
        document.close()
    return sizes


def draw_page(pdf: bytes, number: int, scale: float) -> QImage:
    """One page (from 0) as an image, `scale` pixels for a point. Opening the PDF anew each time costs 0.3 ms."""
    with _ONE_AT_A_TIME:
        document = _opened(pdf)
        bitmap = document[number].render(scale=scale, prefer_bgrx=True)
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, QImage.Format.Format_RGB32).copy()
        document.close()
    return image


def _opened(pdf: bytes) -> Any:  # noqa: ANN401 - pypdfium2 has no types
    # Loaded when the first page is looked at.
    from pypdfium2 import PdfDocument  # type: ignore[import-untyped]  # noqa: PLC0415

    return PdfDocument(pdf)
