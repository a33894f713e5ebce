"""The numbered tree of a plan book: measures beside the heading above them, with marks and cross-references."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from imports.reports.heading_codes import Piece, bare_code, heading_of, is_mark, pieces_of, shape_of
from imports.reports.records import Part, SourceRecord, Subject
from imports.reports.report_lines import Line, is_open, joined
from plan.codes import Heading, split_heading
from plan.documents.footnotes import without_markers
from plan.folding import same_words

_COLUMN = "区分"  # the heading over the marks in our own form
_REFERRED = re.compile(r"「(.+)」(?:を)?参照", re.DOTALL)


@dataclass(slots=True, eq=False)
class Branch:
    """An item of the tree, and the lines of its narrative as far as they have been read."""

    piece: Piece
    heading: Heading
    parent: "Branch | None"
    code: str  # the whole code, from the topmost level on, as codes are compared
    narrative: list[str] = field(default_factory=list)
    described_with: "Branch | None" = None

    @property
    def depth(self) -> int:
        """How many items are above it."""
        return 0 if self.parent is None else self.parent.depth + 1


class Tree:
    """The items in printed order; a line that cannot be one is refused."""

    def __init__(self) -> None:
        self.branches: list[Branch] = []
        self.by_code: dict[str, Branch] = {}
        self._path: list[tuple[str, Branch]] = []
        self._letters: set[str] = set()
        self._unfinished: list[str] = []

    def read(self, line: Line) -> bool:
        """Take the headings of a line; whether it had any."""
        texts = line.texts
        if any(same_words(text) == _COLUMN for text in texts):
            return True
        if len(texts) == 1 and is_open(joined([*self._unfinished, *texts])):
            self._unfinished += texts
            return True
        texts, self._unfinished = [joined([*self._unfinished, texts[0]]), *texts[1:]], []
        pieces = list(_pieces(line, texts))
        added = [self._add(piece) for piece in pieces]
        return all(added) and bool(added)

    def _add(self, piece: Piece) -> bool:
        heading = heading_of(piece.text, self._letters)
        shape = shape_of(heading.code)
        at = next((i for i, (known, _) in enumerate(self._path) if known == shape), None)
        if at is not None and self._path[at][1].heading == heading:
            del self._path[at + 1 :]  # a cell that goes on beside the next measure
            return True
        if not shape and not piece.mark and not (piece.line.after_blank or not self.branches):
            return False
        del self._path[at if at is not None else (len(self._path) if shape or piece.mark else 0) :]
        parent = self._path[-1][1] if self._path else None
        branch = Branch(piece, heading, parent, _whole(heading, parent))
        self._path.append((shape, branch))
        self.branches.append(branch)
        self.by_code.setdefault(branch.code, branch)
        return True


def subjects_of(tree: Tree) -> tuple[list[Subject], dict[Branch, SourceRecord]]:
    """The items as records, parents first, each with its mark, reference and narrative."""
    told: dict[Branch, SourceRecord] = {}
    values: dict[Branch, dict[str, Part]] = {branch: _values(branch) for branch in tree.branches}
    subjects: list[Subject] = []
    above = {branch.parent for branch in tree.branches}
    for branch in tree.branches:
        told[branch] = _item(branch, told, values[branch])
        place = branch.piece.line.place
        subjects.append(Subject(branch.heading.text, place, (told[branch],), counted=branch not in above))
    for branch in tree.branches:  # an item may point at one that stands below it
        target = _referred(branch.piece.reference, tree)
        if target is not None:
            values[branch] |= {"reference_text": None, "reference_id": told[target]}
        if branch.described_with is not None:
            values[branch]["narrative_with"] = told[branch.described_with]
    return subjects, told


def _referred(reference: str, tree: Tree) -> Branch | None:
    """The item of this tree that a cross-reference names by code and name: 「1-(2)-① …」参照."""
    match = _REFERRED.fullmatch(reference)
    heading = split_heading(match[1]) if match else None
    branch = tree.by_code.get(bare_code(heading.code)) if heading and heading.code else None
    if heading is None or branch is None:
        return None
    names = (same_words(without_markers(name)) for name in (heading.name, branch.heading.name))
    return branch if len(set(names)) == 1 else None


def _values(branch: Branch) -> dict[str, Part]:
    return {
        "mark": branch.piece.mark or None,
        "reference_text": branch.piece.reference or None,
        "narrative": "\n".join(branch.narrative) or None,
    }


def _item(branch: Branch, told: dict[Branch, SourceRecord], values: dict[str, Part]) -> SourceRecord:
    heading = branch.heading
    return SourceRecord(
        "item",
        {
            "parent_id": told[branch.parent] if branch.parent else None,
            "code": heading.code or None,
            "name": heading.name,
        },
        values,
        {"level": branch.depth, "joint": heading.joint or None},
    )


def _pieces(line: Line, texts: list[str]) -> Iterator[Piece]:
    mark = ""
    for text in texts:
        if is_mark(text):
            mark = text
        else:
            yield from pieces_of(line, text, mark)
            mark = ""


def _whole(heading: Heading, parent: Branch | None) -> str:
    own, above = bare_code(heading.code), parent.code if parent else ""
    return own if above and own.startswith(above) and len(own) > len(above) else above + own
