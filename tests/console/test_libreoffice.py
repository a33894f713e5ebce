"""Questionnaires that were really opened, filled in, sorted and saved in LibreOffice come back whole."""

import shutil
import subprocess
from pathlib import Path

import pytest

from db.store.working import Store
from plan.exchange import questionnaire as words
from tests.work.returned_books import BELOW, EVALUATION, TARGET, TOP, Books, examined, taken

pytestmark = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1" script:language="StarBasic">
Sub Fill()
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  doc = StarDesktop.loadComponentFromURL("{source}", "_blank", 0, hidden())
  sheet = doc.Sheets.getByName("{table}")
{statements}
  Dim kept(0) As New com.sun.star.beans.PropertyValue
  kept(0).Name = "FilterName"
  kept(0).Value = "{filter}"
  doc.storeToURL("{target}", kept())
  doc.close(True)
End Sub
</script:module>
"""
_SORT = f"""
  sheet.unprotect("")
  Dim fields(0) As New com.sun.star.table.TableSortField
  fields(0).Field = 2
  fields(0).IsAscending = False
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "SortFields"
  how(0).Value = fields()
  sheet.getCellRangeByName("A{TOP}:{TARGET}{BELOW}").sort(how())
"""
_FILTERS = {"xlsx": "Calc MS Excel 2007 XML", "xls": "MS Excel 97", "ods": "calc8"}


def typed(cell: str, text: str) -> str:
    """The Basic that types a text into a cell, line break and all."""
    parts = " &amp; Chr(10) &amp; ".join(f'"{part}"' for part in text.split("\n"))
    return f'  sheet.getCellRangeByName("{cell}").String = {parts}\n'


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A profile of LibreOffice's own for these tests, with its usual module of Basic, which is ours to write."""
    profile = tmp_path_factory.mktemp("office")
    run(profile, "--terminate_after_init")
    return profile


def run(profile: Path, *arguments: str) -> None:
    command = ["soffice", f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=180)


def saved(office: Path, content: bytes, statements: str, suffix: str = "xlsx") -> Path:
    """The workbook as LibreOffice saved it after these statements of Basic."""
    source, target = office / "届いた調査票.xlsx", office / f"返送.{suffix}"
    source.write_bytes(content)
    target.unlink(missing_ok=True)
    told = {"source": source.as_uri(), "target": target.as_uri(), "table": words.TABLE, "statements": statements}
    module = office / "user" / "basic" / "Standard" / "Module1.xba"
    module.write_text(_MODULE.format(**told, filter=_FILTERS[suffix]), encoding="utf-8")
    run(office, "macro:///Standard.Module1.Fill()")
    return target


def test_what_was_filled_in_and_sorted_there_arrives(handed: tuple[Store, Books], office: Path) -> None:
    store, books = handed
    text = "開いた。\n参加 1,234人、=1+1、4-1、①髙﨑"
    filled = typed(f"{EVALUATION}{TOP}", text) + typed(f"{TARGET}{BELOW}", "続ける。")
    path = saved(office, books[1], filled + _SORT)
    found = examined(store, path)
    assert sorted((r.row.number, r.theirs) for r in found.taken) == [("2", text), ("3", "続ける。")]
    assert {f.check for f in found.findings} == {"unprotected", "rows_sorted"}
    assert not found.complete


def test_the_word_that_all_is_done_arrives_and_a_locked_cell_that_was_forced_is_told(
    handed: tuple[Store, Books], office: Path
) -> None:
    store, books = handed
    done = f"""
  guide = doc.Sheets.getByName("{words.GUIDE}")
  For line = 0 To 40
    If guide.getCellByPosition(0, line).String = "{words.STANDING_LABEL}" Then
      guide.getCellByPosition(2, line).String = "{words.COMPLETE}"
    End If
  Next line
"""
    path = saved(office, books[0], done + typed(f"C{TOP}", "99"))
    found = examined(store, path)
    assert (taken(found), found.complete) == ([], True)
    assert [f.check for f in found.findings] == ["outside_of_asked"]


@pytest.mark.parametrize("suffix", ["xls", "ods"])
def test_what_was_saved_in_another_form_and_sorted_there_arrives(
    suffix: str, handed: tuple[Store, Books], office: Path
) -> None:
    store, books = handed
    text = "開いた。\n参加 1,234人、=1+1、4-1、①髙﨑"
    filled = typed(f"{EVALUATION}{TOP}", text) + typed(f"{TARGET}{BELOW}", "続ける。")
    found = examined(store, saved(office, books[1], filled + _SORT, suffix))
    assert sorted((r.row.number, r.theirs) for r in found.taken) == [("2", text), ("3", "続ける。")]
    assert {f.check for f in found.findings} == {"other_form", "rows_sorted"}


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_what_was_struck_out_there_is_no_answer_and_a_comment_is_told(
    suffix: str, handed: tuple[Store, Books], office: Path
) -> None:
    store, books = handed
    struck = f"""
  sheet.unprotect("")
  sheet.getCellRangeByName("{EVALUATION}{TOP}").CharStrikeout = com.sun.star.awt.FontStrikeout.SINGLE
  sheet.Annotations.insertNew(sheet.getCellRangeByName("{TARGET}{BELOW}").CellAddress, "課長と相談中")
"""
    filled = typed(f"{EVALUATION}{TOP}", "20回開いた。") + typed(f"{TARGET}{BELOW}", "続ける。")
    found = examined(store, saved(office, books[1], filled + struck, suffix))
    assert taken(found) == ["続ける。"]
    told = {f.check: f for f in found.findings}
    assert (told["cell_not_taken"].quote, told["cell_not_taken"].place.line) == ("20回開いた。", TOP)
    assert told["comments"].place.line == BELOW
