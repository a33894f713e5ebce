"""Plan files as somebody else would make them: changed, and sealed again as if they were ours."""

import sqlite3
from contextlib import closing

from db.file.snapshot import UNSEALED, hash_of
from db.store.working import Actor

HANAKO, TARO = Actor("試験 花子", "PC-1"), Actor("防災 太郎", "PC-2")
Dump = dict[str, list[tuple[object, ...]]]


def forged(content: bytes, script: str) -> bytes:
    """The same plan file after some SQL, with a seal that fits."""
    with closing(sqlite3.connect(":memory:", isolation_level=None)) as memory:
        memory.deserialize(content)
        memory.executescript(script)
        memory.execute("UPDATE file SET seal = ?", (UNSEALED,))
        memory.execute("VACUUM")
        changed = memory.serialize()
    return changed.replace(UNSEALED.encode(), hash_of(changed).encode(), 1)
