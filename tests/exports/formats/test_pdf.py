"""The PDF as a reader has it: all of the text, in our fonts, on sheets that can be leafed through."""

import io
import re
import shutil
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pypdfium2  # type: ignore[import-untyped]
import pytest

from exports.document import Align, Column, Document, Heading, Page, Paragraph, Row, Table, Unprintable
from exports.formats.pdf import drawing
from exports.typeset.truetype import Font
from plan.progress import Cancelled, Progress, silent
from tests.exports.fontmaking import font_composing, font_with
from tests.exports.real import real_document

SENTENCE = "地区の集会所で防災訓練を12回開き、延べ1,250人が参加した。「手引き」（第3版）も配った。"
COLUMNS = (
    Column(("番号",), 10, Align.CENTER, key=True),
    Column(("実施事業",), 30, key=True),
    Column(("令和6年度", "目標"), 30, filling=True),
    Column(("令和6年度", "評価"), 30, filling=True),
    Column(("割合",), 15, Align.RIGHT),
)


def row(number: int, target: str = SENTENCE, evaluation: str = "", outline: str = "") -> Row:
    return Row((str(number), f"見守り事業その{number}", target, evaluation, "▲1.9%"), outline, f"{number} 福祉課")


def document(*rows: Row, title: str = "みどり市 進行管理表") -> Document:
    return Document(title, (Table(COLUMNS, rows),), label="資料2", author="みどり市", page=Page(210, 148))


def written(wanted: Document, *fallbacks: Font, progress: Progress = silent) -> bytes:
    out = io.BytesIO()
    drawing.write(wanted, out, fallbacks=fallbacks, progress=progress)
    return out.getvalue()


def page_texts(content: bytes) -> list[str]:
    """The text of each page in the order of drawing, without white space."""
    reader = pypdfium2.PdfDocument(content)
    texts = [page.get_textpage().get_text_bounded() for page in reader]
    reader.close()
    return [re.sub(r"\s", "", text.replace("\ufffe", "")) for text in texts]


def bare(text: str) -> str:
    return re.sub(r"\s", "", text)


def test_every_cell_is_found_in_the_text() -> None:
    wanted = document(*(row(i, SENTENCE * (i % 4), "引き続き\n　周知する。" * (i % 3)) for i in range(1, 40)))
    text = "".join(page_texts(written(wanted)))
    cells = [cell for r in wanted.blocks[0].rows for cell in r.cells]  # type: ignore[union-attr]
    assert len(cells) == 39 * 5
    assert not [cell for cell in cells if bare(cell) not in text]


def test_heading_title_and_number_stand_on_every_page() -> None:
    pages = page_texts(written(document(*(row(i) for i in range(1, 40)))))
    assert len(pages) > 2
    for number, text in enumerate(pages, 1):
        assert "番号" in text
        assert text.count("令和6年度") == 1  # one cell over two columns
        assert f"{number}/{len(pages)}" in text
        assert "みどり市進行管理表" in text
    assert ["資料2" in text for text in pages] == [True] + [False] * (len(pages) - 1)


def test_a_row_moves_to_the_next_page_rather_than_being_split() -> None:
    pages = page_texts(written(document(*(row(i, SENTENCE * 6) for i in range(1, 12)))))
    assert len(pages) > 3
    for i in range(1, 12):
        assert [bare(SENTENCE * 6) in text for text in pages if f"見守り事業その{i}地" in text] == [True]
    assert "（つづき）" not in "".join(pages)


def test_a_row_taller_than_a_page_goes_on_under_its_keys() -> None:
    long = "\n".join(f"〔{n}〕番目の取組を進めた。" for n in range(400))
    pages = page_texts(written(document(row(1), row(2, long, "短い評価"), row(3))))
    parts = [text for text in pages if "見守り事業その2" in text]
    assert len(parts) > 2
    assert ["（つづき）" in text for text in parts] == [False] + [True] * (len(parts) - 1)
    assert "".join(pages).count("短い評価") == 1
    assert re.findall("〔([0-9]+)〕番目の取組を進めた。", "".join(pages)) == [str(n) for n in range(400)]
    assert "見守り事業その3" in pages[-1]


def test_keys_too_tall_to_repeat_flow_like_the_rest() -> None:
    long = "\n".join(f"〔{n}〕号棟" for n in range(200))
    text = "".join(page_texts(written(document(Row(("1", long, "目標", "評価", ""), name="1")))))
    assert re.findall("〔([0-9]+)〕号棟", text) == [str(n) for n in range(200)]


@pytest.mark.parametrize("heading", ["とても長い見出し" * 15, "とても長い見出し" * 40])
def test_a_heading_of_half_a_page_is_drawn_once_and_the_rows_still_come(heading: str) -> None:
    columns = (Column((heading,), 20), *COLUMNS[1:])
    wanted = Document("題", (Table(columns, [row(i) for i in range(1, 30)]),), page=Page(210, 297))
    pages = page_texts(written(wanted))
    assert sum("とても長" in text for text in pages) == (1 if len(heading) > 300 else len(pages))
    assert "見守り事業その29" in pages[-1]


def test_only_our_fonts_are_in_it_embedded_and_subset() -> None:
    with pikepdf.open(io.BytesIO(written(document(row(1))))) as file:
        fonts = {str(f.BaseFont): f for page in file.pages for f in page.Resources.Font.values()}
        assert {re.sub("^/[A-Z]{6}[+]", "", name) for name in fonts} == {"BIZUDGothic-Regular", "BIZUDGothic-Bold"}
        for font in fonts.values():
            assert 1000 < len(font.DescendantFonts[0].FontDescriptor.FontFile2.read_bytes()) < 100_000


@pytest.mark.skipif(not shutil.which("pdfinfo"), reason="poppler is not installed")
def test_another_reader_hears_the_rows_in_order_with_their_heading_once(tmp_path: Path) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(written(document(*(row(i, "", f"{i}回") for i in range(1, 40)))))
    command = ["pdfinfo", "-struct-text", str(path)]
    told = subprocess.run(command, capture_output=True, encoding="utf-8", check=True).stdout
    assert re.findall('"見守り事業その([0-9]+)"|"([0-9]+)回"', told) == [
        pair for i in range(1, 40) for pair in ((str(i), ""), ("", str(i)))
    ]
    assert told.count("      TH") == len(COLUMNS) + 1
    assert told.count("      TD") == 39 * len(COLUMNS)


@pytest.mark.skipif(not shutil.which("pdffonts"), reason="poppler is not installed")
def test_another_reader_finds_the_same_fonts_and_text(tmp_path: Path) -> None:
    lent = font_with(tmp_path / "gaiji.ttf", {"𠮷": "吉"})
    path = tmp_path / "out.pdf"
    path.write_bytes(written(document(row(1, "𠮷田会館で開催")), lent))
    fonts = subprocess.run(["pdffonts", path], capture_output=True, text=True, check=True).stdout.splitlines()[2:]
    assert len(fonts) == 3
    assert all(line.split()[-5:-2] == ["yes", "yes", "yes"] for line in fonts)
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, encoding="utf-8", check=True).stdout
    assert "𠮷田会館で開催" in bare(text)


def test_a_further_font_lends_its_characters_and_they_can_be_searched(tmp_path: Path) -> None:
    lent = font_with(tmp_path / "gaiji.ttf", {"𠮷": "吉", "☑": "○"})
    out = io.BytesIO()
    assert drawing.write(document(row(1, "𠮷田☑会館\n☑"), title="𠮷市"), out, fallbacks=(lent,)) == []
    assert "𠮷田☑会館☑" in page_texts(out.getvalue())[0]
    with pikepdf.open(out) as file:
        maps = [font.ToUnicode.read_bytes() for font in file.pages[0].Resources.Font.values()]
        assert any(b"<D842DFB7>" in found for found in maps)
        assert all(int(n) <= 100 for found in maps for n in re.findall(rb"(\d+) beginbfchar", found))


def drawn(content: bytes) -> bytes:
    with pypdfium2.PdfDocument(content) as reader:
        return bytes(reader[0].render(scale=4).buffer)


WORDS, SCALE, TWO_SCALES, MATRIX = 0x01, 0x08, 0x40, 0x80
POSITION = 0x02
ONE = 0x4000


@pytest.mark.parametrize(
    ("flags", "arguments"),
    [
        (POSITION, bytes(2)),
        (POSITION | WORDS, bytes(4)),
        (POSITION | SCALE, struct.pack(">2bh", 0, 0, ONE)),
        (POSITION | WORDS | TWO_SCALES, struct.pack(">4h", 0, 0, ONE, ONE)),
        (POSITION | MATRIX, struct.pack(">2b4h", 0, 0, ONE, 0, 0, ONE)),
    ],
)
def test_a_glyph_made_of_another_is_drawn_as_that_one(tmp_path: Path, flags: int, arguments: bytes) -> None:
    wanted = document(row(1, "𠮷田会館"))
    plain = font_with(tmp_path / "plain.ttf", {"𠮷": "品"})
    composed = font_composing(tmp_path / "composed.ttf", "𠮷", "品", flags, arguments)
    assert drawn(written(wanted, composed)) == drawn(written(wanted, plain)) != drawn(written(wanted))


def test_what_no_font_has_is_told_of_the_first_row_too() -> None:
    wanted = document(row(1, "𠮷田"), row(2))
    assert drawing.write(wanted, io.BytesIO()) == [Unprintable("1 福祉課 令和6年度 目標", "𠮷")]


def test_what_no_font_has_is_told_with_its_cell_and_still_copied() -> None:
    out = io.BytesIO()
    wanted = document(row(1), row(2, "𠮷田☑", "𠮷"))
    assert drawing.write(Document("題☑", (*wanted.blocks, Paragraph("注𠮷\n次の行"))), out) == [
        Unprintable("題☑", "☑"),
        Unprintable("2 福祉課 令和6年度 目標", "𠮷"),
        Unprintable("2 福祉課 令和6年度 目標", "☑"),
        Unprintable("2 福祉課 令和6年度 評価", "𠮷"),
        Unprintable("注𠮷", "𠮷"),
    ]
    assert "𠮷田☑" in page_texts(out.getvalue())[0]


def test_title_language_and_author_are_set_and_shown() -> None:
    with pikepdf.open(io.BytesIO(written(document(row(1), title="進行\u200b管理\n表")))) as file:
        assert str(file.docinfo["/Title"]) == "進行管理 表"
        assert str(file.docinfo["/Author"]) == "みどり市"
        assert str(file.Root.Lang) == "ja-JP"
        assert file.Root.ViewerPreferences.DisplayDocTitle
        assert not {"/CreationDate", "/ModDate"} & set(file.docinfo.keys())
        with file.open_metadata() as metadata:
            assert metadata["dc:title"] == "進行管理 表"
            assert metadata["dc:creator"] == ["みどり市"]
            assert set(metadata["dc:language"]) == {"ja-JP"}


def test_the_outline_leads_to_the_page_where_each_part_begins() -> None:
    rows = [row(i, outline=f"基本目標{i // 15 + 1}") for i in range(45)]
    content = written(document(*rows))
    pages = page_texts(content)
    with pikepdf.open(io.BytesIO(content)) as file, file.open_outline() as outline:
        places = {page.objgen: index for index, page in enumerate(file.pages)}
        entries = [(e.title, places[e.destination[0].objgen]) for e in outline.root]  # type: ignore[index]
    assert [title for title, _ in entries] == ["基本目標1", "基本目標2", "基本目標3"]
    for (_, page), first in zip(entries, (0, 15, 30), strict=True):
        assert f"見守り事業その{first}地" in pages[page]


def test_entries_of_the_outline_stand_below_each_other_even_where_a_level_is_left_out() -> None:
    blocks = [Heading(text, level) for text, level in (("一", 1), ("深", 3), ("浅", 2), ("二", 1), ("終", 2))]
    with pikepdf.open(io.BytesIO(written(Document("題", tuple(blocks))))) as file, file.open_outline() as outline:
        told = [(entry.title, [below.title for below in entry.children]) for entry in outline.root]
    assert told == [("一", ["深", "浅"]), ("二", ["終"])]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert written(document(row(1), row(2))) == written(document(row(1), row(2)))
    assert written(document(row(1))) != written(document(row(2)))


def test_the_file_is_sound() -> None:
    with pikepdf.open(io.BytesIO(written(document(*(row(i) for i in range(30)))))) as file:
        assert file.check_pdf_syntax() == []
        assert [float(x) for x in file.pages[0].MediaBox][2:] == pytest.approx([595.28, 419.53], abs=0.01)


def test_a_document_without_a_row_or_with_running_text_only_is_still_a_page() -> None:
    assert "番号" in page_texts(written(document()))[0]
    pages = page_texts(written(Document("題", (Paragraph(SENTENCE * 300),), page=Page(210, 148))))
    assert len(pages) > 1
    assert sum(text.count("防災訓練") for text in pages) > 280


def stopping_after(calls: int) -> Callable[[int, int], None]:
    seen: list[int] = []

    def stop(done: int, total: int) -> None:
        assert 0 <= done <= total == 100
        seen.append(done)
        assert seen == sorted(seen)
        if len(seen) > calls:
            raise Cancelled

    return stop


@pytest.mark.parametrize("calls", [0, 1, 5])
def test_a_cancelled_export_writes_nothing(calls: int) -> None:
    out = io.BytesIO()
    with pytest.raises(Cancelled):
        drawing.write(document(*(row(i) for i in range(100))), out, progress=stopping_after(calls))
    assert out.getvalue() == b""


def test_progress_ends_with_everything_done() -> None:
    seen: list[tuple[int, int]] = []
    written(document(*(row(i) for i in range(50))), progress=lambda *told: seen.append(told))
    assert seen[0] == (0, 50)
    assert seen[-1] == (50, 50)
    assert len(seen) > 2


def test_no_text_leaves_its_cell() -> None:
    rows = [row(i, SENTENCE * 2, "施策を進める。" * 9) for i in range(4)]
    reader = pypdfium2.PdfDocument(written(document(*rows)))
    page = reader[0].get_textpage()
    boxes = [page.get_charbox(i) for i in range(page.count_chars())]
    body = [(left, right) for left, bottom, right, top in boxes if bottom > 40 and top < 325]
    reader.close()
    assert len(body) > 400
    edges = (28.35, 56.69, 141.73, 333.07, 524.41, 566.93)  # the columns' lines, in points
    assert not [(left, right) for left, right in body if any(left < x < right for x in edges) or right > edges[-1]]


def test_the_published_table_comes_out_whole() -> None:
    published = real_document()
    pages = page_texts(written(published))
    text = "".join(pages)
    table = published.blocks[0]
    assert isinstance(table, Table)
    cells = [cell for r in table.rows for cell in r.cells]
    assert len(cells) == 133 * 15
    assert not [cell for cell in cells if bare(cell) not in text]
    assert 11 <= len(pages) <= 17
