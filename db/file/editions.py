"""Which files are known to hold a working store's plan, and up to which revision."""

from dataclasses import dataclass

import sqlalchemy as sa

from db.file.snapshot import Snapshot
from db.models import EDITION, FILE
from db.store.working import Store


@dataclass(frozen=True, slots=True)
class Edition:
    """A file by its hash: the plan file as it was last seen, as it is about to be written, or a copy beside it."""

    hash: str
    generation: int
    revision: int
    state: str


UNPUBLISHED = Edition("", 0, -1, "seen")
"""What stands in for the plan file while there is none."""


def editions(connection: sa.Connection) -> list[Edition]:
    """All that are known, oldest first."""
    rows = connection.execute(sa.select(EDITION).order_by(EDITION.c.generation))
    return [Edition(row.hash, row.generation, row.revision, row.state) for row in rows]


def seen(connection: sa.Connection) -> Edition:
    """The plan file as it was when we last looked."""
    return next((e for e in editions(connection) if e.state == "seen"), UNPUBLISHED)


def plan_id(connection: sa.Connection) -> str:
    """Whose file or working store this is."""
    found: str = connection.execute(sa.select(FILE.c.plan_id)).scalar_one()
    return found


def remember(store: Store, snapshot: Snapshot, state: str) -> None:
    """Note a file of ours: one that is intended before it is put in its place, so that it is known again after."""
    facts = {"generation": snapshot.generation, "revision": snapshot.revision, "state": state}
    with store.writing() as connection:
        connection.execute(EDITION.insert().prefix_with("OR REPLACE").values(hash=snapshot.hash, **facts))


def settle(store: Store, found: str) -> bool:
    """The plan file has this hash: forget the others; False when it is none of ours."""
    with store.writing() as connection:
        known = connection.execute(EDITION.update().where(EDITION.c.hash == found).values(state="seen")).rowcount == 1
        if known:
            connection.execute(EDITION.delete().where(EDITION.c.hash != found))
    return known


def adopt(store: Store, found: str, generation: int, revision: int) -> None:
    """Note a file of the same plan as the one that stands at its place, up to which revision the store goes on."""
    with store.writing() as connection:
        connection.execute(EDITION.delete())
        facts = {"hash": found, "generation": generation, "revision": revision, "state": "seen"}
        connection.execute(EDITION.insert().values(facts))
