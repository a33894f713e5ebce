"""A document under a name on the disk: the name's ending gives the format, and half a file never stands there."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol

from db.store.disk import sweep_stale, write_whole
from exports.document import Document, Loss, TooLongError
from exports.typeset.truetype import Font
from plan.errors import PlanError
from plan.progress import Progress, silent
from work.language import N_


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name for lists, the module that writes it, and what to know before choosing it."""

    name: str
    module: str
    note: str
    with_fonts: bool = False  # brings its fonts along
    only_tables: bool = False  # holds a document's tables and nothing else


FORMATS: dict[str, Format] = {
    ".xlsx": Format(
        "Excel",
        "exports.formats.excel.workbook",
        N_("Excel では、改行やページの切れ目が右のページと少し変わることがあります。"),
    ),
    ".pdf": Format(
        "PDF", "exports.formats.pdf.drawing", N_("右のページが、そのまま PDF になります。"), with_fonts=True
    ),
    ".html": Format("HTML", "exports.formats.html.page", N_("ブラウザーで読めるページになります。")),
    ".csv": Format(
        "CSV",
        "exports.formats.csv",
        N_("CSV には、表の文章だけが入ります。ほかのソフトへの受け渡しに使います。"),
        only_tables=True,
    ),
}
"""The formats by the endings of their files' names, in the order of lists."""


class Writer(Protocol):
    """What every format offers."""

    def __call__(self, document: Document, out: BinaryIO, *, progress: Progress) -> Sequence[Loss]:
        """Write the document; answer what of it a reader will not see."""


def write_document(
    document: Document, path: Path, progress: Progress = silent, *, fallbacks: tuple[Font, ...] = ()
) -> Sequence[Loss]:
    """Write the document to `path`; answers what a reader will not see of it. Cancelled leaves what stood there.

    `fallbacks` are the fonts for what BIZ UDGothic lacks, in the formats that bring their fonts along.
    """
    writer = _writer(path, fallbacks)
    out = BytesIO()  # not the file itself: the libraries that write formats do not all outlive a disk that refuses
    try:
        losses = writer(document, out, progress=progress)
    except TooLongError as error:
        raise PlanError(
            "{where} の文章が長すぎて、「{file}」に書き出せません。{limit} 文字までにしてください。",
            where=error.where,
            file=path.name,
            limit=error.limit,
        ) from error
    sweep_stale(path)
    write_whole(path, out.getvalue())
    return losses


def _writer(path: Path, fallbacks: tuple[Font, ...]) -> Writer:
    wanted = FORMATS.get(path.suffix.lower())
    if wanted is None:
        raise PlanError(
            "「{file}」の形式では書き出せません。ファイル名の終わりを {suffixes} のどれかにしてください。",
            file=path.name,
            suffixes="、".join(FORMATS),
        )
    # A format is loaded when it is first written: the window opens without waiting for any of them.
    write = import_module(wanted.module).write
    writer: Writer = partial(write, fallbacks=fallbacks) if wanted.with_fonts else write
    return writer
