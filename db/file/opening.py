"""From a plan file to an open store: the working store that knows the file, else one made of what the file holds."""

import time
from collections.abc import Collection
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from db.file import backups
from db.file import lock as locks
from db.file import received as untrusted
from db.file.editions import editions, settle
from db.file.places import (
    READING,
    bring_up,
    image_of,
    install,
    move,
    new_image,
    note,
    noted,
    reader_path,
    store_path,
    stores_of,
)
from db.file.publishing import put_beside
from db.file.snapshot import hash_of
from db.log.history import newest_revision
from db.store.disk import LostFileError, read_whole, sweep
from db.store.faults import is_whole
from db.store.folders import folder
from db.store.working import Actor, Store, open_store
from plan.errors import PlanError, Sentence, say
from plan.ids import Source

_READING_SECONDS = 7 * 24 * 3600  # what a killed reader left is removed after a week


@dataclass(frozen=True, slots=True)
class Opening:
    """Which plan file, who opens it, and where ids and times come from."""

    path: Path
    actor: Actor
    source: Source

    def store(self, place: Path, *, read_only: bool = False) -> Store:
        """The working store at a place, under this opener's name."""
        return open_store(place, self.actor, self.source, read_only=read_only)


@dataclass(frozen=True, slots=True)
class Opened:
    """A working store of the plan, and what whoever opens it should be told."""

    store: Store
    notices: tuple[Sentence, ...] = ()


def new_store(asked: Opening) -> Store:
    """A working store without a plan, for a file that does not exist yet."""
    plan_id = asked.source.new_id()
    place = store_path(asked.path, plan_id)
    install(place, new_image(plan_id))
    note(place, asked.path)
    return asked.store(place)


def for_reading(asked: Opening) -> Opened:
    """A store of its own for one reader, made of the file as it is now."""
    received = untrusted.received(read_whole(asked.path, untrusted.SIZE_LIMIT), asked.path.name)
    _sweep_readers()
    place = reader_path()
    install(place, image_of(received, asked.path.name, asked.source.now()))
    return Opened(asked.store(place, read_only=True))


def _sweep_readers() -> None:
    for left in folder(READING).iterdir():
        with suppress(OSError):
            if left.stat().st_mtime < time.time() - _READING_SECONDS:
                left.unlink()


def for_editing(asked: Opening) -> Opened:
    """The working store, with what an earlier session could not publish; the caller holds the file's lock.

    A file that this PC does not know is looked over and taken as it is now; work of ours that it does not have is
    put beside it first. Of a file that is lost at least what this PC has of it is put beside it.
    """
    sweep(asked.path)
    notices = _set_broken_aside(asked.path)
    try:
        content = read_whole(asked.path, untrusted.SIZE_LIMIT)
        found = hash_of(content)
        opened = _known(asked, found) or _followed(asked, found) or _taken_over(asked, content)
    except LostFileError as error:
        raise _rescued(asked) or error from error
    return Opened(opened.store, notices + opened.notices)


def _set_broken_aside(path: Path) -> tuple[Sentence, ...]:
    broken = [place for place in stores_of(path) if not is_whole(place)]
    for place in broken:
        place.replace(place.with_suffix(".broken"))
    told = say(
        "このPCに残っていた作業中の内容が壊れていたため、「{file}」に保存済みの内容で開きました。", file=path.name
    )
    return (told,) if broken else ()


def _known(asked: Opening, found: str) -> Opened | None:
    """The working store that wrote, or was made of, the file with this hash."""
    for place in stores_of(asked.path):
        bring_up(place, asked.path.name, asked.source.now())
        store = asked.store(place)
        if settle(store, found):
            return Opened(store)
        store.close()
    return None


def _followed(asked: Opening, found: str) -> Opened | None:
    """The working store that knows this file from another place, where it no longer is: it was moved or renamed."""
    for place, former in noted():
        # Looked at in this order, because to ask after a path on a share that is away takes long.
        if _knows(asked, place, found) and not former.exists() and not _in_use(asked, former):
            move(place, asked.path)
            return _known(asked, found)
    return None


def _knows(asked: Opening, place: Path, found: str) -> bool:
    with suppress(PlanError), closing(asked.store(place)) as store, store.reading() as connection:
        return any(edition.hash == found for edition in editions(connection))
    return False


def _in_use(asked: Opening, former: Path) -> bool:
    """Whether somebody still has the plan open under its former name."""
    try:
        held = locks.acquire(former, asked.actor, asked.source.now())
    except locks.PlanLocked:
        return True
    except LostFileError:
        return False  # the folder is gone, too
    if held is not None:
        held.release()
    return False


def _taken_over(asked: Opening, content: bytes) -> Opened:
    """The file is new on this PC, or was changed elsewhere: what it holds now is the plan."""
    received = untrusted.received(content, asked.path.name)
    place = store_path(asked.path, received.plan_id)
    notices = _put_aside(asked, place) if place.exists() else ()
    install(place, image_of(received, asked.path.name, asked.source.now()))
    note(place, asked.path)
    return Opened(asked.store(place), notices)


def _put_aside(asked: Opening, place: Path) -> tuple[Sentence, ...]:
    """Keep what this PC had of the plan: always as a backup, and beside the file where that does not have it all."""
    with closing(asked.store(place)) as old:
        backups.take(old, backups.Reason.REPLACEMENT)
        copy = _beside(old, asked.path, ("seen", "copy"))
    if copy is None:
        return ()
    told = say(
        "「{file}」がほかで変更されていました。このPCに残っていた内容は「{copy}」に保存しました。",
        file=asked.path.name,
        copy=copy.name,
    )
    return (told,)


def _rescued(asked: Opening) -> PlanError | None:
    """The file is gone or damaged: put what this PC has of it beside it, once."""
    for place in stores_of(asked.path):
        with closing(asked.store(place)) as store, suppress(PlanError):
            copy = _beside(store, asked.path, ("copy",))
            if copy is not None:
                return PlanError(
                    "「{file}」を開けないため、このPCに残っていた内容を「{copy}」に保存しました。そちらを開いてください。",
                    file=asked.path.name,
                    copy=copy.name,
                )
    return None


def _beside(store: Store, path: Path, safe: Collection[str]) -> Path | None:
    """Put a copy beside the plan file, unless a file in one of the `safe` states has everything."""
    with store.reading() as connection:
        saved = max((e.revision for e in editions(connection) if e.state in safe), default=-1)
        if newest_revision(connection) <= saved:
            return None
    return put_beside(store, path)
