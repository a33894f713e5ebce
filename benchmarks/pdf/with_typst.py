"""typst: the table as a source text, compiled in this process."""

import re
from collections.abc import Iterable

import typst

from benchmarks.measuring import Bench
from benchmarks.pdf import WRITING
from benchmarks.pdf.sheet import FONT, Sheet, finish, sheet

_SPECIAL = re.compile(r"""[\\#*_`<>@$\[\]~"'\-=+/]""")


def write(bench: Bench) -> None:
    """Write the source and compile it."""
    wanted, path = sheet(bench), bench.folder / "typst.pdf"
    source = path.with_suffix(".typ")
    with bench.clock(WRITING):
        source.write_text(_source(wanted), encoding="utf-8")
        typst.compile(source, output=path, font_paths=[FONT.parent], ignore_system_fonts=True)
    finish(bench, path)


def _source(wanted: Sheet) -> str:
    widths = ",".join(f"{width:.3f}pt" for width in wanted.widths)
    centered = ",".join(str(i) for i in sorted(wanted.centered))
    return "\n".join(
        (
            f'#set page(paper: "a3", flipped: true, margin: {wanted.margin:.2f}pt, numbering: "1 / 1")',
            f'#set text(font: "BIZ UDGothic", size: {wanted.size}pt, lang: "ja")',
            f"#set par(leading: {wanted.leading - wanted.size * 0.88:.2f}pt)",
            "#show table.cell: set block(breakable: false)",
            f"#text(size: 15pt){_content(wanted.title)}",
            f"#table(columns: ({widths}), stroke: 0.4pt + gray, inset: {wanted.pad}pt,",
            f"  align: (x, y) => if x in ({centered},) or y == 0 {{ top + center }} else {{ top + left }},",
            '  fill: (x, y) => if y == 0 { rgb("#e6e6e6") },',
            f"  table.header({_contents(wanted.headings)}),",
            *(f"{_contents(row)}," for row in wanted.rows),
            ")",
        )
    )


def _contents(texts: Iterable[str]) -> str:
    return ",".join(map(_content, texts))


def _content(text: str) -> str:
    return "[" + _SPECIAL.sub(r"\\\g<0>", text).replace("\n", "\\ ") + "]"
