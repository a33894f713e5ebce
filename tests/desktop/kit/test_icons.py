"""Icons: sharp in every size, in the colours of the look, paler where they are disabled."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QPixmap
from pytestqt.qtbot import QtBot

from desktop.kit.icons import app_icon, coloured_icon, icon

_RED = QColor("#aa0000")


def colours_of(picture: QPixmap) -> set[str]:
    """The colours that cover a pixel wholly."""
    image = picture.toImage()
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return {pixel.name() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("side", [16, 20, 37, 64])
def test_an_icon_fills_the_size_that_is_asked(qtbot: QtBot, side: int) -> None:
    assert qtbot
    assert coloured_icon("x", _RED).pixmap(QSize(side, side)).size() == QSize(side, side)
    assert coloured_icon("x", _RED).pixmap(QSize(side, side), 2.0).size() == QSize(2 * side, 2 * side)


def test_an_icon_has_the_colour_that_says_something(qtbot: QtBot) -> None:
    assert qtbot
    assert colours_of(coloured_icon("save", _RED).pixmap(48, 48)) == {"#aa0000"}


def test_what_is_disabled_is_paler(qtbot: QtBot) -> None:
    assert qtbot
    plain, pale = (icon("save").pixmap(QSize(48, 48), mode) for mode in (QIcon.Mode.Normal, QIcon.Mode.Disabled))
    assert colours_of(plain).isdisjoint(colours_of(pale))


def test_the_programs_own_icon_has_its_own_colours(qtbot: QtBot) -> None:
    assert qtbot
    assert len(colours_of(app_icon().pixmap(64, 64))) > 1


def test_an_icon_that_becomes_another_leaves_the_first_as_it_is(qtbot: QtBot) -> None:
    assert qtbot
    first = coloured_icon("save", _RED)
    second = QIcon(first)
    second.addPixmap(QPixmap(16, 16))
    del second
    assert colours_of(first.pixmap(48, 48)) == {"#aa0000"}
