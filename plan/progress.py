"""How far a long export has come, and how it is stopped."""

from collections.abc import Callable

Progress = Callable[[int, int], None]
"""Called with the steps done and the steps in all; raises Cancelled to stop the export."""


class Cancelled(Exception):  # noqa: N818
    """The person stopped the export; no error, and what is half written is to be thrown away."""


def silent(done: int, total: int) -> None:
    """Tell nobody."""
