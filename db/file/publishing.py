"""The plan file as a published snapshot: noted, written aside, compared, put in its place, read back.

Killed between any two steps, the file is the old one or the new one, and the working store knows both by their
hashes: it notes the new one before the file is replaced, and forgets the old one after.
"""

import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import sqlalchemy as sa

from db.file.editions import editions, remember, seen, settle
from db.file.snapshot import Snapshot, file_hash, snapshot
from db.store.disk import telling, write_whole
from db.store.working import Store
from plan.errors import PlanError

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_NAME_LIMIT = 40


class _ChangedElsewhereError(Exception):
    """The file is none that this working store knows."""


def plan_image(store: Store) -> Snapshot:
    """The plan as it now stands, as the next version of its file."""
    with store.reading() as connection:
        parent = seen(connection)
        generation = next_generation(connection)
    return snapshot(store.path, generation, parent.hash)


def next_generation(connection: sa.Connection) -> int:
    """The number of the file's next version."""
    return max((e.generation for e in editions(connection)), default=0) + 1


Image = Callable[[Store], Snapshot]
"""How a store's content becomes a file."""


def publish(store: Store, target: Path, image: Image = plan_image) -> None:
    """Put the plan as it now stands into its file.

    When somebody else changed the file meanwhile, it stays as it is: a PlanError names the copy put beside it.
    """
    new = image(store)
    remember(store, new, "intended")
    try:
        write_whole(target, new.content, before=_unchanged(store, target))
    except _ChangedElsewhereError:
        copy = put_beside(store, target, image)
        raise PlanError(
            "「{file}」がほかで変更されていたため、上書きしませんでした。こちらの内容は「{copy}」に保存しました。",
            file=target.name,
            copy=copy.name,
        ) from None
    _read_back(target, new)
    settle(store, new.hash)


def put_beside(store: Store, target: Path, image: Image = plan_image) -> Path:
    """Put a copy of the plan beside its file, under a name that says whose it is; answers where."""
    new = image(store)
    for copy in _names(target, store.actor.name, store.source.now()):
        try:
            write_whole(copy, new.content, before=_unchanged(store, copy))
        except _ChangedElsewhereError:
            continue
        remember(store, new, "copy")  # not before: what is noted as a copy counts as safe
        return copy
    raise PlanError(
        "「{file}」の控えが多すぎます。不要な控えを片づけてから、もう一度お試しください。", file=target.name
    )


def _unchanged(store: Store, target: Path) -> Callable[[], None]:
    """A look at the file, just before it is replaced: it is one of ours, or there is none."""

    def look() -> None:
        found = file_hash(target)
        with store.reading() as connection:
            known = {edition.hash for edition in editions(connection)}
        if found is not None and found not in known:
            raise _ChangedElsewhereError

    return look


def _read_back(target: Path, new: Snapshot) -> None:
    with telling(target):
        found = file_hash(target)
    if found != new.hash:
        raise PlanError(
            "「{file}」に書き込んだ内容を読み直したところ、一致しませんでした。変更はこのPCに保存されています。"
            "ディスクやネットワークを確かめてください。",
            file=target.name,
        )


def _names(target: Path, who: str, when: datetime) -> list[Path]:
    owner = _UNFIT.sub("", who)[:_NAME_LIMIT] or "自分"
    stem = f"{target.stem}（{owner}の控え {when.astimezone():%Y-%m-%d}）"
    numbered = (f"（{number}）" for number in range(2, 100))
    return [target.with_name(f"{stem}{mark}{target.suffix}") for mark in ("", *numbered)]
