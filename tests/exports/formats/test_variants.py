"""Characters with a variation selector: drawn where the font has them, told where not, copied as they were written."""

from io import BytesIO

import pypdfium2  # type: ignore[import-untyped]

from exports.document import Column, Document, Heading, Paragraph, PlainForm, Row, Style, Table
from exports.formats.pdf import drawing
from exports.typeset.lines import bold, regular

DRAWN, USUAL, UNKNOWN = "\u537f\U000e0101", "\u537f\U000e0102", "\u5e02\U000e01ef"
"""卿 in another form, in the form that it has anyway, and 市 with a selector that nobody has defined."""


def printed(document: Document) -> tuple[list[object], str]:
    out = BytesIO()
    losses = drawing.write(document, out)
    with pypdfium2.PdfDocument(out.getvalue()) as pdf:
        return list(losses), "".join(page.get_textpage().get_text_range() for page in pdf)


def test_the_font_tells_which_variants_it_draws() -> None:
    for font in (regular(), bold()):
        plain = font.glyph_of(DRAWN[0])
        assert font.glyph_of(DRAWN) not in (0, plain)
        assert font.glyph_of(USUAL) == plain
        assert font.glyph_of(UNKNOWN) == 0


def test_a_variant_is_drawn_with_its_own_glyph_and_copied_with_its_selector() -> None:
    text = f"三条{DRAWN}の記念館"
    table = Table((Column(("名称",), 40),), [Row((text,), name="1")])
    losses, copied = printed(Document("試験", (table, Heading(text), Paragraph(text, Style.PROSE))))
    assert losses == []
    assert copied.count(DRAWN) == 3


def test_a_variant_that_no_font_has_is_told_drawn_as_usual_and_copied_as_it_was_written() -> None:
    table = Table((Column(("名称",), 40),), [Row((f"夕凪{UNKNOWN}",), name="1")])
    losses, copied = printed(Document("試験", (table, Paragraph(UNKNOWN, Style.PROSE))))
    assert losses == [PlainForm("1 名称", UNKNOWN), PlainForm(UNKNOWN, UNKNOWN)]
    assert copied.count(UNKNOWN) == 2
    assert "〓" not in copied


def test_a_line_is_as_wide_with_a_variant_as_without() -> None:
    wide = [Document("試験", (Paragraph((name + "の") * 200, Style.PROSE),)) for name in ("卿", DRAWN)]
    lines = [printed(document)[1].replace(DRAWN, "卿") for document in wide]
    assert lines[0] == lines[1]
