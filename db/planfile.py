"""An open plan file: the door through which the window and the command line come to a plan."""

from contextlib import ExitStack, suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from threading import Lock as Mutex
from types import TracebackType
from typing import Self

from db import lock as locks
from db.disk import telling
from db.editions import seen
from db.history import newest_revision
from db.opening import Opening, for_editing, for_reading, new_store
from db.publish import publish
from db.store import Actor, Store
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

    def recover(self) -> None:
        """Publish what an earlier session of this PC could not; where that fails again, a notice says why."""
        with self.store.reading() as connection:
            self.recovered = newest_revision(connection) - seen(connection).revision
        try:
            self.publish()
        except PlanError as error:
            self.notices += (error.sentence,)

    def close(self) -> None:
        """Publish, and let others in; whatever happens, the work stays on this PC and is published next time."""
        try:
            self.publish()
        finally:
            self.store.close()
            if self.lock is not None:
                self.lock.release()
            if self.read_only:
                with suppress(OSError):  # what stays is swept later
                    self.store.path.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def create_plan(path: Path, actor: Actor, source: Source | None = None) -> PlanFile:
    """A new and empty plan file; one that exists is never written over."""
    asked = Opening(path.resolve(), actor, source or Source())
    with telling(asked.path):
        exists = asked.path.exists()
    if exists:
        raise PlanError("「{file}」はすでにあります。別の名前を付けてください。", file=path.name)
    with ExitStack() as undone:
        held = _locked(asked)
        if held is None:
            raise PlanError(
                "「{folder}」には書き込めないため、計画ファイルを作れません。別の場所をお使いください。",
                folder=asked.path.parent.name,
            )
        undone.callback(held.release)
        plan = PlanFile(asked.path, new_store(asked), held)
        undone.callback(plan.store.close)
        plan.publish()
        undone.pop_all()
        return plan


def open_plan(path: Path, actor: Actor, *, read_only: bool = False, source: Source | None = None) -> PlanFile:
    """Open a plan file for editing, or for reading where `read_only` or the folder says so.

    PlanLocked when somebody has it open; a PlanError when the file is missing, damaged, foreign or too new.
    """
    asked = Opening(path.resolve(), actor, source or Source())
    held = None if read_only else _locked(asked)
    if held is None:
        return PlanFile(asked.path, for_reading(asked).store)
    with ExitStack() as undone:
        undone.callback(held.release)
        opened = for_editing(asked)
        undone.callback(opened.store.close)
        plan = PlanFile(asked.path, opened.store, held, notices=(*_former(asked, held), *opened.notices))
        plan.recover()
        undone.pop_all()
        return plan


def _locked(asked: Opening) -> locks.Lock | None:
    return locks.acquire(asked.path, asked.actor, asked.source.now())


def _former(asked: Opening, held: locks.Lock) -> tuple[Sentence, ...]:
    if held.former is None or not held.former.name:
        return ()
    told = say(
        "「{file}」は前回、{name} さん（{pc}）が {since} から開いたまま終わっていました。内容は引き継がれています。",
        file=asked.path.name,
        **asdict(held.former),
    )
    return (told,)
