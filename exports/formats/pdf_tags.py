"""What the pieces of a page are, for those who hear it: headings, paragraphs, tables with their heading cells."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from exports.formats.pdf_objects import Objects, text_string


@dataclass(slots=True)
class Element:
    """An element of the structure: what it is, and its kids in reading order."""

    number: int
    kind: str
    parent: int
    attributes: bytes = b""
    kids: list[bytes] = field(default_factory=list)


class Tags:
    """The structure tree of one file, grown while its pages are drawn."""

    def __init__(self, objects: Objects) -> None:
        self._objects = objects
        self._tree = objects.reserve()
        self._elements: list[Element] = []
        self._pages: list[list[int]] = []
        self._page = 0
        self._marked: list[int] = []
        self.root = self._new("Document", self._tree)

    def turn(self, page: int) -> None:
        """From here on pieces stand on the page of that object number."""
        self._page, self._marked = page, []
        self._pages.append(self._marked)

    def open(self, kind: str, parent: Element | None = None, attributes: bytes = b"") -> Element:
        """A new element, the last kid of its parent."""
        parent = parent or self.root
        element = self._new(kind, parent.number, attributes)
        parent.kids.append(b"%d 0 R" % element.number)
        return element

    def piece(self, element: Element) -> int:
        """The number of the next marked piece of the page, which belongs to the element."""
        number = len(self._marked)
        self._marked.append(element.number)
        element.kids.append(b"<</Type/MCR/Pg %d 0 R/MCID %d>>" % (self._page, number))
        return number

    def cell(self, row: Element, kind: bytes = b"TD", attributes: bytes = b"") -> int:
        """A cell of one piece; the number of the piece."""
        number = len(self._marked)
        body = b"<</S/%b/P %d 0 R/Pg %d 0 R/K %d%b>>" % (kind, row.number, self._page, number, attributes)
        made = self._objects.add(body)
        self._marked.append(made)
        row.kids.append(b"%d 0 R" % made)
        return number

    def empty_cell(self, row: Element, kind: bytes = b"TD", attributes: bytes = b"") -> None:
        """A cell in which nothing stands."""
        made = self._objects.add(b"<</S/%b/P %d 0 R%b>>" % (kind, row.number, attributes))
        row.kids.append(b"%d 0 R" % made)

    def row(self, table: Element, filled: Sequence[object], head: int | None = None) -> int:
        """A row with a cell for each of `filled`, those with something in them a piece each; the first piece's number.

        The same as `open` and `cell`, for the thousands of rows of a long table.
        """
        row, first = self.open("TR", table), len(self._marked)
        begin = b"<</S/TD/P %d 0 R" % row.number
        empty, cell = begin + b">>", b"%b/Pg %d 0 R/K %%d>>" % (begin, self._page)
        pieces = iter(range(first, first + len(filled)))
        bodies = [cell % next(pieces) if what else empty for what in filled]
        if head is not None:
            bodies[head] = bodies[head].replace(b"/S/TD", b"/S/TH" + spans(scope="Row"), 1)
        made = self._objects.extend(bodies)
        self._marked += [number for number, what in zip(made, filled, strict=True) if what]
        row.kids.append(_references(made))
        return first

    def close(self) -> int:
        """Put the whole tree among the objects; the number of its root."""
        for element in self._elements:
            parts = element.kind.encode(), element.parent, element.attributes, b" ".join(element.kids)
            self._objects.put(element.number, b"<</S/%b/P %d 0 R%b/K[%b]>>" % parts)
        pages = b" ".join(b"%d[%b]" % (i, _references(marked)) for i, marked in enumerate(self._pages))
        parents = self._objects.add(b"<</Nums[%b]>>" % pages)
        root = b"<</Type/StructTreeRoot/K[%d 0 R]/ParentTree %d 0 R/ParentTreeNextKey %d>>"
        self._objects.put(self._tree, root % (self.root.number, parents, len(self._pages)))
        return self._tree

    def _new(self, kind: str, parent: int, attributes: bytes = b"") -> Element:
        element = Element(self._objects.reserve(), kind, parent, attributes)
        self._elements.append(element)
        return element


def spans(columns: int = 1, rows: int = 1, scope: str = "") -> bytes:
    """The attributes of a table's cell."""
    wide = b"/ColSpan %d" % columns if columns > 1 else b""
    tall = b"/RowSpan %d" % rows if rows > 1 else b""
    heading = b"/Scope/%b" % scope.encode() if scope else b""
    return b"/A<</O/Table%b%b%b>>" % (wide, tall, heading) if wide or tall or heading else b""


def spoken(text: str) -> bytes:
    """The attribute that says in words what a drawing shows."""
    return b"/Alt %b" % text_string(text)


def _references(numbers: Sequence[int]) -> bytes:
    return b" ".join([b"%d 0 R" % number for number in numbers])
