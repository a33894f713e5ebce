"""Which record of the plan a told one is: by its key, under the records that it belongs to; never by its position."""

import re
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from functools import cached_property

from db.edit.records import records
from db.read.grades import results_report
from db.read.reports import nodes
from db.store.working import Connection
from imports.reports.heading_codes import bare_code
from imports.reports.records import Part, SourceRecord
from plan.changes import Value
from plan.documents.footnotes import without_markers
from plan.documents.reports import ResultsReport
from plan.era import FiscalYear
from plan.folding import same_words
from plan.ids import RecordId

Record = Mapping[str, Value]
_SHARED = frozenset({"plan", "department"})
_LISTED_AGAIN = re.compile(r"[(\[【]?再掲[)\]】]?")  # our own form adds it to the name
_TELLING = 4  # characters from which an item may be known by its name alone


class PlanRecords:
    """The plan's records beside those of a source; each is recognised once."""

    def __init__(self, connection: Connection, last_year: FiscalYear, told: Sequence[SourceRecord]) -> None:
        self._connection = connection
        self._last_year = last_year
        self._tables: dict[str, dict[RecordId, dict[str, Value]]] = {}
        self._indexes: dict[tuple[str, ...], dict[Hashable, list[RecordId]]] = {}
        self._taken: set[RecordId] = set()
        self._found: dict[SourceRecord, RecordId] = {}
        tree = nodes(connection)
        self.references: dict[RecordId, str] = {node.id: node.reference for node in tree}
        self.referred: dict[str, RecordId] = {f"「{node.full_heading}」参照": node.id for node in tree}
        self._codes: dict[RecordId, str] = {node.id: bare_code(node.code) for node in tree}
        self._named = defaultdict[str, list[RecordId]](list)
        for record_id, item in self.table("item").items():
            self._named[_name(item["name"])].append(record_id)
        self._settle(told)

    @cached_property
    def results(self) -> ResultsReport:
        """The plan as its results report tells it."""
        return results_report(self._connection)

    def table(self, name: str) -> Mapping[RecordId, Record]:
        """The records of one table."""
        if name not in self._tables:
            self._tables[name] = records(self._connection, name)
        return self._tables[name]

    def find(self, record: SourceRecord) -> RecordId | None:
        """The record that is meant; None where the plan does not have it yet."""
        return self._found.get(record)

    def resolved(self, part: Part) -> Value:
        """A part as the plan keeps it; None for a record that the plan does not have yet."""
        return self.find(part) if isinstance(part, SourceRecord) else part

    def key(self, record: SourceRecord) -> dict[str, Value]:
        """The key with its references resolved, and the year that the source leaves to the plan."""
        key = {name: self.resolved(part) for name, part in record.key.items()}
        if "fiscal_year" in key and key["fiscal_year"] is None:
            key["fiscal_year"] = int(self._last_year)
        return key

    def _settle(self, told: Sequence[SourceRecord]) -> None:
        """First what stands in its place, then items that bear the same name elsewhere, then what belongs to these."""
        items = [record for record in told if record.table == "item"]
        for records_left, looking_elsewhere in ((told, False), (items, True), (told, False)):
            for record in records_left:
                if record not in self._found:
                    found = self._in_place(record) or (self._elsewhere(record) if looking_elsewhere else None)
                    if found is not None:
                        self._found[record] = found
                        self._take(record, found)

    def _take(self, record: SourceRecord, found: RecordId) -> None:
        """Each record is one told record's; but many facts are told of the plan and of a department."""
        if record.table not in _SHARED:
            self._taken.add(found)

    def _in_place(self, record: SourceRecord) -> RecordId | None:
        if any(isinstance(part, SourceRecord) and part not in self._found for part in record.key.values()):
            return None  # what it belongs to is new
        if record.table == "item" and "parent_id" not in record.key:
            return None
        names = tuple(sorted(record.key))
        wanted = _comparable(self.key(record))
        return next((i for i in self._index(record.table, names).get(wanted, ()) if i not in self._taken), None)

    def _index(self, table: str, names: tuple[str, ...]) -> Mapping[Hashable, list[RecordId]]:
        if (table, *names) not in self._indexes:
            index = self._indexes[table, *names] = {}
            for record_id, record in self.table(table).items():
                index.setdefault(_comparable({name: record[name] for name in names}), []).append(record_id)
        return self._indexes[table, *names]

    def _elsewhere(self, record: SourceRecord) -> RecordId | None:
        name, code = _name(record.key.get("name")), bare_code(str(record.key.get("code") or ""))
        if len(name) < _TELLING:
            return None
        named = self._named.get(name, [])
        free = [i for i in named if i not in self._taken]
        coded = [i for i in free if code and self._codes[i].endswith(code)]
        open_to = [i for i in free if not code or not self._codes[i]]
        only = free if len(named) == 1 else []  # its number may have changed
        return next((found[0] for found in (coded, open_to, only) if len(found) == 1), None)


def _comparable(values: Mapping[str, Value]) -> Hashable:
    return tuple(
        sorted((name, _name(value) if isinstance(value, str) else value or "") for name, value in values.items())
    )


def _name(value: object) -> str:
    return _LISTED_AGAIN.sub("", same_words(without_markers(str(value or ""))))
