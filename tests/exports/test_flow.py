"""Running text over the sheets: a heading stays with the headings and the text that it is above."""

import pytest

from exports.document import Document, Heading, Paragraph, Style
from tests.exports.sisters import as_pdf, pages


def sheet_of(texts: list[str], word: str) -> int:
    (found,) = (number for number, text in enumerate(texts) if word in text)
    return found


@pytest.mark.parametrize("lines", range(36, 60))
def test_no_heading_stands_alone_at_the_foot_of_a_sheet(lines: int) -> None:
    filler = Paragraph("\n".join(["これは前の文章です。"] * lines), Style.PROSE)
    text = Paragraph("ここから本文です。\n二行目です。\n三行目です。", Style.PROSE)
    blocks = (filler, Heading("大きな見出し", 1), Heading("中の見出し", 2), Heading("小さな見出し", 3), text)
    texts = pages(as_pdf(Document("見出しの試験", blocks)))
    assert len({sheet_of(texts, word) for word in ("大きな見出し", "中の見出し", "小さな見出し", "ここから本文")}) == 1
