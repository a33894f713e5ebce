"""An open plan file: the door through which the window and the command line come to a plan."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock as Mutex
from types import TracebackType
from typing import Self

from db import lock as locks
from db import untrusted
from db.disk import read_whole, sweep
from db.editions import saved_revision, seen, settle
from db.history import newest_revision
from db.home import folder
from db.image import hash_of
from db.publish import publish, put_beside
from db.store import Actor, Store, open_store
from db.stores import image_of, install, new_image, store_path, stores_of
from db.verify import verify_plan
from plan.errors import PlanError, Sentence, say
from plan.ids import Source

__all__ = ["PlanFile", "create_plan", "open_plan", "verify_plan"]


@dataclass(slots=True)
class PlanFile:
    """A plan that is open: every edit is durable in its working store at once, `publish` brings it into the file.

    `recovered` is the number of steps that an earlier session could not publish any more; `notices` are the
    sentences that whoever opened the plan should see.
    """

    path: Path
    store: Store
    lock: locks.Lock | None = None
    recovered: int = 0
    notices: tuple[Sentence, ...] = ()
    _publishing: Mutex = field(default_factory=Mutex)

    @property
    def read_only(self) -> bool:
        """Whether the plan was opened for reading only."""
        return self.store.read_only

    def unpublished(self) -> bool:
        """Whether there are steps that the plan file does not have yet."""
        with self.store.reading() as connection:
            return not self.read_only and newest_revision(connection) > seen(connection).revision

    def publish(self) -> None:
        """Bring the plan file up to date; a PlanError says why it cannot be, and the work stays on this PC."""
        with self._publishing:
            if self.unpublished():
                publish(self.store, self.path)

    def close(self) -> None:
        """Publish, and let others in; whatever happens, the work stays on this PC and is published next time."""
        try:
            self.publish()
        finally:
            self.store.close()
            if self.lock is not None:
                self.lock.release()
            if self.read_only:
                self.store.path.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create_plan(path: Path, actor: Actor, source: Source | None = None) -> PlanFile:
    """A new and empty plan file; one that exists is never written over."""
    path, source = path.resolve(), source or Source()
    if path.exists():
        raise PlanError("「{file}」はすでにあります。別の名前を付けてください。", file=path.name)
    held = locks.acquire(path, actor, source.now())
    if held is None:
        raise PlanError(
            "「{folder}」には書き込めないため、計画ファイルを作れません。別の場所をお使いください。",
            folder=path.parent.name,
        )
    try:
        plan_id = source.new_id()
        place = store_path(path, plan_id)
        install(place, new_image(plan_id))
        plan = PlanFile(path, open_store(place, actor, source), held)
        plan.publish()
    except BaseException:
        held.release()
        raise
    return plan


def open_plan(path: Path, actor: Actor, *, read_only: bool = False, source: Source | None = None) -> PlanFile:
    """Open a plan file for editing, or for reading where `read_only` or the folder says so.

    PlanLocked when somebody has it open; a PlanError when the file is missing, damaged, foreign or too new.
    """
    path, source = path.resolve(), source or Source()
    content = read_whole(path, untrusted.SIZE_LIMIT)
    held = None if read_only else locks.acquire(path, actor, source.now())
    if held is None:
        return _for_reading(path, content, actor, source)
    try:
        sweep(path)
        plan = _for_editing(path, actor, source)
    except BaseException:
        held.release()
        raise
    plan.lock = held
    return plan


def _for_reading(path: Path, content: bytes, actor: Actor, source: Source) -> PlanFile:
    received = untrusted.received(content, path.name)
    place = folder("reading") / f"{Source().new_id()}.sqlite"
    install(place, image_of(received, path.name))
    return PlanFile(path, open_store(place, actor, source, read_only=True))


def _for_editing(path: Path, actor: Actor, source: Source) -> PlanFile:
    content = read_whole(path, untrusted.SIZE_LIMIT)  # again, now that nobody else can change it
    found = hash_of(content)
    for place in stores_of(path):
        store = open_store(place, actor, source)
        if settle(store, found):
            return _continued(path, store)
        store.close()
    return _taken_over(path, content, actor, source)


def _continued(path: Path, store: Store) -> PlanFile:
    """The file is as this PC left it; what a killed session did not publish is published now."""
    with store.reading() as connection:
        recovered = newest_revision(connection) - seen(connection).revision
    plan = PlanFile(path, store, recovered=recovered)
    if recovered:
        try:
            plan.publish()
        except PlanError as error:
            plan.notices += (error.sentence,)
    return plan


def _taken_over(path: Path, content: bytes, actor: Actor, source: Source) -> PlanFile:
    """The file is new on this PC, or was changed elsewhere: what it holds now is the plan."""
    received = untrusted.received(content, path.name)
    place = store_path(path, received.plan_id)
    notices: tuple[Sentence, ...] = ()
    if place.exists():
        old = open_store(place, actor, source)
        notices = _put_aside(path, old)
        old.close()
    install(place, image_of(received, path.name))
    return PlanFile(path, open_store(place, actor, source), notices=notices)


def _put_aside(path: Path, old: Store) -> tuple[Sentence, ...]:
    with old.reading() as connection:
        saved = newest_revision(connection) <= saved_revision(connection)
    if saved:
        return ()
    copy = put_beside(old, path)
    return (
        say(
            "「{file}」がほかで変更されていました。このPCに残っていた内容は「{copy}」に保存しました。",
            file=path.name,
            copy=copy.name,
        ),
    )
