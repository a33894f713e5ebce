"""Small documents on paper, for the tests that look at pages."""

from exports.document import Column, Document, Row, Table

COLUMNS = (Column(("番号",), 20, key=True), Column(("内容",), 60, filling=True))


def document(rows: int, text: str = "広報紙で知らせた。") -> Document:
    """A table of as many rows, each with its number."""
    table = Table(COLUMNS, tuple(Row((str(n), text), name=str(n)) for n in range(1, rows + 1)))
    return Document("あゆみ市の表", (table,))
