"""What exists once for each document, format and paper is one row: whoever asks sees a new one at once."""

import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from io import BytesIO
from pathlib import Path
from types import ModuleType
from typing import BinaryIO

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from console.cli import main
from db.file.planfile import open_plan
from db.read.table import ALL, plan_facts
from db.store.working import Actor, Store
from desktop.export.choices import ExportChoices
from desktop.export.memory import Chosen
from exports.document import PAPERS, Column, Document, Loss, Paper, Row, Table, landscape, upright
from exports.formats.excel import workbook
from exports.formats.html import page
from imports import kinds
from plan.progress import Progress
from work.documents import FORMS, Asked, Form
from work.samples import create_sample
from work.writing import FORMATS, Format


def compose(store: Store, _asked: Asked) -> Document:
    with store.reading() as connection:
        city = plan_facts(connection).city
    table = Table((Column(("課",), 40),), [Row((city,))])
    return Document("引継書", (table,), page=landscape("B4"))


def write(document: Document, out: BinaryIO, progress: Progress) -> Sequence[Loss]:
    progress(1, 1)
    out.write(document.title.encode())
    return []


@pytest.fixture
def invented(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A document, a format and a paper that the program does not have."""
    module = ModuleType("invented_format")
    monkeypatch.setattr(module, "write", write, raising=False)
    monkeypatch.setitem(sys.modules, "invented_format", module)
    monkeypatch.setitem(FORMATS, ".odt", Format("文書", "invented_format", "文章だけです。"))
    monkeypatch.setitem(PAPERS, "B4", Paper(257, 364, 12))
    form = Form("handover", "引継書", compose)
    FORMS.append(form)
    yield
    FORMS.remove(form)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("AYUMI_HOME", str(tmp_path / "home"))
    create_sample(tmp_path / "見本.ayumi", Actor.here()).close()
    return tmp_path / "見本.ayumi"


@pytest.mark.usefixtures("invented")
def test_the_command_line_offers_and_writes_a_new_document_in_every_format(
    plan: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for suffix in (suffix for suffix, found in FORMATS.items() if not found.only_tables):
        out = plan.with_suffix(suffix)
        assert main(["export", str(plan), str(out), "--form", "handover"]) == 0
        assert out.stat().st_size > 0
    assert plan.with_suffix(".odt").read_text(encoding="utf-8") == "引継書"
    with pytest.raises(SystemExit):
        main(["export", "--help"])
    helped = capsys.readouterr().out
    assert "handover" in helped
    assert ".odt" in helped


@pytest.mark.usefixtures("invented")
def test_the_window_lists_a_new_document_and_a_new_format(plan: Path, qtbot: QtBot) -> None:
    with closing(open_plan(plan, Actor.here(), read_only=True)) as opened:
        years = opened.store.ask(plan_facts).years
    parent = QWidget()
    qtbot.addWidget(parent)
    choices = ExportChoices(years, (), Chosen("handover", ".odt", Asked(ALL)), parent)
    assert (choices.form.currentText(), choices.chosen.form) == ("引継書", "handover")
    assert (choices.format.by_key[".odt"].text(), choices.chosen.suffix) == ("文書", ".odt")


@pytest.mark.usefixtures("invented")
def test_a_new_paper_is_known_to_workbooks_and_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    for wanted, size in ((upright("B4"), "257mm 364mm"), (landscape("B4"), "364mm 257mm")):
        document = Document("引継書", (Table((Column(("課",), 40),), [Row(("市",))]),), page=wanted)
        out = BytesIO()
        workbook.write(document, out)
        sheet = load_workbook(out).worksheets[0]
        assert (sheet.page_setup.paperSize, sheet.page_setup.orientation == "landscape") == (12, wanted.width > 300)
        out = BytesIO()
        page.write(document, out)
        assert f"size: {size}" in out.getvalue().decode()
    monkeypatch.delitem(PAPERS, "B4")
    assert landscape("A4").paper is PAPERS["A4"]


def test_every_kind_of_source_has_its_document() -> None:
    readable = {form.reader: form.name for form in FORMS if form.reader is not None}
    assert readable == kinds.names()
