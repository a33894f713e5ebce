"""reportlab's own tables: a Paragraph with wordWrap CJK in every cell of a LongTable."""

from xml.sax.saxutils import escape

from reportlab.lib import colors
from reportlab.lib.enums import TA_CENTER
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, TableStyle
from reportlab.platypus.doctemplate import BaseDocTemplate

from benchmarks.measuring import Bench
from benchmarks.pdf import WRITING
from benchmarks.pdf.sheet import FONT, Sheet, finish, sheet

_FONT = "BIZ UDGothic"
_EVERYWHERE = ((0, 0), (-1, -1))
_FRAME = 6  # points that a platypus frame adds on each side


def write(bench: Bench) -> None:
    """Build the story and the file."""
    wanted, path = sheet(bench), bench.folder / "longtable.pdf"
    with bench.clock(WRITING):
        pdfmetrics.registerFont(TTFont(_FONT, str(FONT)))
        body = ParagraphStyle("body", fontName=_FONT, fontSize=wanted.size, leading=wanted.leading, wordWrap="CJK")
        title = ParagraphStyle("title", parent=body, fontSize=15, leading=20)
        story = [Paragraph(escape(wanted.title), title), _table(wanted, body)]
        margin = wanted.margin - _FRAME
        made = SimpleDocTemplate(
            str(path),
            pagesize=wanted.page,
            leftMargin=margin,
            rightMargin=margin,
            topMargin=margin,
            bottomMargin=margin,
        )
        made.build(story, onFirstPage=_foot, onLaterPages=_foot)
    finish(bench, path)


def _table(wanted: Sheet, body: ParagraphStyle) -> LongTable:
    center = ParagraphStyle("center", parent=body, alignment=TA_CENTER)
    styles = [center if i in wanted.centered else body for i in range(len(wanted.widths))]
    cells = [[Paragraph(escape(text), center) for text in wanted.headings]]
    cells += [[_cell(text, style) for text, style in zip(row, styles, strict=True)] for row in wanted.rows]
    style = TableStyle()
    style.add("GRID", *_EVERYWHERE, 0.4, colors.grey)
    style.add("VALIGN", *_EVERYWHERE, "TOP")
    style.add("BACKGROUND", (0, 0), (-1, 0), colors.HexColor(0xE6E6E6))
    for side in ("LEFT", "RIGHT", "TOP", "BOTTOM"):
        style.add(f"{side}PADDING", *_EVERYWHERE, wanted.pad)
    return LongTable(cells, colWidths=wanted.widths, repeatRows=1, style=style)


def _cell(text: str, style: ParagraphStyle) -> Paragraph:
    return Paragraph(escape(text).replace("\n", "<br/>"), style)


def _foot(canvas: Canvas, document: BaseDocTemplate) -> None:
    canvas.setFont(_FONT, 7.5)
    canvas.drawCentredString(document.pagesize[0] / 2, 12, str(document.page))
