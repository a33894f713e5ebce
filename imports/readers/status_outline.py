"""An outline of measures with their statuses (施策 …… 【達成】): its tree by the codes, and what became of each."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from imports.readers.field_goals import is_label
from imports.reports.heading_codes import heading_of, shape_of
from imports.reports.report_lines import Line, is_contents, is_open, joined, width
from imports.reports.unread import not_read
from plan.codes import Heading, split_heading
from plan.errors import say
from plan.findings import Finding, Severity
from plan.folding import fold, same_words
from plan.scales import OUTCOME

WORDS = (
    *(grade.symbol for grade in OUTCOME.grades),
    *("一部達成", "概ね達成", "おおむね達成", "継続", "実施中", "完了", "未実施", "未着手", "検討中", "廃止", "終了"),
)
"""The words that are statuses wherever they stand behind a name."""

_KNOWN = frozenset(WORDS)
_STATUS = re.compile(
    r"(?P<name>.*?)(?P<dots>[\s.．…‥・·。]*)[【〔［\[](?P<status>[^【】〔〕［］\[\]]{1,8})[】〕］\]]\s*",
    re.DOTALL,
)
_SECTION = re.compile(r"(?:実施|進捗|達成)状況")
_LISTED_AGAIN = re.compile(r"[(（\[［【]?再掲[)）\]］】]?")
_LONGEST = 300  # characters of a heading with its dots and its status
_PROSE = 60  # characters: a longer line without a status is prose
_FULL = 0.9  # the share of the widest line from which a line has no room for its next word
_WIDE = 60  # half-width characters: narrower outlines are not broken over lines


@dataclass(frozen=True, slots=True)
class Entry:
    """One heading of the outline, put together from its lines; `status` is "" for a branch."""

    line: Line
    text: str
    status: str


@dataclass(slots=True, eq=False)
class Node:
    """A heading at its place in the tree."""

    entry: Entry
    heading: Heading
    parent: "Node | None"
    shape: str  # what its code is made of, "" without a code
    children: int = 0
    again: "Node | None" = None  # the measure that it lists again

    @property
    def depth(self) -> int:
        """How many headings are above it."""
        return 0 if self.parent is None else self.parent.depth + 1


def status_of(line: Line) -> tuple[str, str] | None:
    """Name and status of a line that bears one: 施策の名称 …… 【達成】, or the word alone in the line's last cell.

    A status that nobody has entered yet, 【　　】, is "".
    """
    texts = line.texts
    if len(line.text) > _LONGEST:
        return None
    if len(texts) > 1 and fold(texts[-1]) in _KNOWN:
        return " ".join(texts[:-1]), fold(texts[-1])
    match = _STATUS.fullmatch(" ".join(texts))
    if match is None or _LISTED_AGAIN.fullmatch(match["status"]):
        return None
    name, status = match["name"].rstrip(), fold(match["status"])
    if status in _KNOWN or (not status and name):
        return name, status
    return (name, status) if name and len(match["dots"].strip()) > 1 else None


def is_outline(lines: Iterable[Line]) -> bool:
    """Whether these lines have statuses of measures."""
    found = (status_of(line) for line in lines)
    return sum(each is not None and each[1] in _KNOWN for each in found) > 1


def read_outline(lines: Sequence[Line]) -> tuple[list[Node], list[Finding]]:
    """The tree that these lines are, and what of them could not be read."""
    findings: list[Finding] = []
    nodes = _grown(_entries(lines, findings))
    for node in reversed(nodes):
        if node.parent and (node.children or node.entry.status):
            node.parent.children += 1
    kept = [node for node in nodes if node.entry.status or node.children]
    findings += [_without_measures(node.entry) for node in nodes if not (node.entry.status or node.children)]
    _link_listings(kept, findings)
    return kept, findings


def outline_in(lines: Sequence[Line]) -> Sequence[Line]:
    """The lines of the tree: up to the last that bears a status, from the heading above the first."""
    bearing = [at for at, line in enumerate(lines) if status_of(line)]
    start = bearing[0]
    while start and not _is_outside(lines[start - 1]):
        start -= 1
    return lines[start : bearing[-1] + 1]


def _is_outside(line: Line) -> bool:
    text = line.text
    if is_contents(text) or is_label(line) or _SECTION.search(text):
        return True
    return text.endswith("。") or len(text) > _PROSE


def _entries(lines: Sequence[Line], findings: list[Finding]) -> Iterator[Entry]:
    """The headings, each from all the lines over which it was broken."""
    widest = max(width(line.text) for line in lines)
    parts: list[str] = []
    first: Line | None = None
    for at, line in enumerate(lines):
        found = status_of(line)
        text, status = found or (" ".join(line.texts), "")
        if not found and (is_contents(text) or _is_prose(text)):
            findings.append(not_read(line, text))
            continue
        first = first or line
        parts.append(text)
        if not found and at + 1 < len(lines) and _runs_on(joined(parts), text, lines[at + 1], widest):
            continue
        yield Entry(first, joined(parts), status)
        parts, first = [], None


def _is_prose(text: str) -> bool:
    return text.endswith("。") or len(text) > 2 * _PROSE


def _runs_on(whole: str, text: str, below: Line, widest: int) -> bool:
    """Whether a heading goes on in the line below: a bracket is open, nothing but dots follow, or there was no room."""
    found = status_of(below)
    if is_open(whole) or (found is not None and not found[0]):
        return True
    if split_heading(below.text).code or below.after_blank:
        return False
    return text.endswith(("、", "・", "の")) or (widest >= _WIDE and width(text) >= _FULL * widest)


def _grown(entries: Iterable[Entry]) -> list[Node]:
    """Every heading under the last one that stands above its kind of code; one without a status heads what follows."""
    nodes: list[Node] = []
    path: list[Node] = []
    letters: set[str] = set()
    for entry in entries:
        heading = heading_of(entry.text, letters)
        shape = shape_of(heading.code)
        if shape:
            at = next((i for i, node in enumerate(path) if node.shape == shape), None)
            path = path[:at] if at is not None else [n for n in path if n.shape or not n.entry.status]
        else:
            path = _above_uncoded(path, entry)
        node = Node(entry, heading, path[-1] if path else None, shape)
        path.append(node)
        nodes.append(node)
    return nodes


def _above_uncoded(path: list[Node], entry: Entry) -> list[Node]:
    """A heading without code and status begins a field; one with a status belongs to the branch above it."""
    if not entry.status and (entry.line.after_blank or not path):
        return []
    while path and path[-1].entry.status:
        path = path[:-1]
    return path


def _link_listings(nodes: Sequence[Node], findings: list[Finding]) -> None:
    """What is listed again (再掲) points at the measure above it that bears the same name, if just one does."""
    above = defaultdict[str, list[Node]](list)
    for node in nodes:
        if not node.entry.status:
            continue
        named = above[_bare_name(node)]
        if not _LISTED_AGAIN.search(node.entry.text):
            named.append(node)
        elif len(named) == 1:
            node.again = named[0]
        else:
            sentence = say(
                "「{name}」は再掲とありますが、もとの項目が見つかりません。再掲のもとを確かめてください。",
                name=node.entry.text[:40],
            )
            findings.append(Finding(Severity.NOTICE, "listing_unknown", sentence, node.entry.line.place))


def _bare_name(node: Node) -> str:
    return same_words(_LISTED_AGAIN.sub("", node.heading.name)).replace("の", "")


def _without_measures(entry: Entry) -> Finding:
    sentence = say("「{text}」の下に実施状況のある項目がないため、読み込んでいません。", text=entry.text[:40])
    return Finding(Severity.NOTICE, "heading_without_status", sentence, entry.line.place)
