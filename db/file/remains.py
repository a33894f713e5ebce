"""What this PC still has of a plan beside its file: backups, working stores, and those that broke."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import Enum
from pathlib import Path

from db.file import backups, received
from db.file.places import noted, stores_of
from db.file.salvage import broken_of
from db.store.disk import is_gone, read_whole, telling
from plan.errors import PlanError

_PLAN_ID = re.compile(r"^[0-9a-f]{16}-([^.]+)")


class What(Enum):
    """What it is that remains."""

    BACKUP = "控え"
    STORE = "作業中の内容"
    BROKEN = "壊れた作業中の内容"


@dataclass(frozen=True, slots=True)
class Remains:
    """Something kept on this PC: where, what, since when (UTC), how many bytes, of which file, and why."""

    path: Path
    what: What
    at: datetime
    size: int
    file: Path
    reason: backups.Reason | None = None


def remains_of(file: Path) -> list[Remains]:
    """All that this PC has of a plan or department file, there or not, newest first."""
    file = file.resolve()
    stores, broken = stores_of(file), broken_of(file)
    plans = {found[1] for place in (*stores, *broken) if (found := _PLAN_ID.match(place.name))} | _plan_of(file)
    kept = [
        _remains(backup.path, What.BACKUP, file, backup) for plan in sorted(plans) for backup in backups.backups(plan)
    ]
    kept += [_remains(place, What.STORE, file) for place in stores]
    kept += [_remains(place, What.BROKEN, file) for place in broken]
    return _newest_first(kept)


def remains_without_file() -> list[Remains]:
    """The working stores whose file is no longer where it was, newest first."""
    return _newest_first(_remains(place, What.STORE, file) for place, file in noted() if is_gone(file))


def _newest_first(found: Iterable[Remains]) -> list[Remains]:
    return sorted(found, key=lambda each: each.at, reverse=True)


def _plan_of(file: Path) -> set[str]:
    """Whose file it is, where that can be read: a plan that is new at this place may have backups all the same."""
    try:
        return {received.received(read_whole(file, received.SIZE_LIMIT), file.name).plan_id}
    except PlanError:
        return set()


def _remains(place: Path, what: What, file: Path, backup: backups.Backup | None = None) -> Remains:
    with telling(place):
        facts = place.stat()
    at = datetime.fromtimestamp(facts.st_mtime, UTC) if backup is None else backup.at
    return Remains(place, what, at, facts.st_size, file, backup.reason if backup is not None else None)
