"""A document under a name on the disk: the name's ending gives the format, and half a file never stands there."""

from collections.abc import Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol

from exports.document import Document, Loss, TooLongError
from exports.typeset.truetype import Font
from plan.errors import PlanError
from plan.progress import Progress, silent
from work.files import atomic_write

_MODULES = {
    ".xlsx": "exports.formats.excel.workbook",
    ".pdf": "exports.formats.pdf.drawing",
    ".html": "exports.formats.html.page",
    ".csv": "exports.formats.csv",
}
SUFFIXES = tuple(_MODULES)
_WITH_FONTS = (".pdf",)


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
    with atomic_write(path) as out:
        try:
            return writer(document, out, progress=progress)
        except TooLongError as error:
            raise PlanError(
                "{where} の文章が長すぎて、「{file}」に書き出せません。{limit} 文字までにしてください。",
                where=error.where,
                file=path.name,
                limit=error.limit,
            ) from error


def _writer(path: Path, fallbacks: tuple[Font, ...]) -> Writer:
    name = _MODULES.get(path.suffix.lower())
    if name is None:
        raise PlanError(
            "「{file}」の形式では書き出せません。ファイル名の終わりを {suffixes} のどれかにしてください。",
            file=path.name,
            suffixes="、".join(SUFFIXES),
        )
    # A format is loaded when it is first written: the window opens without waiting for any of them.
    write = import_module(name).write
    writer: Writer = partial(write, fallbacks=fallbacks) if path.suffix.lower() in _WITH_FONTS else write
    return writer
