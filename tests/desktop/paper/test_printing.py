"""What goes to the printer is every page asked for, upright or lying as it is; stopping takes it back."""

from pathlib import Path

import pypdfium2  # type: ignore[import-untyped]
import pytest
from PySide6.QtGui import QPageLayout
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop.paper import printing
from desktop.paper.printing import ask_and_print, new_printer, print_pages
from desktop.paper.rendering import page_sizes
from plan.progress import Cancelled, silent
from tests.desktop.papers import document
from work.documents import set_pages


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return set_pages(document(120), silent).pdf


def printer_into(path: Path, pdf: bytes) -> QPrinter:
    printer = new_printer(page_sizes(pdf)[0], "あゆみ市の表")
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(path))
    printer.setResolution(72)
    return printer


@pytest.mark.usefixtures("qapp")
def test_every_page_is_printed_lying_on_its_paper(pdf: bytes, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "printed.pdf", pdf)
    assert printer.pageLayout().orientation() is QPageLayout.Orientation.Landscape
    assert print_pages(printer, pdf, page_sizes(pdf), silent) == len(page_sizes(pdf))
    printed = page_sizes((tmp_path / "printed.pdf").read_bytes())
    assert len(printed) == len(page_sizes(pdf))
    assert (printed[0].width(), printed[0].height()) == pytest.approx((1191, 842), abs=2)


@pytest.mark.usefixtures("qapp")
def test_only_the_pages_asked_for_are_printed(pdf: bytes, tmp_path: Path) -> None:
    printer = printer_into(tmp_path / "printed.pdf", pdf)
    printer.setFromTo(2, 3)
    assert print_pages(printer, pdf, page_sizes(pdf), silent) == 2
    assert len(pypdfium2.PdfDocument(tmp_path / "printed.pdf")) == 2


@pytest.mark.usefixtures("qapp")
def test_a_print_that_is_stopped_goes_no_further(pdf: bytes, tmp_path: Path) -> None:
    seen: list[int] = []

    def stop(done: int, _total: int) -> None:
        seen.append(done)
        if done == 2:
            raise Cancelled

    with pytest.raises(Cancelled):
        print_pages(printer_into(tmp_path / "printed.pdf", pdf), pdf, page_sizes(pdf), stop)
    assert seen == [0, 1, 2]


def test_the_printer_is_asked_for_and_then_served(
    pdf: bytes, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    monkeypatch.setattr(printing, "new_printer", lambda *_: printer_into(tmp_path / "printed.pdf", pdf))
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Rejected)
    assert not ask_and_print(window, pdf, page_sizes(pdf), "表")
    monkeypatch.setattr(QPrintDialog, "exec", lambda _: QPrintDialog.DialogCode.Accepted)
    assert ask_and_print(window, pdf, page_sizes(pdf), "表")
    assert (tmp_path / "printed.pdf").exists()
