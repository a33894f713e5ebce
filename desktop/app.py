"""The application: its name, look, fonts and language, and the way into its window."""

import signal
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication

from desktop.frame.main_window import Window
from desktop.frame.verbs import handlers
from desktop.kit import failures, theme
from desktop.kit.icons import app_icon
from desktop.kit.preferences import THEME, Settings
from desktop.kit.qt_language import speak
from work.language import _, preferred
from work.version import VERSION


def open_window(path: Path | None) -> int:
    """Open the window, with a plan if one is given; answers the exit status when it is closed."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)  # Ctrl+C in a terminal ends us; all work is on the disk
    settings = Settings()
    app = create_application(settings)
    window = Window(settings, handlers)
    window.show()
    if path is not None:
        QTimer.singleShot(0, window, lambda: window.open_path(path))
    return app.exec()


def create_application(settings: Settings) -> QApplication:
    """The application as the person has set it up."""
    existing = QApplication.instance()
    app = existing if isinstance(existing, QApplication) else QApplication([])
    app.setApplicationName("ayumi")
    app.setApplicationVersion(VERSION)
    failures.catch_all()
    theme.load_fonts(app)
    theme.wear(app, settings.get(THEME))
    speak(app, preferred())
    app.setApplicationDisplayName(_("あゆみ"))
    app.setWindowIcon(app_icon())
    app.styleHints().colorSchemeChanged.connect(lambda: theme.wear(app, settings.get(THEME)))
    return app
