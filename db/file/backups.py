"""Copies of a plan, kept on this PC before anything big happens to it, and thinned as they grow old.

A backup is a plan file like any other; it is restored as a new file beside the others, never over one: nothing
that was done since is lost, and the two can be compared.
"""

from collections.abc import Callable, Hashable, Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from pathlib import Path

from db.file import received
from db.file.editions import plan_id
from db.file.snapshot import snapshot
from db.store.disk import expect_new, read_whole, telling, write_whole
from db.store.folders import folder
from db.store.working import Store

SUFFIX = ".ayumi"
_STAMP = "%Y%m%dT%H%M%S%fZ"
_DAYS, _WEEKS, _MONTHS = 12, 10, 9


class Reason(Enum):
    """Before what a backup was taken."""

    IMPORT = "取り込み前"
    COLLECTION = "回収前"
    UNDO = "取り消し前"
    MIGRATION = "形式の更新前"
    REPLACEMENT = "置き換え前"


@dataclass(frozen=True, slots=True)
class Backup:
    """One copy: where it is, when it was taken (UTC) and before what."""

    path: Path
    at: datetime
    reason: Reason


def take(store: Store, reason: Reason) -> Backup:
    """Keep the plan as it now stands."""
    with store.reading() as connection:
        plan = plan_id(connection)
    return keep(snapshot(store.path, 0, "").content, plan, reason, store.source.now())


def keep(content: bytes, plan: str, reason: Reason, now: datetime, suffix: str = SUFFIX) -> Backup:
    """Keep the bytes of a file among the backups of its plan or distribution, and let go of old ones."""
    at = now.astimezone(UTC)
    taken = Backup(folder("backups", plan) / f"{at:{_STAMP}} {reason.value}{suffix}", at, reason)
    write_whole(taken.path, content)
    _thin(plan, now)
    return taken


def backups(plan: str) -> list[Backup]:
    """The backups of a plan, newest first."""
    found = [_backup(path) for path in folder("backups", plan).glob(f"*{SUFFIX}*")]
    return sorted((b for b in found if b is not None), key=lambda b: b.at, reverse=True)


def restore(backup: Path, path: Path) -> None:
    """Put a backup back as a new file; a file that exists is never written over."""
    expect_new(path)
    content = read_whole(backup, received.SIZE_LIMIT)
    if backup.suffix == SUFFIX:
        received.received(content, backup.name)
    write_whole(path, content)


def _backup(path: Path) -> Backup | None:
    stamp, _, reason = path.stem.partition(" ")
    try:
        return Backup(path, datetime.strptime(stamp, _STAMP).replace(tzinfo=UTC), Reason(reason))
    except ValueError:
        return None  # somebody else's file


def _thin(plan: str, now: datetime) -> None:
    found = backups(plan)
    standing = kept((b.at.astimezone() for b in found), now.astimezone().date())
    for backup in found:
        if backup.at.astimezone() not in standing:
            with telling(backup.path):
                backup.path.unlink(missing_ok=True)


def kept(times: Iterable[datetime], today: date) -> set[datetime]:
    """Which backups stay: all of today and yesterday, then the newest of 12 days, of 10 weeks and of 9 months."""
    newest_first = sorted(times, reverse=True)
    yesterday = today - timedelta(days=1)
    older = [at for at in newest_first if at.date() < yesterday]
    return {
        *(at for at in newest_first if at.date() >= yesterday),
        *_newest(older, lambda at: at.date(), _DAYS),
        *_newest(older, lambda at: at.isocalendar()[:2], _WEEKS),
        *_newest(older, lambda at: (at.year, at.month), _MONTHS),
    }


def _newest(newest_first: Iterable[datetime], span: Callable[[datetime], Hashable], count: int) -> list[datetime]:
    """The newest of each span of time, for the last `count` spans that have any."""
    found: dict[Hashable, datetime] = {}
    for at in newest_first:
        found.setdefault(span(at), at)
    return list(found.values())[:count]
