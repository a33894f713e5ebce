"""A Document as one page for a city's website: no script, no other file, to be heard, enlarged and used by keyboard."""

from collections.abc import Callable, Iterable, Iterator
from html import escape
from importlib.resources import files
from itertools import count, groupby
from typing import BinaryIO

from exports.document import (
    Block,
    Contents,
    Cover,
    Document,
    Entry,
    Form,
    Heading,
    Loss,
    Paragraph,
    Style,
    Table,
    Unprintable,
    every_text,
)
from exports.formats.excel.rows_xml import clean, dropped
from exports.formats.html import table_markup
from exports.formats.html.form_markup import form
from plan.progress import Progress, silent

_HEAD = """<!DOCTYPE html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
@page {{ size: {width:g}mm {height:g}mm; margin: {margin:g}mm; }}
{style}</style>
</head>
<body>
<a class="skip" href="#main">本文へ</a>
<header>
<h1>{heading}</h1>
{lines}</header>
<main id="main" tabindex="-1">
"""
_FOOT = "</main>\n</body>\n</html>\n"
_POINTS = "・"


def write(document: Document, out: BinaryIO, progress: Progress = silent) -> list[Loss]:
    """Write the page in UTF-8; the losses are characters that no page can hold. The same document, the same bytes."""
    page = _Page(document, _steps(progress, document))
    out.write("".join(page.parts()).encode())
    return [Unprintable(where, character) for where, text in every_text(document) for character in dropped(text)]


def _steps(progress: Progress, document: Document) -> Callable[[], None]:
    total = sum(len(block.rows) if isinstance(block, Table) else 1 for block in document.blocks)
    done = count(1)
    return lambda: progress(next(done), total)


class _Page:
    """One document on its way to a page: which headings it has, and which names its tables have taken."""

    def __init__(self, document: Document, step: Callable[[], None]) -> None:
        self._document = document
        self._step = step
        self._headings = [b for b in document.blocks if isinstance(b, Heading)]
        self._numbers = count(1)
        self._regions = table_markup.Names()

    def parts(self) -> Iterator[str]:
        """The page, piece by piece."""
        document = self._document
        cover = next((b for b in document.blocks if isinstance(b, Cover)), None)
        label = f"<p>{text_of(document.label)}</p>\n" if document.label else ""
        lines = "".join(f"<p>{text_of(line)}</p>\n" for line in cover.lines) if cover else label
        yield _HEAD.format(
            language=document.language,
            width=document.page.width,
            height=document.page.height,
            margin=document.page.margin,
            title=text_of(document.title.replace("\n", " ")),
            style=files("resources").joinpath("style", "page.css").read_text(encoding="utf-8"),
            heading=text_of(cover.title if cover else document.above),
            lines=lines,
        )
        for kind, blocks in groupby(document.blocks, type):
            if kind is Entry:
                yield from _outline([b for b in blocks if isinstance(b, Entry)])
            else:
                yield from (part for block in blocks for part in self._block(block))
        yield _FOOT

    def _block(self, block: Block) -> Iterator[str]:
        match block:
            case Table():
                yield from table_markup.table(block, self._regions, self._step)
            case Heading():
                level = min(block.level + 1, 6)
                yield f'<h{level} id="part{next(self._numbers)}">{text_of(block.text)}</h{level}>\n'
            case Contents():
                yield from self._contents(block)
            case Form():
                self._step()
                yield from form(block, self._regions)
            case Paragraph():
                yield from _paragraph(block)

    def _contents(self, contents: Contents) -> Iterator[str]:
        title = text_of(contents.title.replace("\u3000", ""))
        yield f'<nav aria-labelledby="contents">\n<h2 id="contents">{title}</h2>\n<ul>\n'
        for number, heading in enumerate(self._headings, 1):
            if heading.level <= contents.level:
                yield f'<li><a href="#part{number}">{text_of(heading.text)}</a></li>\n'
        yield "</ul>\n</nav>\n"


def text_of(text: str) -> str:
    """A text as the page holds it, its line breaks as they are."""
    return escape(clean(text)).replace("\n", "<br>")


def _paragraph(paragraph: Paragraph) -> Iterator[str]:
    lines = [line for line in clean(paragraph.text).split("\n") if line]
    if paragraph.style is Style.PROSE:
        for is_list, group in groupby(lines, key=lambda line: line.startswith(_POINTS)):
            found = list(group)
            yield from _points(found) if is_list else _lines(found)
        return
    yield f'<p class="{paragraph.style.value}">{text_of(paragraph.text)}</p>\n'


def _lines(lines: Iterable[str]) -> Iterator[str]:
    return (f"<p>{text_of(line)}</p>\n" for line in lines)


def _points(lines: Iterable[str]) -> Iterator[str]:
    yield '<ul class="points">\n'
    yield from (f"<li>{text_of(line)}</li>\n" for line in lines)
    yield "</ul>\n"


def _outline(entries: list[Entry]) -> Iterator[str]:
    """A list in lists; the status stands at the end of its line."""
    depth = -1
    for entry in entries:
        yield from ("</li>\n</ul>\n" for _ in range(depth - entry.depth))
        if entry.depth <= depth:
            yield "</li>\n"
        yield from ('<ul class="outline">\n<li>' for _ in range(entry.depth - depth - 1))
        if entry.depth > depth:
            yield '<ul class="outline">\n'
        status = f' <strong class="status">{text_of(entry.status)}</strong>' if entry.status else ""
        yield f'<li><span class="line"><span class="item">{text_of(entry.text)}</span>{status}</span>'
        depth = entry.depth
    yield from ("</li>\n</ul>\n" for _ in range(depth + 1))
