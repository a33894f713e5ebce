"""Returned files read and examined in the background; nothing is written."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.exchange.examination import Examined, Weighed, weigh
from db.store.working import Store
from plan.exchange.returns import Return
from plan.progress import Progress
from work.returns import files_in, read_returns


@dataclass(frozen=True, slots=True)
class Look:
    """The files, and what would become of what they say."""

    files: tuple[Path, ...]
    weighed: Weighed

    @property
    def examined(self) -> list[Examined]:
        """What would become of each return."""
        return self.weighed.examined

    @property
    def acceptable(self) -> bool:
        """Whether any of them has something to be taken."""
        return any(found.state.acceptable for found in self.examined)

    @property
    def returns(self) -> Sequence[Return]:
        """What was read, one for each line of the list."""
        return self.weighed.returns


def chosen(store: Store, found: Look, left_out: Collection[int]) -> Weighed:
    """What would become of the returns but those at these places, taken together."""
    kept = [r for place, r in enumerate(found.returns) if place not in left_out]
    with store.reading() as connection:
        return weigh(connection, kept, store.source.new_id)


def look(store: Store, paths: Sequence[Path], progress: Progress) -> Look:
    """Read files and folders, each file once, and examine them together."""
    files = tuple(dict.fromkeys(file.resolve() for file in files_in(paths)))
    returns = read_returns(files, progress)
    with store.reading() as connection:
        return Look(files, weigh(connection, returns, store.source.new_id))
