"""Files that nobody should open end in one sentence, within seconds, and a bad one never takes the program with it."""

import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest

from imports.files import child
from imports.files.guard import Source
from imports.kinds import read_any
from imports.table.table_reading import open_source, read
from plan.errors import PlanError
from tests.imports.tables import (
    HEADINGS,
    ROWS,
    SHEET,
    after_rows,
    before_end_of_rows,
    edited,
    plain_workbook,
    with_doctype,
)

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(3000)
ENOUGH = 20  # seconds on a slow machine; the answers come in fractions of one


def _bomb(path: Path) -> Path:
    text = b"A" * 30_000_000
    row = b'<row r="40"><c r="A40" t="inlineStr"><is><t>' + text + b"</t></is></c></row>"
    return edited(path, {SHEET: before_end_of_rows(row)})


def _endless_tag(path: Path) -> Path:
    return edited(
        path,
        {SHEET: before_end_of_rows(f'<row r="40" note="{random.Random(1).randbytes(3_000_000).hex()}"/>'.encode())},
    )


def _truncated(path: Path) -> Path:
    plain_workbook([HEADINGS, *ROWS], path)
    path.write_bytes(path.read_bytes()[:-600])
    return path


def _flipped(path: Path) -> Path:
    plain_workbook([HEADINGS, *ROWS], path)
    raw = bytearray(path.read_bytes())
    with zipfile.ZipFile(path) as package:
        at = package.getinfo(SHEET).header_offset + 200
    raw[at] ^= 0xFF
    path.write_bytes(raw)
    return path


def _many_spans(path: Path) -> Path:
    spans = b"".join(b'<mergeCell ref="A%d:XFD%d"/>' % (n % 4 + 1, 1_048_576 - n * n % 99_991) for n in range(100_000))
    return edited(path, {SHEET: after_rows(b"<mergeCells>" + spans + b"</mergeCells>")})


def _styles(path: Path) -> Path:
    many = b"".join(b'<xf numFmtId="%d" fontId="0"/>' % (n * n % 9973) for n in range(80_000))
    return edited(path, {"xl/styles.xml": lambda xml: xml.replace(b"</cellXfs>", many + b"</cellXfs>")})


def _other_coding(path: Path) -> Path:
    doctype = '<?xml version="1.0" encoding="cp037"?><!DOCTYPE x [<!ENTITY a "lol">]><worksheet/>'
    return edited(path, {SHEET: lambda _: doctype.encode("cp037")})


def _twice(path: Path) -> Path:
    return edited(path, {}, {"xl/Worksheets/Sheet1.xml": b"<worksheet/>"})


def _written(content: bytes) -> Callable[[Path], Path]:
    def write(path: Path) -> Path:
        path.write_bytes(content)
        return path

    return write


HOSTILE: dict[str, tuple[Callable[[Path], Path], str]] = {
    "a bomb": (_bomb, "大きくなりすぎる"),
    "a tag without an end": (_endless_tag, "大きすぎ"),
    "a cut-off file": (_truncated, "壊れているか"),
    "a flipped bit": (_flipped, "壊れているか"),
    "merged ranges over everything": (_many_spans, "結合セルが大きすぎます"),
    "a DTD": (lambda path: edited(path, {SHEET: with_doctype}), "DTD"),
    "a DTD in a strange coding": (_other_coding, "壊れているか"),
    "too many styles": (_styles, "書式の数"),
    "too many parts": (lambda path: edited(path, {}, {f"xl/junk/{i}": b"" for i in range(3000)}), "部品の数"),
    "a part named twice": (_twice, "重なっている"),
    "a part outside of the package": (lambda path: edited(path, {}, {"../../evil": b"x"}), "部品の名前"),
    "a macro in disguise": (lambda path: edited(path, {}, {"xl/vbaProject.bin": OLE}), "マクロ"),
    "a bad cell reference": (
        lambda path: edited(path, {SHEET: before_end_of_rows(b'<row r="9"><c r="??"><v>1</v></c></row>')}),
        "壊れているか",
    ),
    "a password": (_written(OLE + "EncryptedPackage".encode("utf-16-le")), "パスワード"),
    "a web page": (_written(b"\r\n<HTML><table><tr><td>1</td></tr></table>"), "Web ページ"),
    "an old XML sheet": (
        _written(b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"/>'),
        "XML",
    ),
    "noise": (_written(bytes(range(256)) * 20), "壊れているか"),
    "nothing": (_written(b""), "空のファイル"),
    "another kind of package": (_written(b"PK\x03\x04" + bytes(200)), "壊れているか"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_workbook_ends_in_one_sentence_that_names_the_file(name: str, tmp_path: Path) -> None:
    make, words = HOSTILE[name]
    path = make(tmp_path / "回答.xlsx")
    before = time.monotonic()
    with pytest.raises(PlanError, match=words) as refused:
        read(path)
    assert time.monotonic() - before < ENOUGH
    assert "回答.xlsx" in str(refused.value) or "シート「Sheet」" in str(refused.value)
    assert str(refused.value).endswith("ください。")


def _zip(*names: str) -> bytes:
    raw = BytesIO()
    with zipfile.ZipFile(raw, "w") as package:
        for name in names:
            package.writestr(name, "application/vnd.oasis.opendocument.text" if name == "mimetype" else "")
    return raw.getvalue()


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"%PDF-1.7\n", "PDF"), (b"{\\rtf1", "RTF"), (b"\x89PNG\r\n", "PNG"), (b"\xff\xd8\xff\xe0", "JPEG"),
        (b"SQLite format 3\0", "SQLite"), (OLE + "WordDocument".encode("utf-16-le"), "Word"),
        (_zip("[Content_Types].xml", "word/document.xml"), "Word"), (_zip("mimetype", "content.xml"), "OpenDocument"),
        (_zip("[Content_Types].xml", "ppt/presentation.xml"), "PowerPoint"), (_zip("表.csv"), "ZIP"),
        (b'<?xml version="1.0"?>\n<office:document xmlns:office="urn:x">', "FODS"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("name", ["表.xlsx", "表.csv", "表.pdf"])
def test_a_refusal_names_what_the_file_really_is(content: bytes, kind: str, name: str, tmp_path: Path) -> None:
    path = _written(content)(tmp_path / name)
    with pytest.raises(PlanError, match=rf"{name}.*{kind}.*ください。"):
        read(path)


def test_a_text_is_read_whatever_its_name_says(tmp_path: Path) -> None:
    for name in ("表.xls", "表.xlsx", "表.ods"):
        path = tmp_path / name
        path.write_text("\n".join(",".join(f'"{cell}"' for cell in row) for row in [HEADINGS, *ROWS]), "utf-8")
        assert len(read(path).table.rows) == len(ROWS)


def test_the_coding_of_old_mails_is_named(tmp_path: Path) -> None:
    path = tmp_path / "表.csv"
    path.write_bytes("\n".join(",".join(row) for row in [HEADINGS, HEADINGS]).encode("iso2022_jp"))
    with pytest.raises(PlanError, match=r"表\.csv.*ISO-2022-JP.*UTF-8"):
        read(path)


def test_a_lying_dimension_loses_no_rows(tmp_path: Path) -> None:
    lie = edited(tmp_path / "a.xlsx", {SHEET: lambda xml: xml.replace(b'ref="A1:J5"', b'ref="A1:B2"')})
    assert len(read(lie).table.rows) == len(ROWS)


def test_one_merged_range_over_the_whole_sheet_hides_no_cell(tmp_path: Path) -> None:
    span = b'<mergeCells count="1"><mergeCell ref="A1:XFD1048576"/></mergeCells>'
    path = edited(tmp_path / "a.xlsx", {SHEET: after_rows(span)})
    assert open_source(path)[0].rows[1][3] == "図書館"


def test_a_workbook_with_macros_is_read_and_its_macros_are_not(tmp_path: Path) -> None:
    path = edited(tmp_path / "a.xlsm", {}, {"xl/vbaProject.bin": OLE})
    assert len(read(path).table.rows) == len(ROWS)


def test_a_reading_that_takes_too_long_is_stopped(tmp_path: Path) -> None:
    path = plain_workbook([HEADINGS, *ROWS], tmp_path / "a.xlsx")
    with pytest.raises(PlanError, match="時間がかかりすぎる"):
        child.read_in_child(path, Source.WORKBOOK, seconds=0.001)


def test_an_old_workbook_that_kills_its_reader_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "古い表.xls"
    path.write_bytes(OLE)
    with pytest.raises(PlanError, match=r"古い表\.xls"):
        read(path)


def test_a_binary_workbook_and_a_missing_file_have_their_own_sentences(tmp_path: Path) -> None:
    binary = tmp_path / "a.xlsb"
    with zipfile.ZipFile(binary, "w") as package:
        package.writestr("xl/workbook.bin", b"")
    with pytest.raises(PlanError, match=r"\.xlsb"):
        read(binary)
    with pytest.raises(PlanError, match="見つかりません"):
        read(tmp_path / "ない.xlsx")
    with pytest.raises(PlanError, match="フォルダー"):
        read(tmp_path)


def test_a_huge_file_is_refused_before_it_is_read(tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    with path.open("wb") as file:
        file.write(b"PK\x03\x04")
        file.truncate(40 << 20)
    with pytest.raises(PlanError, match="大きすぎて"):
        read(path)


@pytest.mark.parametrize("text", ["\n" * 10_000_000, "\t" * 10_000_000, "a\n" * 5_000_000, "," * 10_000_000])
def test_a_text_of_nothing_but_lines_or_separators_is_refused_without_making_cells_of_them(
    text: str, tmp_path: Path
) -> None:
    path = tmp_path / "表.csv"
    path.write_text(text, encoding="utf-8")
    tracemalloc.start()
    try:
        for source in (path, text):
            with pytest.raises(PlanError, match="表が大きすぎます"):
                read_any(source)
        assert tracemalloc.get_traced_memory()[1] < 10 * len(text)
    finally:
        tracemalloc.stop()
