"""An open plan file: the door through which the window and the command line come to a plan."""

from contextlib import ExitStack
from dataclasses import asdict, dataclass
from pathlib import Path

from db.file import lock as locks
from db.file.editions import seen
from db.file.opening import Opening, for_editing, for_reading, new_store, rescued
from db.file.verify import verify_plan
from db.file.workfile import WorkFile, protection
from db.log.history import newest_revision
from db.store.disk import LostFileError, expect_new, telling
from db.store.working import Actor
from plan.errors import PlanError, Sentence, say
from plan.ids import Source

__all__ = ["PlanFile", "create_plan", "open_plan", "verify_plan"]


GROWING = 100 << 20
"""Bytes from which whoever opens a plan is told that it will become too large."""


@dataclass(slots=True)
class PlanFile(WorkFile):
    """A plan that is open; `recovered` counts the steps that an earlier session could not publish any more."""

    recovered: int = 0

    def recover(self) -> None:
        """Publish what an earlier session of this PC could not; where that fails again, a notice says why."""
        with self.store.reading() as connection:
            self.recovered = newest_revision(connection) - seen(connection).revision
        try:
            self.publish()
        except PlanError as error:
            self.notices += (error.sentence,)


def create_plan(path: Path, actor: Actor, source: Source | None = None) -> PlanFile:
    """A new and empty plan file; one that exists is never written over."""
    asked = Opening(path.resolve(), actor, source or Source())
    expect_new(asked.path)
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
    protected = () if read_only else protection(asked.path)
    try:
        held = None if read_only or protected else _locked(asked)
    except LostFileError as error:
        raise rescued(asked) or error from error
    if held is None:
        opened = for_reading(asked)
        return PlanFile(asked.path, opened.store, notices=(*protected, *opened.notices))
    with ExitStack() as undone:
        undone.callback(held.release)
        opened = for_editing(asked)
        undone.callback(opened.store.close)
        notices = (*_former(asked, held), *opened.notices, *_growing(asked.path))
        plan = PlanFile(asked.path, opened.store, held, notices=notices)
        plan.recover()
        undone.pop_all()
        return plan


def _locked(asked: Opening) -> locks.Lock | None:
    return locks.acquire(asked.path, asked.actor, asked.source.now())


def _growing(path: Path) -> tuple[Sentence, ...]:
    """A word in time about a file that grows towards what can be opened."""
    with telling(path):
        size = path.stat().st_size
    if size < GROWING:
        return ()
    told = say(
        "「{file}」は {size} MB になりました。{limit} MB を超えると保存できなくなります。"
        "大きくなるのは変更の履歴のためです。区切りのよいときに、履歴を除いた写しを作って、そちらで続けてください。",
        file=path.name,
        size=size >> 20,
        limit=PlanFile.limit >> 20,
    )
    return (told,)


def _former(asked: Opening, held: locks.Lock) -> tuple[Sentence, ...]:
    if held.former is None or not held.former.name:
        return ()
    told = say(
        "「{file}」は前回、{name} さん（{pc}）が {since} から開いたまま終わっていました。内容は引き継がれています。",
        file=asked.path.name,
        **asdict(held.former),
    )
    return (told,)
