"""Both looks can be read: 4.5 to 1 or more between every word and what lies behind it, disabled ones included."""

import pytest
from PySide6.QtGui import QColor, QPalette

from desktop.kit.theme import DARK, LIGHT, Colours, palette

READABLE = 4.5
GROUNDS = ("window", "base", "raised", "accent_soft")
ROLE, GROUP = QPalette.ColorRole, QPalette.ColorGroup


def brightness(colour: QColor) -> float:
    """The relative luminance of WCAG 2.2."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((brightness(one), brightness(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("words", ["text", "muted", "accent", "warning"])
def test_words_stand_out_from_every_ground(look: Colours, words: str) -> None:
    for ground in GROUNDS:
        assert contrast(QColor(getattr(look, words)), QColor(getattr(look, ground))) >= READABLE, ground
    assert contrast(QColor(look.on_accent), QColor(look.accent)) >= READABLE


@pytest.mark.parametrize("look", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("group", [GROUP.Active, GROUP.Inactive, GROUP.Disabled])
def test_every_widget_can_be_read_in_every_state(look: Colours, group: QPalette.ColorGroup) -> None:
    made = palette(look)
    pairs = (
        (ROLE.WindowText, ROLE.Window), (ROLE.Text, ROLE.Base), (ROLE.ButtonText, ROLE.Button),
        (ROLE.PlaceholderText, ROLE.Base), (ROLE.Link, ROLE.Base), (ROLE.ToolTipText, ROLE.ToolTipBase),
    )  # fmt: skip
    for words, ground in pairs:
        found = QColor(made.color(group, words))
        assert found.alpha() == 255, words
        assert contrast(found, made.color(group, ground)) >= READABLE, words
