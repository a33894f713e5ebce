"""The working store: one SQLite file per opened plan in the user's own folder, never on a share and never mailed."""

import platform
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Concatenate, ParamSpec, Self, TypeVar

import sqlalchemy as sa

from db.store.faults import telling
from db.store.names import names
from plan.changes import Change
from plan.errors import PlanError, Sentence
from plan.ids import Source

if TYPE_CHECKING:
    import sqlite3

_Answer = TypeVar("_Answer")
_Given = ParamSpec("_Given")
Connection = sa.Connection
"""An open view of a plan, for rooms that hand it on without knowing SQLAlchemy."""
APPLICATION_ID = 0x4159554D  # "AYUM" in the SQLite header tells whose file it is
PRAGMAS = (
    "journal_mode=TRUNCATE",
    "synchronous=FULL",
    "foreign_keys=ON",
    "trusted_schema=OFF",
    "cell_size_check=ON",
    "mmap_size=0",
)
BUSY_SECONDS = 5


@dataclass(frozen=True, slots=True)
class Actor:
    """Who edits, and at which PC; written with every revision."""

    name: str
    pc: str
    others: tuple[str, ...] = field(default=(), compare=False)
    """Further names of the same person at this PC."""

    @classmethod
    def here(cls, name: str = "") -> Self:
        """The person at this PC, under the name they gave, else the login name."""
        given, *others = names(" ".join(name.split()))
        return cls(given, platform.node(), tuple(others))

    def made(self, actor: str, pc: str) -> bool:
        """Whether a step that bears this name and this PC is this person's own."""
        return pc == self.pc and (actor == self.name or actor in self.others)


@dataclass(frozen=True, slots=True)
class Revision:
    """One step: when (ISO 8601, UTC), who, at which PC, and what it is called; `of` is the one that it takes back."""

    number: int
    at: str
    actor: str
    pc: str
    name: Sentence
    kind: str
    of: int | None = None


@dataclass(frozen=True, slots=True)
class Announcement:
    """What a revision changed, and who asked, so that the asker can skip its own echo."""

    revision: Revision
    changes: Sequence[Change]
    origin: object = None


Listener = Callable[[Announcement], None]


@dataclass(slots=True)
class Store:
    """An open working store; `reading` and `writing` give transactions, `announce` tells the listeners."""

    path: Path
    engine: sa.Engine
    actor: Actor
    source: Source = field(default_factory=Source)
    read_only: bool = False
    listeners: list[Listener] = field(default_factory=list)

    @contextmanager
    def reading(self) -> Iterator[sa.Connection]:
        """A consistent view of the plan; nothing can be written through it."""
        with telling(self.path), self.engine.connect() as connection:
            yield connection

    def ask(
        self,
        question: Callable[Concatenate[sa.Connection, _Given], _Answer],
        *given: _Given.args,
        **named: _Given.kwargs,
    ) -> _Answer:
        """The answer to one of the plan's questions, from one consistent view."""
        with self.reading() as connection:
            return question(connection, *given, **named)

    @contextmanager
    def writing(self) -> Iterator[sa.Connection]:
        """One durable transaction, taken at once so that two writers never wait for each other half-way."""
        if self.read_only:
            raise PlanError(
                "この計画は読み取り専用で開いています。変更するには、ほかの人が閉じてから開き直すか、複製してください。"
            )
        with telling(self.path), self.engine.execution_options(writing=True).begin() as connection:
            yield connection

    def announce(self, announcement: Announcement) -> None:
        """Tell every listener what changed."""
        for listener in tuple(self.listeners):
            listener(announcement)

    def close(self) -> None:
        """Let go of the file, so that it can be moved or removed."""
        self.engine.dispose()


def open_store(path: Path, actor: Actor, source: Source | None = None, *, read_only: bool = False) -> Store:
    """Open a working store that exists; it is never created by opening."""
    return Store(path, _engine(path), actor, source or Source(), read_only)


def _engine(path: Path) -> sa.Engine:
    # mode=rw: a vanished file is an error, not silently a new and empty plan.
    engine = sa.create_engine(
        f"sqlite:///{path.resolve().as_uri()}?mode=rw&uri=true",
        connect_args={"timeout": BUSY_SECONDS},
        hide_parameters=True,  # a report of a fault, which people are asked to send, quotes no text of the plan
    )
    sa.event.listen(engine, "connect", _on_connect)
    sa.event.listen(engine, "begin", _on_begin)
    return engine


def _on_connect(connection: "sqlite3.Connection", _record: object) -> None:
    connection.isolation_level = None  # the driver's own BEGIN would leave DDL outside of the transaction
    for pragma in PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _on_begin(connection: sa.Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")
