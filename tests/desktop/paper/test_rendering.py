"""A page's image has what the page has, at the size that was asked for."""

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtGui import QImage

from desktop.paper.rendering import draw_page, page_sizes
from plan.progress import silent
from tests.desktop.papers import document
from work.documents import set_pages

_A3 = (1190.55, 841.89)  # points


def darkest_rows(image: QImage) -> int:
    """How many lines of the image have something dark on them."""
    return sum(
        any(image.pixelColor(x, y).lightness() < 128 for x in range(0, image.width(), 3)) for y in range(image.height())
    )


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return set_pages(document(120), silent).pdf


def test_every_page_has_its_size_in_points(pdf: bytes) -> None:
    sizes = page_sizes(pdf)
    assert len(sizes) == len(pypdfium2.PdfDocument(pdf)) > 1
    assert (sizes[0].width(), sizes[0].height()) == pytest.approx(_A3, abs=0.01)


def test_a_page_is_drawn_at_the_scale_asked_for(pdf: bytes) -> None:
    small, large = draw_page(pdf, 0, 0.5), draw_page(pdf, 0, 1.0)
    assert abs(2 * small.width() - large.width()) <= 2
    assert darkest_rows(large) > 100


def test_pages_differ_as_their_texts_do(pdf: bytes) -> None:
    assert draw_page(pdf, 0, 0.5) != draw_page(pdf, 1, 0.5)
    assert draw_page(pdf, 1, 0.5) == draw_page(pdf, 1, 0.5)
