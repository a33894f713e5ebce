"""The bytes of a plan file: a snapshot of a working store, checked and sealed against every flipped bit."""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from db.store import faults
from db.store.disk import telling, temporary
from plan.errors import PlanError

UNSEALED = hashlib.sha256(b"unsealed").hexdigest()
"""What stands in the seal's place while the seal is computed: nothing that could stand anywhere else in a file,
nor run together with the hash beside it, as a row of zeros would."""


@dataclass(frozen=True)
class Snapshot:
    """A closed, complete plan file in memory, and how far the plan's history goes in it."""

    content: bytes
    generation: int
    revision: int

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the whole file: by it a file is known again."""
        return hash_of(self.content)


def hash_of(content: bytes) -> str:
    """SHA-256 in hexadecimal."""
    return hashlib.sha256(content).hexdigest()


def file_hash(path: Path) -> str | None:
    """SHA-256 of a file; None when there is none."""
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except FileNotFoundError:
        return None


def snapshot(path: Path, generation: int, parent_hash: str) -> Snapshot:
    """The working store at `path` as a plan file that follows the one with `parent_hash`."""
    with _compact_copy(path) as draft:
        with faults.telling(path), closing(_connected(draft)) as copy:
            copy.execute("PRAGMA journal_mode=OFF")  # nobody needs a half one
            copy.execute("PRAGMA secure_delete=ON")
            identity = (generation, parent_hash, UNSEALED)
            copy.execute("UPDATE file SET generation = ?, parent_hash = ?, seal = ?", identity)
            copy.execute("DELETE FROM edition")
            _expect_whole(copy, path.name)
            (revision,) = copy.execute("SELECT coalesce(max(number), 0) FROM revision").fetchone()
        with telling(draft):
            return Snapshot(_sealed(draft), generation, revision)


@contextmanager
def _compact_copy(path: Path) -> Iterator[Path]:
    """A copy beside the working store, not in memory: with its history a plan can be large."""
    draft = temporary(path)
    try:
        with faults.telling(path), closing(_connected(path)) as store:
            # What was deleted is gone from the copy, too: it will be mailed.
            store.execute("VACUUM INTO ?", (str(draft),))
        yield draft
    finally:
        with suppress(OSError):  # what stays is swept later
            draft.unlink(missing_ok=True)


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=5, isolation_level=None)


def _expect_whole(connection: sqlite3.Connection, name: str) -> None:
    (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if answer != "ok":
        raise PlanError(
            "このPCに保存した内容（{file}）が壊れているため、計画ファイルには書き込みませんでした。"
            "控えから戻してください。",
            file=name,
        )


def _sealed(draft: Path) -> bytes:
    with draft.open("r+b", buffering=0) as file:
        content = file.read()
        file.seek(content.index(UNSEALED.encode()))
        file.write(hash_of(content).encode())
    del content  # a plan is held in memory once
    return draft.read_bytes()


def is_sealed(content: bytes, seal: str) -> bool:
    """Whether the file still is, to the last bit, what was sealed."""
    return hash_of(content.replace(seal.encode(), UNSEALED.encode(), 1)) == seal
