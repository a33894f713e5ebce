"""A broken working store: set aside with its journal, and what its newest steps still say brought beside the file."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from db.file.places import mark, stores_of
from db.file.publishing import Image, plan_image, put_beside
from db.log.changes import recording
from db.store.disk import sync_folder, telling
from db.store.faults import is_whole
from db.store.folders import folder
from db.store.working import Actor, Store
from plan.changes import Change
from plan.errors import PlanError, Sentence, say
from plan.ids import RecordId, Source

BROKEN = ".broken"


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the history, as far as it could be read: all of its changes."""

    at: str
    actor: Actor
    label: str
    changes: tuple[Change, ...]


def broken_of(plan: Path) -> list[Path]:
    """The broken stores that were set aside at this plan's place."""
    return sorted(folder("stores").glob(f"{mark(plan)}-*{BROKEN}"))


def set_broken_aside(plan: Path) -> list[Path]:
    """Move what cannot be used out of the way, under names that nobody has yet; answers where it is now."""
    return [aside(place) for place in stores_of(plan) if not is_whole(place)]


def aside(place: Path) -> Path:
    """Move a store away with its journal; answers where it is now."""
    numbers = ("", *(f".{n}" for n in range(2, 1000)))
    new = next(to for n in numbers if not (to := place.with_suffix(f"{n}{BROKEN}")).exists())
    with telling(place):
        # The journal first: a store without it is as it is, a journal beside another store would be played into it.
        with suppress(FileNotFoundError):
            place.with_name(f"{place.name}-journal").replace(new.with_name(f"{new.name}-journal"))
        place.replace(new)
        sync_folder(place.parent)
    return new


def steps_after(broken: Path, position: int) -> list[Step]:
    """The steps that can still be read of a broken store after a place in its history."""
    with suppress(sqlite3.Error), closing(_connected(broken)) as connection:
        return _steps(connection, position)
    return []


def _connected(broken: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{broken.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None)


def _steps(connection: sqlite3.Connection, position: int) -> list[Step]:
    """From the newest change backwards, as far as the pages hold; a step that was read in part is none."""
    changes: dict[int, list[Change]] = defaultdict(list)
    newest_first = "SELECT revision, record_table, record_id, field, before, after FROM change NOT INDEXED"
    rows = connection.execute(f"{newest_first} ORDER BY number DESC")
    complete = False
    with suppress(sqlite3.Error):
        for revision, table, record, field, before, after in rows:
            if revision <= position:
                complete = True
                break
            changes[revision].insert(0, Change(table, RecordId(record), field, before, after))
        else:
            complete = True
    if changes and not complete:
        del changes[min(changes)]
    return [step for number in sorted(changes) for step in _step(connection, number, changes[number])]


def _step(connection: sqlite3.Connection, number: int, changes: list[Change]) -> list[Step]:
    with suppress(sqlite3.Error):
        row = connection.execute("SELECT at, actor, pc, label FROM revision WHERE number = ?", (number,)).fetchone()
        if row is not None:
            at, actor, pc, label = row
            return [Step(at, Actor(actor, pc), label, tuple(changes))]
    return []


@contextmanager
def once(place: Path) -> Iterator[Path]:
    """A working store for a short while, which then goes."""
    try:
        yield place
    finally:
        with suppress(OSError):  # what stays is swept later
            place.unlink()


def set_aside(path: Path) -> Sentence:
    """What to tell when nothing could be read of a broken store that the file does not have."""
    return say(
        "このPCに残っていた作業中の内容が壊れていたため、「{file}」に保存済みの内容で開きました。", file=path.name
    )


def bring_beside(store: Store, path: Path, steps: list[Step], image: Image = plan_image) -> Sentence:
    """Make the steps happen in a store made of the file, each if it fits, and put it beside; answers what to tell."""
    count = sum(_told(store, step) for step in steps)
    if not count:
        return set_aside(path)
    return say(
        "このPCに残っていた作業中の内容が壊れていたため、「{file}」に保存済みの内容で開きました。"
        "読み取れた {count} 件の操作を加えたものを「{copy}」に保存しました。",
        file=path.name,
        count=count,
        copy=put_beside(store, path, image).name,
    )


def _told(store: Store, step: Step) -> bool:
    try:
        then = datetime.fromisoformat(step.at)
        with recording(replace(store, actor=step.actor, source=Source(now=lambda: then)), step.label) as door:
            door.apply(step.changes)
    except (PlanError, sa.exc.IntegrityError, ValueError, LookupError):
        return False
    return True
