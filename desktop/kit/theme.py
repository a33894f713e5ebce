"""The look: Fusion with our own light and dark palettes, one accent, one small style sheet."""

from dataclasses import asdict, dataclass
from string import Template
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory, QWidget

from work.places import resource

FONT = "BIZ UDGothic"
_POINTS = 10.5
Styled = TypeVar("Styled", bound=QWidget)
_ROLE, _GROUP = QPalette.ColorRole, QPalette.ColorGroup


@dataclass(frozen=True, slots=True)
class Colours:
    """Every colour of one look; `added` and `removed` lie behind the words that a change brought or took."""

    window: str
    base: str
    raised: str
    text: str
    muted: str
    border: str
    accent: str
    accent_soft: str
    on_accent: str
    warning: str
    added: str
    removed: str


LIGHT = Colours(
    window="#f3f5f6", base="#ffffff", raised="#ffffff", text="#1d2a33", muted="#5c6b75", border="#d5dce0",
    accent="#0f6b6b", accent_soft="#dcefed", on_accent="#ffffff", warning="#a4510b", added="#cdeed6", removed="#fbd9d6",
)  # fmt: skip
DARK = Colours(
    window="#1d2226", base="#15191c", raised="#262c31", text="#e5eaed", muted="#9eacb5", border="#3a444b",
    accent="#55b7ac", accent_soft="#21413f", on_accent="#0b1f1e", warning="#f0a35e", added="#1f4a2d", removed="#5a2926",
)  # fmt: skip


def is_dark(theme: str) -> bool:
    """Whether a chosen theme means the dark look just now."""
    if theme == "system":
        return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
    return theme == "dark"


def colours() -> Colours:
    """The colours of the look that the application wears."""
    window = QGuiApplication.palette().color(_ROLE.Window)
    return DARK if window.name() == DARK.window else LIGHT


def wear(app: QApplication, theme: str) -> None:
    """Put a look on the whole application."""
    look = DARK if is_dark(theme) else LIGHT
    app.setStyle(QStyleFactory.create("Fusion"))
    app.setPalette(palette(look))
    for kind in ("QCheckBox", "QRadioButton"):
        app.setPalette(outlined(palette(look)), kind)  # type: ignore[arg-type]  # the stubs say bytes, Qt takes str
    app.setStyleSheet(_style(look))


def outlined(plain: QPalette) -> QPalette:
    """The palette for boxes to tick: Fusion draws their outlines darker than the window, unseen on a dark one."""
    made = QPalette(plain)
    made.setColor(_ROLE.Window, QColor(colours().muted))
    return made


def load_fonts(app: QApplication) -> None:
    """Bring our own fonts; no font of the system is then needed."""
    for weight in ("Regular", "Bold"):
        QFontDatabase.addApplicationFont(str(resource("fonts", f"BIZUDGothic-{weight}.ttf")))
    font = QFont(FONT)
    font.setPointSizeF(_POINTS)
    app.setFont(font)


def styled(widget: Styled, rule: str) -> Styled:
    """The widget under the name by which the style sheet knows its kind."""
    widget.setObjectName(rule)
    return widget


def palette(look: Colours) -> QPalette:
    """The palette of a look."""
    made = QPalette()
    roles = {
        _ROLE.Window: look.window, _ROLE.WindowText: look.text, _ROLE.Base: look.base, _ROLE.AlternateBase: look.window,
        _ROLE.Text: look.text, _ROLE.Button: look.raised, _ROLE.ButtonText: look.text, _ROLE.BrightText: look.warning,
        _ROLE.ToolTipBase: look.raised, _ROLE.ToolTipText: look.text, _ROLE.PlaceholderText: look.muted,
        _ROLE.Highlight: look.accent, _ROLE.HighlightedText: look.on_accent, _ROLE.Accent: look.accent,
        _ROLE.Link: look.accent, _ROLE.LinkVisited: look.accent, _ROLE.Light: look.raised, _ROLE.Midlight: look.border,
        _ROLE.Mid: look.border, _ROLE.Dark: look.muted, _ROLE.Shadow: look.border,
    }  # fmt: skip
    for role, colour in roles.items():
        made.setColor(role, QColor(colour))
    for role in (_ROLE.Text, _ROLE.WindowText, _ROLE.ButtonText, _ROLE.HighlightedText):
        made.setColor(_GROUP.Disabled, role, QColor(look.muted))
    made.setColor(_GROUP.Disabled, _ROLE.Highlight, QColor(look.border))
    return made


def _style(look: Colours) -> str:
    sheet = Template(resource("style", "ayumi.qss").read_text(encoding="utf-8"))
    return sheet.substitute(asdict(look))
