"""Which row of the distribution a line is: its 行ID and all that stands beside it have to agree.

A 行ID stands in a hidden column; whoever sorts or pushes only what is to be seen leaves it behind, and it then stands
beside another row's texts. The digests of the 照合 tell whose texts these are.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from imports.files.rectangle import Sheet
from imports.questionnaire.layout import LABELS, Layout, Merged, merged_away
from plan.exchange import questionnaire as words
from plan.exchange.questionnaire import Check, column_keyed, read_check
from plan.ids import AssignmentId, RecordId

Checks = Mapping[AssignmentId, Check]


class Fate(Enum):
    """What a line is."""

    OWN = "own"  # the row that its 行ID names
    FOUND = "found"  # another one, known by all that stands in the line
    DOUBTFUL = "doubtful"  # one of several, or none: nothing of it is taken
    STRANGER = "stranger"  # no row of this questionnaire


@dataclass(frozen=True, slots=True)
class Line:
    """A line (from 0) that says something, and the row that it is; a doubtful one is what its 行ID names.

    `contradicted` where its 行ID names another row than it was found to be.
    """

    number: int
    fate: Fate
    check: Check | None = None
    contradicted: bool = False

    @property
    def sure(self) -> Check | None:
        """The check of the row that it surely is."""
        return self.check if self.fate in (Fate.OWN, Fate.FOUND) else None


def known_checks(layout: Layout, sheets: Sequence[Sheet]) -> dict[AssignmentId, Check]:
    """The check of every row, wherever one still stands beside its 行ID: in the table, or on the hidden sheet."""
    pairs = [*_pairs_in(layout), *_listed_pairs(sheets)]
    found = ((row, _check_of(layout, row, check)) for row, check in pairs)
    return {AssignmentId(RecordId(row)): check for row, check in found if check is not None}


def _check_of(layout: Layout, row: str, check: str) -> Check | None:
    return read_check(layout.distribution, AssignmentId(RecordId(row)), layout.columns, check)


def _pairs_in(layout: Layout) -> Iterator[tuple[str, str]]:
    for line in range(layout.first, len(layout.sheet.rows)):
        yield layout.text(line, words.ROW_LABEL).strip(), layout.text(line, words.CHECK_LABEL).strip()


def _listed_pairs(sheets: Sequence[Sheet]) -> Iterator[tuple[str, str]]:
    for sheet in sheets:
        head = [text.strip() for text in sheet.rows[0]] if sheet.rows else []
        if head[:3] == [words.ROW_LABEL, words.NUMBER_LABEL, words.CHECK_LABEL]:
            yield from ((row[0].strip(), row[2].strip()) for row in sheet.rows[1:] if len(row) > 2)  # noqa: PLR2004


def asked_keys(layout: Layout, checks: Checks) -> list[str]:
    """The columns that are asked of any row, as they were handed out."""
    return [key for key in layout.columns if any(check.asked[key] for check in checks.values())]


def identify(layout: Layout, checks: Checks) -> list[Line]:
    """What every line below the headings is; blank lines are left out."""
    return _Identification(layout, checks, merged_away(layout.sheet)).lines()


@dataclass(slots=True)
class _Identification:
    layout: Layout
    checks: Checks
    merged: Merged

    def lines(self) -> list[Line]:
        layout = self.layout
        speaking = (n for n in range(layout.first, len(layout.sheet.rows)) if self._says_something(n))
        claims = [(number, self._claimed(number)) for number in speaking]
        disturbed = any(check is not None and not self._is_own(number, check) for number, check in claims)
        return [
            self._weighed(number, check) if disturbed or check is None else Line(number, Fate.OWN, check)
            for number, check in claims
        ]

    def _says_something(self, line: int) -> bool:
        keys = (*LABELS, *self.layout.readable)
        return any(self.layout.text(line, key).strip() for key in keys)

    def _claimed(self, line: int) -> Check | None:
        """The row that the line's own 行ID and 照合 name."""
        row, check = (self.layout.text(line, label).strip() for label in LABELS)
        return _check_of(self.layout, row, check) if row else None

    def _is_own(self, line: int, claimed: Check) -> bool:
        return self._agrees(line, claimed) or self._is_edited(line, claimed)

    def _weighed(self, line: int, claimed: Check | None) -> Line:
        """The line where somewhere in the table a 行ID and what stands beside it disagree."""
        fitting = self._fitting(line) if self._has_keys(line) else []
        if len(fitting) == 1:
            own = claimed is not None and claimed.row == fitting[0].row
            return Line(line, Fate.OWN if own else Fate.FOUND, fitting[0], claimed is not None and not own)
        if claimed is not None and not fitting and self._is_edited(line, claimed):
            return Line(line, Fate.OWN, claimed)
        return Line(line, Fate.DOUBTFUL if claimed is not None or fitting else Fate.STRANGER, claimed)

    def _has_keys(self, line: int) -> bool:
        return any(self.layout.text(line, key).strip() for key in self.layout.readable if _is_key(key))

    def _fitting(self, line: int) -> list[Check]:
        """The rows that all fixed texts of the line belong to; of those that read alike, the one with its yellow."""
        found = [check for check in self.checks.values() if self._agrees(line, check)]
        shaded = [check for check in found if check.shade and self._bears_yellows(line, check)]
        return shaded if len(found) > 1 and len(shaded) == 1 else found

    def _bears_yellows(self, line: int, check: Check) -> bool:
        places = {key: place for place, key in enumerate(asked_keys(self.layout, self.checks))}
        asked = (key for key in self.layout.readable if check.asked[key])
        return all(self.layout.shade(line, key) == check.shade_in(places[key]) for key in asked)

    def _agrees(self, line: int, check: Check) -> bool:
        return all(check.unchanged(key, self.layout.text(line, key)) for key in self._fixed(line, check))

    def _fixed(self, line: int, check: Check) -> list[str]:
        """The columns in which the line has to say what was handed out."""
        places, asked = self.layout.places, check.asked
        return [k for k in self.layout.readable if not asked[k] and (line, places[k][0]) not in self.merged]

    def _is_edited(self, line: int, claimed: Check) -> bool:
        """Whether the line is its own 行ID's, a few of its texts written anew: none of them came from another row."""
        fixed = self._fixed(line, claimed)
        altered = [key for key in fixed if not claimed.unchanged(key, self.layout.text(line, key))]
        kept = [key for key in fixed if key not in altered and self.layout.text(line, key).strip()]
        return len(altered) < len(kept) and not any(self._is_anothers(line, key, claimed) for key in altered)

    def _is_anothers(self, line: int, key: str, claimed: Check) -> bool:
        text = self.layout.text(line, key)
        return any(c.unchanged(key, text) for c in self.checks.values() if c.row != claimed.row and not c.asked[key])


def _is_key(key: str) -> bool:
    column = column_keyed(key)
    return column is not None and not column.field.yearly
