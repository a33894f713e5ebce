"""The branches of the plan that a row stands on: found where they are, made where they are missing."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from db.edit.structure import LEVEL_NAMES, NewItem, add_items
from db.log.changes import Recording
from db.read.table import items, level_names
from plan.codes import Heading, split_heading
from plan.folding import as_seen
from plan.ids import ItemId

_Place = tuple[ItemId | None, str]
"""The parent of an item, and what the item says."""


@dataclass(frozen=True, slots=True)
class Branch:
    """Where a row stands: its 実施事業 and 実施内容 as written, and the band above them in the source."""

    project: str
    content: str
    band: str = ""

    @property
    def above(self) -> tuple[Heading, ...]:
        """The headings over the project, topmost first: from its code, and from the band, which may name one."""
        band = split_heading(self.band)
        codes = split_heading(self.project).prefixes
        named = tuple(band if code == band.code else Heading(code, "", "") for code in codes)
        return named if not self.band or band.code in codes else (band, *named)


class _Known:
    """The items under their parents, by what they say as written; else by what the eye sees of those of the plan."""

    def __init__(self, found: Iterable[tuple[_Place, ItemId]]) -> None:
        self._written = dict(found)
        self._seen = {(parent, as_seen(text)): item for (parent, text), item in self._written.items()}

    def add(self, made: Iterable[tuple[_Place, ItemId]]) -> None:
        """Items that have just been made: each is that of the source which is written just so."""
        self._written.update(made)

    def __contains__(self, place: _Place) -> bool:
        return self._find(place) is not None

    def __getitem__(self, place: _Place) -> ItemId:
        found = self._find(place)
        assert found is not None
        return found

    def _find(self, place: _Place) -> ItemId | None:
        parent, text = place
        return self._written.get(place) or self._seen.get((parent, as_seen(text)))


def level_names_for(branches: Iterable[Branch]) -> Sequence[str]:
    """Names for the levels of a new plan, as many as the deepest branch has."""
    depth = max((len(b.above) for b in branches), default=0) + 2
    return (
        LEVEL_NAMES[-depth:]
        if depth <= len(LEVEL_NAMES)
        else (*(f"第{n}階層" for n in range(1, depth - 1)), *LEVEL_NAMES[-2:])
    )


def grow(door: Recording, branches: Sequence[Branch]) -> dict[Branch, ItemId]:
    """The 実施内容 item of every branch; what is missing of the tree is added."""
    projects = _projects(door, branches)
    known = _Known(((item.parent, item.name), item.id) for item in items(door.connection))
    wanted = dict.fromkeys((projects[b], b.content) for b in branches)
    new = [place for place in wanted if place not in known]
    level = len(level_names(door.connection)) - 1
    made = add_items(door, [NewItem(parent, level, Heading("", "", name)) for parent, name in new])
    known.add(zip(new, made, strict=True))
    return {b: known[projects[b], b.content] for b in branches}


def _projects(door: Recording, branches: Sequence[Branch]) -> dict[Branch, ItemId]:
    level = len(level_names(door.connection)) - 2
    known = _Known(((None, i.heading), i.id) for i in reversed(items(door.connection)) if i.level == level)
    new = list({b.project: b for b in reversed(branches) if (None, b.project) not in known}.values())[::-1]
    parents = _parents(door, new, level)
    made = add_items(door, [NewItem(parents[b], level, split_heading(b.project)) for b in new])
    known.add(zip(((None, b.project) for b in new), made, strict=True))
    return {b: known[None, b.project] for b in branches}


def _parents(door: Recording, branches: Sequence[Branch], level: int) -> dict[Branch, ItemId | None]:
    """The item right above each project; those above are made level by level, so that a parent comes first."""
    known = _Known(
        ((item.parent, item.code or item.heading), item.id) for item in items(door.connection) if item.level < level
    )
    parents: dict[Branch, ItemId | None] = dict.fromkeys(branches)
    for step in range(max((len(b.above) for b in branches), default=0)):
        here = {b: b.above[step] for b in branches if step < len(b.above)}
        wanted = {(parents[b], h.code or h.text): (b, h) for b, h in here.items()}
        new = [place for place in wanted if place not in known]
        depths = [max(0, level - len(wanted[place][0].above) + step) for place in new]
        made = add_items(door, [NewItem(p[0], depth, wanted[p][1]) for p, depth in zip(new, depths, strict=True)])
        known.add(zip(new, made, strict=True))
        parents |= {b: known[parents[b], h.code or h.text] for b, h in here.items()}
    return parents
