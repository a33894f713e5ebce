"""From a plan file to an open store: the working store that knows the file, else one made of what the file holds."""

import time
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from db.file import backups
from db.file import lock as locks
from db.file import received as untrusted
from db.file.editions import adopt, settle
from db.file.kinship import Kinship, kinship
from db.file.places import (
    READING,
    bring_up,
    image_of,
    install,
    move,
    new_image,
    note,
    noted,
    position_of,
    reader_path,
    store_path,
    stores_of,
)
from db.file.publishing import put_beside, put_older_beside, standing_copy
from db.file.salvage import aside, bring_beside, once, set_aside, set_broken_aside, steps_after
from db.file.snapshot import hash_of
from db.file.verify import is_altered
from db.store.disk import LostFileError, is_gone, read_whole, sweep
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
    return Opened(asked.store(place, read_only=True), _outdated(asked, received))


def _outdated(asked: Opening, received: untrusted.Received) -> tuple[Sentence, ...]:
    """Whether the file is none that this PC wrote, but one that its working store goes on from."""
    place = store_path(asked.path, received.plan_id)
    with suppress(PlanError):  # what cannot be read here hinders no reader
        known = not place.exists() or position_of(place, received.hash) is not None
        if not known and is_whole(place) and kinship(received.content, place) is Kinship.OLDER:
            told = say(
                "「{file}」は、このPCで保存した内容より古いファイルです。"
                "読み取り専用をやめて開くと、新しい内容に戻り、古いファイルは別名で残ります。",
                file=asked.path.name,
            )
            return (told,)
    return ()


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
    broken = set_broken_aside(asked.path)
    try:
        content = read_whole(asked.path, untrusted.SIZE_LIMIT)
        found = hash_of(content)
        opened = _known(asked, found)
        if opened is not None and is_altered(opened.store, asked.path):
            opened.store.close()
            broken.append(aside(opened.store.path))
            opened = None
        opened = opened or _found(asked, content)
    except LostFileError as error:
        raise rescued(asked) or error from error
    return Opened(opened.store, (*(_salvaged(asked, content, place) for place in broken), *opened.notices))


def _salvaged(asked: Opening, content: bytes, broken: Path) -> Sentence:
    """Put what a broken store still says beyond the file beside it; answers what to tell."""
    received = untrusted.received(content, asked.path.name)
    steps = steps_after(broken, received.revision) if received.plan_id in broken.name else []
    if not steps:
        return set_aside(asked.path)
    with once(reader_path()) as place:
        install(place, image_of(received, asked.path.name, asked.source.now()))
        with closing(asked.store(place)) as store:
            return bring_beside(store, asked.path, steps)


def _known(asked: Opening, found: str) -> Opened | None:
    """The working store that wrote, or was made of, the file with this hash."""
    for place in stores_of(asked.path):
        bring_up(place, asked.path.name, asked.source.now())
        store = asked.store(place)
        if settle(store, found):
            return Opened(store)
        store.close()
    return None


def _found(asked: Opening, content: bytes) -> Opened:
    """The file is at a place where this PC has not seen it yet."""
    followed, unread = _followed(asked, hash_of(content))
    opened = followed or _taken_over(asked, content)
    return Opened(opened.store, (*opened.notices, *unread))


def _followed(asked: Opening, found: str) -> tuple[Opened | None, tuple[Sentence, ...]]:
    """The working store that knows this file from another place, where it no longer is: it was moved or renamed.

    Of a store that cannot be read just now, and may be the one, is told.
    """
    unread: list[Sentence] = []
    for place, former in noted():
        # Looked at in this order, because to ask after a path on a share that is away takes long.
        known = _knows(place, found)
        if known is False or not is_gone(former) or _in_use(asked, former):
            continue
        if known:
            move(place, former, asked.path)
            return _known(asked, found), ()
        unread.append(
            say(
                "このPCに残っている「{former}」の作業中の内容を、いまは読み取れませんでした。"
                "「{file}」がそれを移動したものなら、いったん閉じて、少し待ってから開き直してください。",
                former=former.name,
                file=asked.path.name,
            )
        )
    return None, tuple(unread)


def _knows(place: Path, found: str) -> bool | None:
    """Whether the store knows the file; None where that cannot be told just now."""
    try:
        return position_of(place, found) is not None
    except PlanError:
        return None


def _in_use(asked: Opening, former: Path) -> bool:
    """Whether somebody still has the plan open under its former name."""
    try:
        held = locks.acquire(former, asked.actor, asked.source.now())
    except LostFileError:
        return False  # the folder is gone, too
    except PlanError:
        return True  # or cannot be asked: it is left alone
    if held is not None:
        held.release()
    return False


def _taken_over(asked: Opening, content: bytes) -> Opened:
    """The file is new on this PC, or was changed elsewhere: what it holds now is the plan.

    Unless it is an older one, all of which this PC has: then the plan stays as it is, and that file is kept beside it.
    """
    received = untrusted.received(content, asked.path.name)
    place = store_path(asked.path, received.plan_id)
    kin = kinship(content, place) if place.exists() else None
    if kin is Kinship.OLDER:
        return _kept(asked, place, received)
    image = image_of(received, asked.path.name, asked.source.now())
    notices = _put_aside(asked, place, kin) if kin is not None else ()
    install(place, image)
    note(place, asked.path)
    return Opened(asked.store(place), notices)


def _kept(asked: Opening, place: Path, received: untrusted.Received) -> Opened:
    """Go on with what this PC has; it is published over the older file, once that is kept beside it."""
    copy = put_older_beside(asked.path, received.content, asked.source.now())
    store = asked.store(place)
    adopt(store, received.hash, received.generation, received.revision)
    told = say(
        "「{file}」が、このPCで保存した内容より古いファイルに置き換わっていました。新しい内容のまま開きました。"
        "古いファイルは「{copy}」に残してあります。古い内容に戻すときは、そちらを開いてください。",
        file=asked.path.name,
        copy=copy.name,
    )
    return Opened(store, (told,))


def _put_aside(asked: Opening, place: Path, kin: Kinship) -> tuple[Sentence, ...]:
    """Keep what this PC had of the plan: always as a backup, and beside the file where that does not have it all."""
    with closing(asked.store(place)) as old:
        backups.take(old, backups.Reason.REPLACEMENT)
        if kin is not Kinship.PARTED:
            return ()
        copy = standing_copy(old, asked.path) or put_beside(old, asked.path)
    told = say(
        "「{file}」がほかで変更されていました。このPCに残っていた内容は「{copy}」に保存しました。",
        file=asked.path.name,
        copy=copy.name,
    )
    return (told,)


def rescued(asked: Opening) -> PlanError | None:
    """The file is gone or damaged: put what this PC has of it beside it, once."""
    for place in stores_of(asked.path):
        with closing(asked.store(place)) as store, suppress(PlanError):
            if standing_copy(store, asked.path) is None:
                return _told_where(asked, store)
    return None


def _told_where(asked: Opening, store: Store) -> PlanError:
    try:
        copy = put_beside(store, asked.path)
    except LostFileError:
        return PlanError(
            "「{file}」が、フォルダーごと見つかりません。その内容は、このPCに残っています。"
            "移動や削除をされていないか、ネットワークにつながっているか確かめてください。",
            file=asked.path.name,
        )
    return PlanError(
        "「{file}」を開けないため、このPCに残っていた内容を「{copy}」に保存しました。そちらを開いてください。",
        file=asked.path.name,
        copy=copy.name,
    )
