"""What the pieces of a page are, for those who hear it: headings, paragraphs, tables with their heading cells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from typing import NamedTuple

from pikepdf import Array, Dictionary, Name, Object, Pdf

from exports.typeset.lines import clean

Attributes = Mapping[str, object]
"""Entries of an element's dictionary, as pikepdf takes them."""

_NONE: Attributes = {}


class _Piece(NamedTuple):
    """Something marked on a page: the page's index, the piece's number there."""

    page: int
    number: int


class _Cells(NamedTuple):
    """All cells of a row of a long table: its page, the first piece's number, which of them hold a piece."""

    page: int
    first: int
    filled: bytes
    head: int | None


@dataclass(slots=True)
class Element:
    """An element of the structure: what it is, and its kids in reading order."""

    kind: str
    attributes: Attributes = field(default_factory=dict)
    kids: list["Element | _Piece | _Cells"] = field(default_factory=list)


class Tags:
    """The structure of one file, noted while its pages are drawn and put into the file when it is whole."""

    def __init__(self) -> None:
        self._root = Element("Document")
        self._counts = [0]  # the marked pieces of each page

    def turn(self) -> None:
        """From here on pieces stand on the next page."""
        self._counts.append(0)

    def open(self, kind: str, parent: Element | None = None, attributes: Attributes = _NONE) -> Element:
        """A new element, the last kid of its parent."""
        element = Element(kind, attributes)
        (parent or self._root).kids.append(element)
        return element

    def piece(self, element: Element) -> int:
        """The number of the next marked piece of the page, which belongs to the element."""
        number = self._marked(1)
        element.kids.append(_Piece(len(self._counts) - 1, number))
        return number

    def cell(self, row: Element, kind: str, attributes: Attributes = _NONE) -> int:
        """A cell of one piece; the number of the piece."""
        return self.piece(self.open(kind, row, attributes))

    def row(self, table: Element, filled: Sequence[object], head: int | None = None) -> int:
        """A row with a cell for each of `filled`, those with something in them a piece each; the first piece's number.

        The same as `open` and `cell`, for the thousands of rows of a long table.
        """
        cells = bytes(map(bool, filled))
        first = self._marked(sum(cells))
        self.open("TR", table).kids.append(_Cells(len(self._counts) - 1, first, cells, head))
        return first

    def attach(self, pdf: Pdf) -> None:
        """Put the structure into a file of exactly the pages that were drawn."""
        _Tree(pdf, self._counts).grow(self._root)

    def _marked(self, pieces: int) -> int:
        number = self._counts[-1]
        self._counts[-1] += pieces
        return number


def spans(columns: int = 1, rows: int = 1, scope: str = "") -> Attributes:
    """The attributes of a table's cell."""
    told: dict[str, object] = {}
    if columns > 1:
        told["/ColSpan"] = columns
    if rows > 1:
        told["/RowSpan"] = rows
    if scope:
        told["/Scope"] = _name(scope)
    return {"/A": {"/O": Name.Table, **told}} if told else _NONE


def spoken(text: str) -> Attributes:
    """The attribute that says in words what a drawing shows."""
    return {"/Alt": clean(text)}


@cache
def _name(kind: str) -> Name:
    return Name(f"/{kind}")


class _Tree:
    """The structure as objects of a file: every element knows its parent, every piece of a page its element."""

    def __init__(self, pdf: Pdf, counts: Sequence[int]) -> None:
        self._pdf = pdf
        self._pages = [page.obj for page in pdf.pages]
        self._owners: list[list[Object | None]] = [[None] * n for n in counts[: len(self._pages)]]

    def grow(self, root: Element) -> None:
        """All elements from the root on, and the way back to them from the pages."""
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array([self._element(root, tree)])
        numbers: list[object] = []
        for index, (page, owners) in enumerate(zip(self._pages, self._owners, strict=True)):
            page.StructParents, page.Tabs = index, Name.S
            numbers += (index, Array(owners))
        tree.ParentTree = self._pdf.make_indirect(Dictionary(Nums=Array(numbers)))
        tree.ParentTreeNextKey = len(self._pages)
        self._pdf.Root.StructTreeRoot = tree
        self._pdf.Root.MarkInfo = Dictionary(Marked=True)

    def _element(self, element: Element, parent: Object) -> Object:
        body = {"/S": _name(element.kind), "/P": parent, **element.attributes}
        made: Object = self._pdf.make_indirect(Dictionary(body))
        kids: list[object] = []
        for kid in element.kids:
            if isinstance(kid, Element):
                kids.append(self._element(kid, made))
            elif isinstance(kid, _Piece):
                kids.append(self._piece(kid, made))
            else:
                kids += self._cells(kid, made)
        if kids:
            made.K = Array(kids)
        return made

    def _piece(self, piece: _Piece, owner: Object) -> Dictionary:
        self._owners[piece.page][piece.number] = owner
        return Dictionary({"/Type": Name.MCR, "/Pg": self._pages[piece.page], "/MCID": piece.number})

    def _cells(self, cells: _Cells, row: Object) -> list[Object]:
        """A cell costs one dictionary and nothing else: a long table has hundreds of thousands of them."""
        new, page, owners = self._pdf.make_indirect, self._pages[cells.page], self._owners[cells.page]
        kind, number, made = _name("TD"), cells.first, list[Object]()
        for filled in cells.filled:
            if filled:
                cell = new(Dictionary({"/S": kind, "/P": row, "/Pg": page, "/K": number}))
                owners[number] = cell
                number += 1
            else:
                cell = new(Dictionary({"/S": kind, "/P": row}))
            made.append(cell)
        if cells.head is not None:
            made[cells.head].S = Name.TH
            made[cells.head].A = Dictionary(O=Name.Table, Scope=Name.Row)
        return made
