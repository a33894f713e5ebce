"""A department file from outside: looked over under limits, and read only when it is whole, ours and well formed."""

import io
import json
import struct
import zipfile
import zlib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from db.exchange.context_check import expect_context
from db.exchange.json_shape import (
    MisshapenError,
    expect,
    fields_of,
    id_of,
    line_of,
    list_of,
    number_of,
    parts_of,
    text_of,
    year_of,
)
from db.exchange.package import FORMAT, PARTS, VERSION, Package, Records, seal
from db.exchange.receipts import cell_of
from db.models import ASSIGNMENT, ITEM
from db.store.disk import read_whole
from plan.era import FiscalYear
from plan.errors import PlanError, Sentence, say
from plan.exchange.returns import AddedRow, Return, ReturnRefusedError, ReturnState
from plan.fields import YEARLY, progress_field
from plan.ids import AssignmentId, ItemId, RecordId
from plan.table import Column

FILE_LIMIT = 20 << 20
_PART_LIMIT = 64 << 20
_RATIO = 200
_SLACK = 4096  # bytes that a small part may be larger than its ratio allows
_CELLS = 500_000
_EDITIONS = 1 << 31
_CLERK_FIELDS = frozenset(f.name for f in YEARLY if f.clerk)
_MANIFEST = {
    "format", "version", "distribution", "edition", "complete", "title", "department", "due", "note", "coordinator",
    "sha256",
}  # fmt: skip
_BROKEN = (
    zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, struct.error, EOFError, OSError, NotImplementedError,
    RuntimeError, UnicodeError, ValueError, LookupError, OverflowError, MemoryError,
)  # fmt: skip
"""Everything that the standard library raises over a zip or a JSON text that is not one."""


def read_return(path: Path) -> Return:
    """A returned department file as a value, also where it is refused."""
    try:
        return Return(path.name, read_package(path).contribution())
    except ReturnRefusedError as error:
        return Return(path.name, refusal=error)
    except PlanError as error:
        return Return(path.name, refusal=ReturnRefusedError(ReturnState.DAMAGED, error.sentence))


def read_package(path: Path) -> Package:
    """The department file at a path; a PlanError says in one sentence why it is refused."""
    return unpack(read_whole(path, FILE_LIMIT), path.name)


def unpack(content: bytes, name: str) -> Package:
    """What the bytes of a department file hold; a ReturnRefusedError names the file."""
    manifest, data = _parts(content, name)
    if not isinstance(manifest, dict) or manifest.get("format") != FORMAT:
        _refuse(ReturnState.FOREIGN, _foreign(name))
    _expect_version(manifest.get("version"), name)
    try:
        expect(manifest.get("sha256") == seal(manifest, data))
        return _package(fields_of(manifest, _MANIFEST), _json(data))
    except (MisshapenError, *_BROKEN) as error:
        raise ReturnRefusedError(
            ReturnState.ALTERED,
            say(
                "「{file}」の中身が、あゆみで保存したときのものと違います。元のファイルの送り直しが必要です。",
                file=name,
            ),
        ) from error


def _refuse(state: ReturnState, sentence: Sentence) -> NoReturn:
    raise ReturnRefusedError(state, sentence)


def _foreign(name: str) -> Sentence:
    return say("「{file}」はあゆみの部署ファイルではありません。ファイルを確かめてください。", file=name)


def _expect_version(version: object, name: str) -> None:
    if isinstance(version, int) and version > VERSION:
        _refuse(
            ReturnState.NEWER_PROGRAM,
            say("「{file}」は新しい版のあゆみで作られています。あゆみを更新してから開いてください。", file=name),
        )


def _parts(content: bytes, name: str) -> tuple[Any, bytes]:
    """The manifest, read, and the data as bytes."""
    if not content.startswith(b"PK"):
        _refuse(ReturnState.FOREIGN, _foreign(name))
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as zipped:
            infos = zipped.infolist()
            if not any(info.filename == PARTS[0] for info in infos):
                _refuse(ReturnState.FOREIGN, _foreign(name))
            expect([info.filename for info in infos] == list(PARTS))
            manifest, data = (_part(zipped, info) for info in infos)
        return _json(manifest), data
    except (MisshapenError, *_BROKEN) as error:
        raise ReturnRefusedError(
            ReturnState.DAMAGED,
            say("「{file}」は壊れているため開けません。ファイルの送り直しが必要です。", file=name),
        ) from error


def _part(zipped: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    expect(not info.flag_bits & 1)
    expect(info.compress_type in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED))
    expect(info.file_size <= min(_PART_LIMIT, _RATIO * info.compress_size + _SLACK))
    with zipped.open(info) as part:
        content = part.read(_PART_LIMIT + 1)
    expect(len(content) == info.file_size)
    return content


def _json(content: bytes) -> Any:  # noqa: ANN401 - whatever JSON holds; it is looked at part by part
    try:
        return json.loads(content.decode(), parse_constant=_no_number)
    except RecursionError as error:
        raise MisshapenError from error


def _no_number(_: str) -> NoReturn:
    raise MisshapenError


def _package(manifest: dict[str, Any], content: object) -> Package:
    data = fields_of(content, {"asked", "rows", "records", "answers", "added"})
    columns = tuple(list_of(data["asked"], _column))
    expect(columns and len(set(columns)) == len(columns))
    rows = dict(list_of(data["rows"], lambda row: _row(row, columns)))
    answers = dict(_answer(answer) for answer in list_of(data["answers"], lambda a: parts_of(a, 4)))
    expect(len(answers) == len(data["answers"]) <= _CELLS and len(rows) == len(data["rows"]))
    added = tuple(list_of(data["added"], lambda row: _added(row, columns)))
    records = expect_context(data["records"], rows)
    expect(answers.keys() == {(row, c.year, c.field.name) for row, asked in rows.items() for c in asked})
    _expect_new(added, records)
    expect(isinstance(manifest["complete"], bool) and 0 <= number_of(manifest["edition"]) < _EDITIONS)
    due = line_of(manifest["due"])
    return Package(
        RecordId(id_of(manifest["distribution"])),
        manifest["edition"],
        line_of(manifest["title"]),
        line_of(manifest["department"]),
        columns,
        rows,
        records,
        answers,
        added,
        manifest["complete"],
        date.fromisoformat(due) if due else None,
        text_of(manifest["note"]),
        line_of(manifest["coordinator"]),
    )


def _expect_new(added: Iterable[AddedRow], records: Records) -> None:
    """Added rows are rows of their own, under a 実施事業 that is there."""
    ids = [row.id for row in added]
    known = {record["id"] for record in records[ASSIGNMENT.name]}
    expect(len(set(ids) - known) == len(ids))
    expect({row.project for row in added} <= {record["id"] for record in records[ITEM.name]})


def _column(value: object) -> Column:
    name, year = parts_of(value, 2)
    return Column(progress_field(_field(name)), year_of(year))


def _row(value: object, columns: tuple[Column, ...]) -> tuple[AssignmentId, tuple[Column, ...]]:
    row, places = parts_of(value, 2)
    asked = list_of(places, number_of)
    expect(asked and asked == sorted(set(asked)) and asked[0] >= 0 and asked[-1] < len(columns))
    return AssignmentId(RecordId(id_of(row))), tuple(columns[place] for place in asked)


def _answer(value: list[Any]) -> tuple[Any, str | None]:
    row, year, field, text = value
    return cell_of(id_of(row), year_of(year), _field(field)), text_of(text) or None


def _field(value: object) -> str:
    expect(text_of(value) in _CLERK_FIELDS)
    return text_of(value)


def _text(value: object) -> tuple[FiscalYear, str, str]:
    year, field, text = parts_of(value, 3)
    return year_of(year), _field(field), text_of(text)


def _added(value: object, columns: Iterable[Column]) -> AddedRow:
    row = fields_of(value, {"id", "project", "content", "baseline_and_goal", "texts"})
    asked = {(column.year, column.field.name) for column in columns}
    texts = list_of(row["texts"], _text)
    places = [(year, name) for year, name, _ in texts]
    expect(asked.issuperset(places) and places == sorted(set(places)))
    return AddedRow(
        AssignmentId(RecordId(id_of(row["id"]))),
        ItemId(RecordId(id_of(row["project"]))),
        text_of(row["content"]),
        text_of(row["baseline_and_goal"]) or None,
        tuple(texts),
    )
