"""The bytes of a plan file: a snapshot of a working store, checked and sealed against every flipped bit."""

import hashlib
import sqlite3
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from db import failures
from plan.errors import PlanError

UNSEALED = hashlib.sha256(b"unsealed").hexdigest()
"""What stands in the seal's place while the seal is computed: nothing that could stand anywhere else in a file,
nor run together with the hash beside it, as a row of zeros would."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A closed, complete plan file in memory, and how far the plan's history goes in it."""

    content: bytes
    generation: int
    revision: int

    @property
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
    with failures.telling(path), closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=rw", uri=True, timeout=5)) as store:
            store.backup(memory)
        identity = (generation, parent_hash, UNSEALED)
        memory.execute("UPDATE file SET generation = ?, parent_hash = ?, seal = ?", identity)
        memory.execute("DELETE FROM edition")
        memory.execute("PRAGMA temp_store=MEMORY")
        memory.execute("VACUUM")  # what was deleted is gone from the file, too: it will be mailed
        _expect_whole(memory, path.name)
        (revision,) = memory.execute("SELECT coalesce(max(number), 0) FROM revision").fetchone()
        unsealed = memory.serialize()
    return Snapshot(_sealed(unsealed), generation, revision)


def _expect_whole(connection: sqlite3.Connection, name: str) -> None:
    (answer,) = connection.execute("PRAGMA quick_check(1)").fetchone()
    if answer != "ok":
        raise PlanError(
            "このPCに保存した内容（{file}）が壊れているため、計画ファイルには書き込みませんでした。"
            "控えから戻してください。",
            file=name,
        )


def _sealed(content: bytes) -> bytes:
    return content.replace(UNSEALED.encode(), hash_of(content).encode(), 1)


def is_sealed(content: bytes, seal: str) -> bool:
    """Whether the file still is, to the last bit, what was sealed."""
    return hash_of(content.replace(seal.encode(), UNSEALED.encode(), 1)) == seal
