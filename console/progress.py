"""How far a long command has come: a bar on standard error where that is a terminal, nothing elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

import rich.console
import rich.progress

from plan.progress import Progress


@contextmanager
def bar(name: str) -> Iterator[Progress]:
    """What a long work calls with the steps done and the steps in all."""
    screen = rich.console.Console(stderr=True)
    with rich.progress.Progress(console=screen, transient=True, disable=not screen.is_terminal) as shown:
        task = shown.add_task(name, total=None)
        yield lambda done, total: shown.update(task, completed=done, total=total)
