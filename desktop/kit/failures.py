"""The two families of error: what the person can act on is one sentence, what is our fault is a report."""

import platform
import sys
import traceback
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import qVersion
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from plan.errors import PlanError
from work.language import _, sentence


def tell(parent: QWidget | None, error: PlanError) -> None:
    """Say what the person can do something about."""
    box = QMessageBox(QMessageBox.Icon.Information, QApplication.applicationDisplayName(), sentence(error.sentence))
    box.setParent(parent, box.windowFlags())
    box.exec()


def catch_all() -> None:
    """Let every error that nobody caught end in a calm window instead of a silent line on a console."""
    sys.excepthook = caught


def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """What becomes of an error that nobody caught."""
    parent = QApplication.activeWindow()
    if isinstance(error, PlanError):
        tell(parent, error)
    elif isinstance(error, KeyboardInterrupt):
        QApplication.quit()
    else:
        sys.__excepthook__(kind, error, trace)
        offer_report(parent, report(error))


def report(error: BaseException) -> str:
    """What helps us to find the fault: versions and the trace; no text of the plan but what the trace quotes."""
    trace = "".join(traceback.format_exception(error))
    return (
        f"Ayumi {QApplication.applicationVersion()} · Python {platform.python_version()} · Qt {qVersion()} · "
        f"{platform.platform()}\n\n{trace}"
    )


def offer_report(parent: QWidget | None, text: str) -> None:
    """Say that the fault is ours and that the work is safe, and offer to save the report."""
    box = QMessageBox(parent)
    box.setIcon(QMessageBox.Icon.Warning)
    box.setText(_("申し訳ありません。あゆみの不具合のため、この操作を完了できませんでした。"))
    box.setInformativeText(
        _(
            "確定した入力は保存されています。続けてお使いいただけます。\n"
            "報告書を保存してお送りいただくと、原因を調べて直すことができます。",
        )
    )
    box.setDetailedText(text)
    save = box.addButton(_("報告書を保存…"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.setDefaultButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() is save:
        _save(parent, text)


def _save(parent: QWidget | None, text: str) -> None:
    name = QFileDialog.getSaveFileName(parent, _("報告書の保存"), "ayumi-report.txt", "*.txt")[0]
    if name:
        Path(name).write_text(text, encoding="utf-8")
