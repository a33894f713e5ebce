"""The tables of a Document as CSV, for other programs: one line of headings, one line per row, texts as they are."""

import csv
from collections.abc import Iterator
from io import StringIO
from typing import BinaryIO

from exports.document import Document, Loss, Table
from plan.progress import Progress, silent


def write(document: Document, out: BinaryIO, progress: Progress = silent) -> list[Loss]:
    """Write UTF-8 with a byte order mark, by which Excel knows it; every text is whole, so nothing is lost."""
    records = list(_records(document))
    text = StringIO(newline="")
    writer = csv.writer(text)
    for done, record in enumerate(records, 1):
        writer.writerow(record)
        progress(done, len(records))
    out.write(text.getvalue().encode("utf-8-sig", "backslashreplace"))
    return []


def _records(document: Document) -> Iterator[tuple[str, ...]]:
    for i, table in enumerate(block for block in document.blocks if isinstance(block, Table)):
        if i:
            yield ()
        yield tuple("".join(column.headings) for column in table.columns)
        yield from (row.cells for row in table.rows)
