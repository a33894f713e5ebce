"""The words by which a questionnaire's cells are found again, whatever has become of the workbook meanwhile."""

import hashlib
import unicodedata
import uuid
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from plan.era import FiscalYear
from plan.fields import KEYS, YEARLY
from plan.ids import AssignmentId, ItemId, RecordId
from plan.table import Column

FORMAT = "ayumi-questionnaire"
VERSION = 2
"""1: without the rows' own shades and without the checks on the hidden sheet."""

GUIDE, TABLE, ADDITIONS, LISTS = "記入のしかた", "調査票", "行の追加", "一覧"
"""The sheets' names; nothing is found by them."""

FORM_LABEL, DISTRIBUTION_LABEL, COLUMNS_LABEL, ADDED_COLUMNS_LABEL = "様式", "配布ID", "構成", "追加の構成"
"""Labels of the identity; each value stands in the cell to the right."""

STANDING_LABEL = "記入状況"
FILLING, COMPLETE = "記入中", "記入済み"
"""How a department says that it is done."""

ROW_LABEL, CHECK_LABEL, NUMBER_LABEL = "行ID", "照合", "番号"
ADDED_LABEL, PROJECT_LABEL = "追加", "事業ID"
"""What heads the lines for new rows, and the list of the 実施事業 that they can be chosen from."""

_ASKED, _SHADED = "+", "~"
_DIGITS = 10  # of a digest: two texts agree by chance once in 10¹²
_YELLOW = (0xFF, 0xF5, 0xC2)
_LEVELS = 6  # of each primary colour: no eye tells them apart
SHADES = _LEVELS**3 - 1
"""How many open cells have a yellow of their own; Excel has room for 256 fills."""
_BY_NAME = {field.name: field for field in (*KEYS, *YEARLY)}


def column_key(column: Column) -> str:
    """A column's name in the workbook: `project`, `evaluation:2020`."""
    return column.field.name if column.year is None else f"{column.field.name}:{int(column.year)}"


def column_keyed(key: str) -> Column | None:
    """The column of that name; None where there is none."""
    name, _, year = key.partition(":")
    field = _BY_NAME.get(name)
    if field is None or field.yearly != (year.isascii() and year.isdigit() and len(year) == 4):  # noqa: PLR2004
        return None
    return Column(field, FiscalYear(int(year)) if year else None)


def added_row(distribution: RecordId, project: ItemId, content: str) -> AssignmentId:
    """The identity of a row that a department proposes: the same 実施内容 under the same 実施事業 is the same row."""
    said = "".join(unicodedata.normalize("NFKC", content).split())
    return AssignmentId(RecordId(str(uuid.uuid5(uuid.NAMESPACE_OID, f"{distribution}\0{project}\0{said}"))))


def cell_shade(row: int, column: int, columns: int) -> int:
    """The number of an open cell's yellow, by the places (from 0) of its row and of its column among those asked.

    A cell that was pushed into another place, or sorted without its row, brings it along.
    """
    return (row * columns + column) % SHADES + 1


def shade_colour(shade: int) -> str:
    """A yellow as ARGB; 0 is that of the version before, in which all rows had the same."""
    red, green, blue = _YELLOW
    return f"FF{red - shade % _LEVELS:02X}{green - shade // _LEVELS % _LEVELS:02X}{blue + shade // _LEVELS**2:02X}"


def shade_of(colour: str) -> int | None:
    """The number of a yellow; None for any other colour."""
    return _SHADES.get(colour.upper())


_SHADES = {shade_colour(shade): shade for shade in range(SHADES + 1)}


@dataclass(frozen=True, slots=True)
class Check:
    """What a row's 照合 cell says: whose row it is, which cells are asked, and a digest of every text handed out.

    `shade` is the number of the yellow in the first of the asked columns; 0 in the version before.
    """

    asked: Mapping[str, bool]
    digests: Mapping[str, str]
    distribution: RecordId
    row: AssignmentId
    shade: int = 0

    def unchanged(self, key: str, text: str) -> bool:
        """Whether a cell still says what was handed out."""
        return self.digests[key] == _digest(self.distribution, self.row, key, text)

    def shade_in(self, column: int) -> int:
        """The number of the yellow in the asked column at this place (from 0)."""
        return (self.shade - 1 + column) % SHADES + 1 if self.shade else 0


def check_text(
    distribution: RecordId, row: AssignmentId, texts: Mapping[Column, str], asked: Sequence[Column], shade: int = 0
) -> str:
    """The row's 照合 cell; `texts` are those of all columns, as they stand in the workbook."""
    keyed = {column_key(column): text for column, text in texts.items()}
    marks = {column_key(column) for column in asked}
    parts = [_ASKED * (key in marks) + _digest(distribution, row, key, text) for key, text in keyed.items()]
    seal = _digest(distribution, row, "", "") + f"{_SHADED}{shade}" * bool(shade)
    return ".".join([seal, *parts])


def read_check(distribution: RecordId, row: AssignmentId, keys: Sequence[str], text: str) -> Check | None:
    """What a 照合 cell says of the columns named; None unless it was written for this row of this distribution."""
    seal, *parts = text.strip().split(".")
    seal, _, shade = seal.partition(_SHADED)
    if seal != _digest(distribution, row, "", "") or len(parts) != len(keys) or not _is_shade(shade):
        return None
    paired = list(zip(keys, parts, strict=True))
    return Check(
        {key: part.startswith(_ASKED) for key, part in paired},
        {key: part.removeprefix(_ASKED) for key, part in paired},
        distribution,
        row,
        int(shade or 0),
    )


def _is_shade(text: str) -> bool:
    return not text or (text.isascii() and text.isdigit() and int(text[:4]) <= SHADES)


def _digest(distribution: RecordId, row: AssignmentId, key: str, text: str) -> str:
    text = text.replace("\t", "")  # nobody types a tab into a cell, but the way through .ods loses it
    whole = f"{distribution}\0{row}\0{key}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:_DIGITS]
