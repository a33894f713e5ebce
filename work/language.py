"""The interface in Japanese or English: translators, and the sentences that come from other rooms."""

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from plan.errors import Sentence
from work.places import resource


def speak(app: QApplication, language: str) -> None:
    """Put the whole application into a language; what is drawn already must be drawn again."""
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    QLocale.setDefault(QLocale(language))
    qt_texts = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    _add(app, f"qtbase_{language}", qt_texts)
    _add(app, f"ayumi_{language}", str(resource("translations")))


def _add(app: QApplication, name: str, folder: str) -> None:
    # English Qt and Japanese Ayumi have no file: those are the languages of the sources.
    translator = QTranslator(app)
    if translator.load(name, folder):
        app.installTranslator(translator)


def translate(context: str, text: str) -> str:
    """A text of ours in the language of the interface; the source is Japanese and stands literally at the call."""
    return QCoreApplication.translate(context, text)


def sentence(said: Sentence) -> str:
    """A sentence of another room in the language of the interface."""
    return said.filled(QCoreApplication.translate("Sentence", said.template))


def moment(at: str) -> str:
    """A time of the history (ISO 8601, UTC) as the clock on the wall showed it: 2026/11/21 14:30."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y/%m/%d %H:%M")
