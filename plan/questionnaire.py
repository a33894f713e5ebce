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
VERSION = 1

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

_ASKED = "+"
_DIGITS = 10  # of a digest: two texts agree by chance once in 10¹²
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


@dataclass(frozen=True, slots=True)
class Check:
    """What a row's 照合 cell says: whose row it is, which cells are asked, and a digest of every text handed out."""

    asked: Mapping[str, bool]
    digests: Mapping[str, str]
    distribution: RecordId
    row: AssignmentId

    def unchanged(self, key: str, text: str) -> bool:
        """Whether a cell still says what was handed out."""
        return self.digests[key] == _digest(self.distribution, self.row, key, text)


def check_text(distribution: RecordId, row: AssignmentId, texts: Mapping[Column, str], asked: Sequence[Column]) -> str:
    """The row's 照合 cell; `texts` are those of all columns, as they stand in the workbook."""
    keyed = {column_key(column): text for column, text in texts.items()}
    marks = {column_key(column) for column in asked}
    parts = [_ASKED * (key in marks) + _digest(distribution, row, key, text) for key, text in keyed.items()]
    return ".".join([_digest(distribution, row, "", ""), *parts])


def read_check(distribution: RecordId, row: AssignmentId, keys: Sequence[str], text: str) -> Check | None:
    """What a 照合 cell says of the columns named; None unless it was written for this row of this distribution."""
    seal, *parts = text.strip().split(".")
    if seal != _digest(distribution, row, "", "") or len(parts) != len(keys):
        return None
    paired = list(zip(keys, parts, strict=True))
    return Check(
        {key: part.startswith(_ASKED) for key, part in paired},
        {key: part.removeprefix(_ASKED) for key, part in paired},
        distribution,
        row,
    )


def _digest(distribution: RecordId, row: AssignmentId, key: str, text: str) -> str:
    text = text.replace("\t", "")  # nobody types a tab into a cell, but the way through .ods loses it
    whole = f"{distribution}\0{row}\0{key}\0{text}".encode("utf-8", "surrogatepass")
    return hashlib.sha256(whole).hexdigest()[:_DIGITS]
