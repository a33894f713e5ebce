"""Running text over the sheets: a heading stays with what it is above, a colophon at the foot."""

import pypdfium2  # type: ignore[import-untyped]
import pytest

from exports.document import Document, Entry, Heading, Page, Paragraph, Style
from tests.exports.sisters import as_pdf, pages

A4 = Page(210, 297, 25)


def sheet_of(texts: list[str], word: str) -> int:
    (found,) = (number for number, text in enumerate(texts) if word in text)
    return found


@pytest.mark.parametrize("lines", range(36, 60))
def test_no_heading_stands_alone_at_the_foot_of_a_sheet(lines: int) -> None:
    filler = Paragraph("\n".join(["これは前の文章です。"] * lines), Style.PROSE)
    text = Paragraph("ここから本文です。\n二行目です。\n三行目です。", Style.PROSE)
    headings = (
        Heading("大きな見出し", 1),
        Paragraph("凡例", Style.RIGHT),
        Heading("中の見出し", 2),
        Heading("小さな見出し", 3),
        Paragraph("【目標】", Style.LABEL),
    )
    texts = pages(as_pdf(Document("見出しの試験", (filler, *headings, text))))
    words = ("大きな見出し", "凡例", "中の見出し", "小さな見出し", "【目標】", "ここから本文")
    assert len({sheet_of(texts, word) for word in words}) == 1


@pytest.mark.parametrize("mark", ["", "・"])
@pytest.mark.parametrize("lines", range(46, 58))
def test_no_line_of_a_longer_text_stands_alone_at_the_foot_or_head_of_a_sheet(lines: int, mark: str) -> None:
    filler = Paragraph("\n".join(["前。"] * lines), Style.PROSE)
    text = Paragraph(mark + "本文" * 160, Style.PROSE)
    texts = pages(as_pdf(Document("試験", (filler, text), page=A4)))
    assert [count for page in texts if 0 < (count := page.count("本文")) <= 25] == []  # 25 are a line
    assert all(mark not in page or "本文" in page for page in texts if mark)


@pytest.mark.parametrize("lines", range(46, 58))
def test_a_parent_of_an_outline_stands_on_the_sheet_of_its_first_line(lines: int) -> None:
    filler = Paragraph("\n".join(["前。"] * lines), Style.PROSE)
    outline = (
        Entry("親の項目"),
        Entry("子の項目" + "とても長い名前" * 12, 1, "【達成】"),
        Entry("次の項目", 1, "【達成】"),
    )
    texts = pages(as_pdf(Document("試験", (filler, *outline), page=A4)))
    assert sheet_of(texts, "親の項目") == sheet_of(texts, "子の項目")


@pytest.mark.parametrize("lines", range(40, 60, 4))
def test_a_colophon_stands_whole_at_the_foot_of_its_sheet_below_the_text(lines: int) -> None:
    text = Paragraph("\n".join(["これは前の文章です。"] * lines), Style.PROSE)
    printed = as_pdf(Document("奥付の試験", (text, Paragraph("ある市の計画\n令和8年3月", Style.COLOPHON)), page=A4))
    assert sheet_of(pages(printed), "ある市の計画") == sheet_of(pages(printed), "令和8年3月")
    file = pypdfium2.PdfDocument(printed)
    last = file[len(file) - 1].get_textpage()
    heights = {word: last.get_charbox(last.search(word).get_next()[0])[1] for word in ("ある市の計画", "令和8年3月")}
    file.close()
    assert heights["令和8年3月"] < heights["ある市の計画"] < A4.margin * 72 / 25.4 + 60
