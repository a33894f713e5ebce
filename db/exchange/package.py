"""A department file (`.ayumid`): a small deterministic zip of manifest.json and data.json under one seal."""

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plan.changes import Value
from plan.exchange.merging import Text
from plan.exchange.returns import AddedRow, Cell, Contribution, contribution
from plan.ids import AssignmentId, RecordId
from plan.table import Column

FORMAT, VERSION = "ayumi-department-file", 1
SUFFIX = ".ayumid"
PARTS = ("manifest.json", "data.json")
_BEGINNING = (1980, 1, 1, 0, 0, 0)  # a zip's earliest time: the same content is the same file, whenever written

Records = Mapping[str, list[dict[str, Value]]]
"""Records of the plan, table by table, each with its id."""


@dataclass(frozen=True, slots=True)
class Package:
    """What a department file holds.

    `rows` are the department's own rows with the columns asked of each; `records` is the part of the plan that its
    people see, without the asked texts, which are the `answers`; `edition` counts the file's versions.
    """

    distribution: RecordId
    edition: int
    title: str
    department: str
    columns: tuple[Column, ...]
    rows: Mapping[AssignmentId, tuple[Column, ...]]
    records: Records
    answers: Mapping[Cell, Text]
    added: tuple[AddedRow, ...] = ()
    complete: bool = False
    due: date | None = None
    note: str = ""
    coordinator: str = ""

    def contribution(self) -> Contribution:
        """What it says, as every return says it."""
        return contribution(self.distribution, self.edition, self.answers, self.added, complete=self.complete)


def pack(package: Package) -> bytes:
    """The file's bytes."""
    data = canonical(_data(package))
    manifest = _manifest(package) | {"format": FORMAT, "version": VERSION}
    manifest["sha256"] = seal(manifest, data)
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as zipped:
        for name, content in zip(PARTS, (canonical(manifest), data), strict=True):
            part = zipfile.ZipInfo(name, _BEGINNING)
            part.compress_type = zipfile.ZIP_DEFLATED
            part.create_system = 0  # not the system that happens to write
            zipped.writestr(part, content)
    return file.getvalue()


def canonical(value: object) -> bytes:
    """JSON that is the same for equal values."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def seal(manifest: Mapping[str, object], data: bytes) -> str:
    """SHA-256 over both parts, the seal itself left out."""
    rest = {name: value for name, value in manifest.items() if name != "sha256"}
    return hashlib.sha256(canonical(rest) + b"\0" + data).hexdigest()


def _manifest(package: Package) -> dict[str, object]:
    return {
        "distribution": package.distribution,
        "edition": package.edition,
        "complete": package.complete,
        "title": package.title,
        "department": package.department,
        "due": package.due.isoformat() if package.due else "",
        "note": package.note,
        "coordinator": package.coordinator,
    }


def _data(package: Package) -> dict[str, object]:
    places = {column: place for place, column in enumerate(package.columns)}
    return {
        "asked": [[column.field.name, column.year] for column in package.columns],
        "rows": [[row, [places[column] for column in columns]] for row, columns in package.rows.items()],
        "records": package.records,
        "answers": sorted([*cell, text or ""] for cell, text in package.answers.items()),
        "added": [_added(row) for row in package.added],
    }


def _added(row: AddedRow) -> dict[str, object]:
    return {
        "id": row.id,
        "project": row.project,
        "content": row.content,
        "baseline_and_goal": row.baseline_and_goal or "",
        "texts": row.texts,
    }
