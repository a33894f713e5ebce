"""Returned files read and examined in the background; nothing is written."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from db.collection import examine
from db.examination import Examined
from db.store import Store
from desktop.returning import files_in, read_returns
from exports.progress import Progress
from plan.returns import Return


@dataclass(frozen=True, slots=True)
class Look:
    """What the files say, and what would become of each."""

    files: tuple[Path, ...]
    returns: tuple[Return, ...]
    examined: tuple[Examined, ...]

    @property
    def acceptable(self) -> bool:
        """Whether any of them has something to be taken."""
        return any(found.state.acceptable for found in self.examined)


def look(store: Store, paths: Sequence[Path], progress: Progress) -> Look:
    """Read files and folders, each file once, and examine them together."""
    files = tuple(dict.fromkeys(file.resolve() for file in files_in(paths)))
    returns: list[Return] = []
    for number, file in enumerate(files):
        progress(number, len(files))
        returns += read_returns([file])
    with store.reading() as connection:
        examined = examine(connection, returns)
    return Look(files, tuple(returns), tuple(examined))
