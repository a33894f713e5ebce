"""What a subject of the benchmarks is made of: contestants with the same work, and what ours has to reach."""

import importlib
from collections.abc import Callable
from dataclasses import dataclass

from benchmarks.measuring import Bench

OURS = "Ayumi"


def nothing() -> str:
    """Nothing is lacking."""
    return ""


@dataclass(frozen=True, slots=True)
class Contestant:
    """Who does the work: `module:function`, loaded only in the process that measures it.

    `lacking` says what this machine lacks to run it, "" for nothing.
    """

    name: str
    work: str
    sizes: str = "S M L"
    lacking: Callable[[], str] = nothing

    def run(self, bench: Bench) -> None:
        """Do the work once; AssertionError where its outcome is not what was asked for."""
        module, _, function = self.work.partition(":")
        getattr(importlib.import_module(module), function)(bench)


@dataclass(frozen=True, slots=True)
class Aim:
    """What a figure of ours has to stay under.

    With rivals: its ratio to the fastest of them; with `since`: its ratio to our own at that size;
    with neither: milliseconds.
    """

    figure: str
    size: str
    limit: float
    rivals: tuple[str, ...] = ()
    since: str = ""

    @property
    def words(self) -> str:
        """The aim as the report says it."""
        if self.since:
            return f"≤ {self.limit:g} × {self.since}"
        if self.rivals:
            return f"≤ {_share(self.limit)} {' or '.join(self.rivals)}"
        return f"≤ {self.limit:g} ms"


@dataclass(frozen=True, slots=True)
class Subject:
    """One field of work, its contestants and our aims."""

    name: str
    title: str
    contestants: tuple[Contestant, ...]
    aims: tuple[Aim, ...] = ()
    notes: str = ""


def _share(limit: float) -> str:
    return f"1/{1 / limit:g} of" if limit <= 1 / 2 else f"{limit:g} ×"
