"""The parts of a workbook's package: found whatever the case and slashes of their names, and how they are related."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from posixpath import dirname, join, normpath
from typing import IO
from xml.etree.ElementTree import Element, ParseError, iterparse  # the guard has let no DTD, and so no entity, pass
from zipfile import ZipFile

from defusedxml.ElementTree import fromstring

from imports.files.guard import XML_NAME


@dataclass(frozen=True, slots=True)
class Relation:
    """What a part says of another: the last word of its type, and the other's name."""

    id: str
    kind: str
    part: str


class Package:
    """An unpacked workbook. Names are compared as Excel does it: without case."""

    def __init__(self, raw: bytes) -> None:
        self._zip = ZipFile(BytesIO(raw))
        # What the guard has not looked through because of its name is no part.
        self._names = {part_name(name): name for name in self._zip.namelist() if XML_NAME.search(name)}

    def has(self, start: str) -> bool:
        """Whether any part's name begins so."""
        return any(name.startswith(start) for name in self._names)

    def open(self, part: str) -> IO[bytes]:
        """A part to read from."""
        return self._zip.open(self._names[part_name(part)])

    def root(self, part: str) -> Element:
        """A part's elements; none where the workbook does not have it, or it is no XML."""
        try:
            with self.open(part) as stream:
                root: Element = fromstring(stream.read())
        except (KeyError, ParseError):
            return Element("")
        return root

    def relations(self, part: str) -> Iterator[Relation]:
        """The parts of this workbook that a part refers to."""
        folder = dirname(part)
        for each in self.root(join(folder, "_rels", part.rpartition("/")[2] + ".rels")):
            if each.get("TargetMode") != "External":
                target = each.get("Target", "").replace("\\", "/")
                name = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
                yield Relation(each.get("Id", ""), each.get("Type", "").rpartition("/")[2], name)

    def related(self, part: str, kind: str) -> list[str]:
        """The names of the parts that stand in this relation to a part."""
        return [relation.part for relation in self.relations(part) if relation.kind == kind]


def part_name(name: str) -> str:
    """A part's name as it is compared."""
    return name.replace("\\", "/").lstrip("/").lower()


@lru_cache(maxsize=1024)
def local(tag: str) -> str:
    """An element's name without its namespace: Strict Open XML differs from the usual one in nothing else."""
    return tag.rpartition("}")[2]


def children(element: Element, *names: str) -> Iterator[Element]:
    """The elements of that name within one; of more names, those within those."""
    found = (child for child in element if local(child.tag) == names[0])
    if len(names) == 1:
        yield from found
    else:
        for child in found:
            yield from children(child, *names[1:])


def child(element: Element, name: str) -> Element | None:
    """The first element of that name within one."""
    for each in element:
        if local(each.tag) == name:
            return each
    return None


def attribute(element: Element, name: str) -> str:
    """An attribute, whatever its namespace; "" where there is none."""
    return next((value for key, value in element.attrib.items() if local(key) == name), "")


def count_of(text: str, otherwise: int) -> int:
    """A count or place as a package writes it; `otherwise` where there is none, or one beyond any sheet."""
    return int(text) if text.isdecimal() and len(text) < 10 else otherwise  # noqa: PLR2004  # more than any sheet has


def is_on(text: str | None) -> bool:
    """Whether an attribute says yes."""
    return text in ("1", "true", "on")


def ended(stream: IO[bytes]) -> Iterator[Element]:
    """The elements of a part, each as it ends."""
    for _, element in iterparse(stream):  # noqa: S314
        yield element
