"""Identities: a UUID for every record, never changed and never printed; and where ids and the time come from."""

import os
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import NewType

RecordId = NewType("RecordId", str)
ItemId = NewType("ItemId", RecordId)
DepartmentId = NewType("DepartmentId", RecordId)
AssignmentId = NewType("AssignmentId", RecordId)


def _random_id() -> RecordId:
    # A UUID of version 4, without an object of the standard library's for each of a hundred thousand records.
    digits = os.urandom(16).hex()
    return RecordId(f"{digits[:8]}-{digits[8:12]}-4{digits[13:16]}-a{digits[17:20]}-{digits[20:]}")


def _utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Source:
    """Where new ids and the time (UTC) come from; a test puts its own in their place."""

    new_id: Callable[[], RecordId] = _random_id
    now: Callable[[], datetime] = _utc_now
