"""A document under a name on the disk: the name's ending gives the format, and half a file never stands there."""

from collections.abc import Sequence
from importlib import import_module
from pathlib import Path
from typing import BinaryIO, Protocol

from exports.document import Document, Loss, TooLongError
from exports.files import atomic_write
from exports.progress import Progress, silent
from plan.errors import PlanError

_MODULES = {".xlsx": "exports.formats.excel", ".pdf": "exports.formats.pdf", ".csv": "exports.formats.csv"}
SUFFIXES = tuple(_MODULES)


class Writer(Protocol):
    """What every format offers."""

    def __call__(self, document: Document, out: BinaryIO, *, progress: Progress) -> Sequence[Loss]:
        """Write the document; answer what of it a reader will not see."""


def write_document(document: Document, path: Path, progress: Progress = silent) -> Sequence[Loss]:
    """Write the document to `path`; answers what a reader will not see of it. Cancelled leaves what stood there."""
    writer = _writer(path)
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


def _writer(path: Path) -> Writer:
    name = _MODULES.get(path.suffix.lower())
    if name is None:
        raise PlanError(
            "「{file}」の形式では書き出せません。ファイル名の終わりを {suffixes} のどれかにしてください。",
            file=path.name,
            suffixes="、".join(SUFFIXES),
        )
    # A format is loaded when it is first written: the window opens without waiting for any of them.
    writer: Writer = import_module(name).write
    return writer
