"""A document comes under a name on the disk, in the format that the name's ending says."""

from pathlib import Path

import pytest

from exports.document import Column, Document, Row, Table, Unprintable
from plan.errors import PlanError
from plan.progress import Cancelled
from work.writing import write_document

BEGINNINGS = {".xlsx": b"PK", ".pdf": b"%PDF", ".html": b"<!DOCTYPE html>", ".csv": b"\xef\xbb\xbf"}


def document(text: str = "行う。") -> Document:
    table = Table((Column(("番号",), 10, key=True), Column(("目標",), 60)), [Row(("1", text), name="1 防災課")])
    return Document("あゆみ計画 進行管理表", (table,))


@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_the_ending_of_the_name_gives_the_format(tmp_path: Path, suffix: str) -> None:
    out = tmp_path / f"進行管理表{suffix.upper()}"
    assert list(write_document(document(), out)) == []
    assert out.read_bytes().startswith(BEGINNINGS[suffix])


def test_an_unknown_ending_is_refused_with_those_that_are_known(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match=r"「表\.doc」.*\.xlsx、\.pdf、\.html、\.csv"):
        write_document(document(), tmp_path / "表.doc")


def test_a_text_that_a_workbook_would_cut_is_refused_and_what_stood_there_stays(tmp_path: Path) -> None:
    out = tmp_path / "表.xlsx"
    out.write_bytes(b"old")
    with pytest.raises(PlanError, match=r"1 防災課.*目標.*32,?767"):
        write_document(document("長" * 32_768), out)
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


@pytest.mark.parametrize("suffix", BEGINNINGS)
def test_a_cancelled_export_leaves_what_stood_there(tmp_path: Path, suffix: str) -> None:
    def stop(_done: int, _total: int) -> None:
        raise Cancelled

    out = tmp_path / f"表{suffix}"
    out.write_bytes(b"old")
    with pytest.raises(Cancelled):
        write_document(document(), out, stop)
    assert out.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [out]


def test_characters_that_no_font_has_are_told_with_their_cell(tmp_path: Path) -> None:
    (loss,) = write_document(document("🎉"), tmp_path / "表.pdf")
    assert isinstance(loss, Unprintable)
    assert "1 防災課" in loss.where
