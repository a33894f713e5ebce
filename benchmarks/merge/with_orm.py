"""SQLAlchemy's ORM in the ordinary way: get the entry of each cell, compare, set."""

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.orm import Session

from benchmarks.measuring import Bench
from benchmarks.merge import TAKING
from benchmarks.merge.returned import PLAN, Expected, expected, returned_files, sent_back
from benchmarks.planfile.with_orm import Entry, engine
from db.exchange.unpacking import read_return
from plan.exchange.merging import Text

Answer = tuple[str, str, Text, Text]
"""A year entry's id, a field, the text as handed out, and the text that came back."""


def merge(bench: Bench) -> None:
    """The answers of all returns into a copy of the plan, committed together."""
    folder = sent_back(bench)
    store = bench.folder / "raw.sqlite"
    shutil.copy(folder / PLAN, store)
    wanted = expected(folder)
    answers = list(_answers(folder, store, wanted))
    with Session(engine(bench)) as session, bench.clock(TAKING):
        conflicts = sum(_take(session, answer) for answer in answers)
        session.commit()
    wanted.expect(store, conflicts)


def _answers(folder: Path, store: Path, wanted: Expected) -> Iterator[Answer]:
    rows = sqlite3.connect(store).execute("SELECT assignment_id, fiscal_year, id FROM year_entry")
    entries = {(row, year): entry for row, year, entry in rows}
    for path in returned_files(folder):
        given = read_return(path).contribution
        assert given is not None
        for cell, text in given.values.items():
            yield entries[cell.assignment, cell.year], cell.field, wanted.base[cell], text


def _take(session: Session, answer: Answer) -> bool:
    """Set the text unless the master has another one; answers whether it has."""
    entry, field, base, theirs = answer
    found = session.get_one(Entry, entry)
    ours = getattr(found, field)
    if theirs != base and ours == base:
        setattr(found, field, theirs)
    return theirs != base and ours not in (base, theirs)
