"""Footnotes numbered as they are printed: (注) in a text becomes (注1), (注2) … in the order of reading."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plan.ids import ItemId

_MARKER = re.compile(r"[(（]注[ \u3000]?[0-9０-９]*[)）]")
_BRACKET = re.compile(r"[(（]")


@dataclass(frozen=True, slots=True)
class Footnote:
    """A term and its explanation; `item` is where it belongs, None for the whole plan."""

    item: ItemId | None
    term: str
    text: str

    @property
    def short(self) -> str:
        """The term as it stands in a text: SNS of SNS（ソーシャル…）."""
        return _BRACKET.split(self.term, maxsplit=1)[0].strip() or self.term


@dataclass(slots=True)
class Numbering:
    """Gives every footnote its number when a text first refers to it."""

    footnotes: Sequence[Footnote]
    numbers: dict[int, int] = field(default_factory=dict)  # by place in `footnotes`

    def numbered(self, text: str, item: ItemId | None) -> tuple[str, list[str]]:
        """The text with its markers numbered, and the notes to print below it.

        A marker belongs to the footnote whose term stands before it, else to the item's next one. A marker that
        belongs to none stays as it was written.
        """
        notes: list[int] = []
        parts, end = [], 0
        for match in _MARKER.finditer(text):
            before = text[end : match.start()]
            place = self._place(text[: match.start()], item)
            parts += [before, self._shown(place, notes) if place is not None else match[0]]
            end = match.end()
        return "".join([*parts, text[end:]]), self._notes(notes)

    def rest(self, text: str, item: ItemId) -> tuple[str, list[str]]:
        """As `numbered`; what the item's texts never refer to is put behind its term, or at the end."""
        text, notes = self.numbered(text, item)
        for place, footnote in enumerate(self.footnotes):
            if footnote.item == item and place not in self.numbers:
                said: list[int] = []
                marker = self._shown(place, said)
                at = text.find(footnote.short)
                cut = at + len(footnote.short) if at >= 0 else len(text)
                text = text[:cut] + marker + text[cut:]
                notes += self._notes(said)
        return text, notes

    def _shown(self, place: int, notes: list[int]) -> str:
        if place not in self.numbers:
            self.numbers[place] = len(self.numbers) + 1
            notes.append(place)
        return f"(注{self.numbers[place]})"

    def _place(self, before: str, item: ItemId | None) -> int | None:
        named = [i for i, f in enumerate(self.footnotes) if before.endswith((f.short, f.term))]
        own = [i for i, f in enumerate(self.footnotes) if f.item == item and i not in self.numbers]
        found = sorted(named, key=lambda i: self.footnotes[i].item != item) or own
        return found[0] if found else None

    def _notes(self, places: list[int]) -> list[str]:
        found = [(self.numbers[i], self.footnotes[i]) for i in places]
        return [f"(注{number}) {f.term}：{f.text}" for number, f in found]


def with_markers_of(name: str, heading: str) -> str:
    """The name with the markers that the same words bear elsewhere; blanks between the words do not count.

    地域SNS等 and 地域 SNS(注3)等 are 地域SNS(注3)等. Other words, and a name that has markers, stay as they are.
    """
    if _bare(name) != _bare(without_markers(heading)) or _MARKER.search(name):
        return name
    for match in reversed(list(_MARKER.finditer(heading))):
        before = len(_bare(without_markers(heading[: match.start()])))
        places = [at for at, character in enumerate(name, start=1) if not character.isspace()]
        at = places[before - 1] if before else 0
        name = name[:at] + match[0] + name[at:]
    return name


def _bare(text: str) -> str:
    return "".join(text.split())


def without_markers(text: str) -> str:
    """A heading as it stands in a list, where no footnote is printed."""
    return _MARKER.sub("", text)
