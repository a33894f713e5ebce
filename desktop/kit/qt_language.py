"""The window's language: our words and Qt's own, changed together."""

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from work import language


def speak(app: QApplication, code: str) -> None:
    """Put the whole application into a language; what is drawn already must be drawn again."""
    language.speak(code)
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(code))
    # English has no file: it is the language of Qt's source.
    translator = QTranslator(app)
    if translator.load(f"qtbase_{code}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)):
        app.installTranslator(translator)
