"""The plan file as a published snapshot: noted, written aside, compared, put in its place, read back.

Killed between any two steps, the file is the old one or the new one, and the working store knows both by their
hashes: it notes the new one before the file is replaced, and forgets the old one after.
"""

import re
from collections.abc import Callable
from datetime import datetime
from glob import escape
from pathlib import Path

import sqlalchemy as sa

from db.file.editions import UNPUBLISHED, editions, remember, seen, settle
from db.file.received import SIZE_LIMIT
from db.file.snapshot import Snapshot, file_hash, hash_of, snapshot
from db.log.history import newest_revision
from db.store.disk import telling, write_whole
from db.store.working import Store
from plan.errors import PlanError

_UNFIT = re.compile(r'[\\/:*?"<>|\x00-\x1f]')
_NAME_LIMIT = 40


_OLDER = "古い内容"


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


def publish(store: Store, target: Path, image: Image = plan_image, limit: int = SIZE_LIMIT) -> None:
    """Put the plan as it now stands into its file.

    When somebody else changed the file meanwhile, it stays as it is: a PlanError names the copy put beside it.
    A file that was there and is gone is not written anew: a share that comes back would hide it, or bring back the old.
    """
    with store.reading() as connection:
        begun = seen(connection) != UNPUBLISHED
    new = image(store)
    _expect_openable(target, len(new.content), limit)
    remember(store, new, "intended")
    try:
        write_whole(target, new.content, before=_unchanged(store, target, missing_is_new=not begun))
    except _ChangedElsewhereError:
        copy = put_beside(store, target, image)
        raise PlanError(
            "「{file}」がほかで変更されていたため、上書きしませんでした。こちらの内容は「{copy}」に保存しました。",
            file=target.name,
            copy=copy.name,
        ) from None
    _read_back(target, new)
    settle(store, new.hash)


def _expect_openable(target: Path, size: int, limit: int) -> None:
    if size > limit:
        raise PlanError(
            "「{file}」は {size} MB になり、開ける大きさ（{limit} MB）を超えるため、書き込みませんでした。"
            "変更はこのPCに保存されています。履歴を除いた写しを作り、そちらで続けてください。",
            file=target.name,
            size=-(-size >> 20),
            limit=limit >> 20,
        )


def put_beside(store: Store, target: Path, image: Image = plan_image) -> Path:
    """Put a copy of the plan beside its file, under a name that says whose it is; answers where."""
    new = image(store)
    owner = _UNFIT.sub("", store.actor.name)[:_NAME_LIMIT] or "自分"
    for copy in _names(target, f"{owner}の控え", store.source.now()):
        try:
            write_whole(copy, new.content, before=_unchanged(store, copy, missing_is_new=True))
        except _ChangedElsewhereError:
            continue
        remember(store, new, "copy")  # not before: what is noted as a copy counts as safe
        return copy
    raise _too_many(target)


def put_older_beside(target: Path, content: bytes, when: datetime) -> Path:
    """Keep the bytes of an older plan file beside the plan, once; answers where."""
    for copy in _names(target, _OLDER, when):
        with telling(copy):
            found = file_hash(copy)
        if found is None:
            write_whole(copy, content)
        if found in (None, hash_of(content)):
            return copy
    raise _too_many(target)


def standing_copy(store: Store, target: Path) -> Path | None:
    """A copy beside the plan file that has everything that the store has; what was removed since is none."""
    with store.reading() as connection:
        newest = newest_revision(connection)
        whole = {e.hash for e in editions(connection) if e.state == "copy" and e.revision >= newest}
    if not whole:
        return None
    with telling(target.parent):
        found = sorted(target.parent.glob(f"{escape(target.stem)}（*{escape(target.suffix)}"))
        return next((copy for copy in found if file_hash(copy) in whole), None)


def _too_many(target: Path) -> PlanError:
    return PlanError(
        "「{file}」の控えが多すぎます。不要な控えを片づけてから、もう一度お試しください。", file=target.name
    )


def _unchanged(store: Store, target: Path, *, missing_is_new: bool) -> Callable[[], None]:
    """A look at the file, just before it is replaced: it is one of ours, or there never was one."""

    def look() -> None:
        found = file_hash(target)
        with store.reading() as connection:
            known = {edition.hash for edition in editions(connection)}
        if found is None and not missing_is_new:
            raise PlanError(
                "「{file}」が元の場所に見つからないため、書き込みませんでした。変更はこのPCに保存されています。"
                "移動や削除をされていないか、ネットワークにつながっているか確かめてください。",
                file=target.name,
            )
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


def _names(target: Path, mark: str, when: datetime) -> list[Path]:
    stem = f"{target.stem}（{mark} {when.astimezone():%Y-%m-%d}）"
    numbered = (f"（{number}）" for number in range(2, 100))
    return [target.with_name(f"{stem}{number}{target.suffix}") for number in ("", *numbered)]
