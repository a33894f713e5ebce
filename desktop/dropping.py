"""What is to become of files that somebody drops on the window."""

from collections.abc import Sequence
from enum import Enum
from pathlib import Path

from PySide6.QtGui import QDropEvent

from db.package import SUFFIX as PART_SUFFIX
from desktop.collect.part import OpenPart
from desktop.opened import OpenPlan
from desktop.opening import SUFFIX

_TABLES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")
_RETURNS = (PART_SUFFIX, ".xlsx", ".xlsm")


class Use(Enum):
    """What is done with what was dropped."""

    OPEN = "open"
    IMPORT = "import"  # into the open plan
    IMPORT_AS_PLAN = "import as plan"
    COLLECT = "collect"  # into the open plan, as what departments sent back


def dropped_paths(event: QDropEvent) -> list[Path]:
    """The files and folders that are dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def use_of(paths: Sequence[Path], opened: OpenPlan | None) -> Use | None:
    """What can be done with them while that is open; None where nothing can."""
    suffixes = {path.suffix.lower() for path in paths}
    is_alone = len(paths) == 1
    if is_alone and suffixes == {SUFFIX}:
        return Use.OPEN
    if opened is not None and opened.writable and not isinstance(opened, OpenPart):
        if is_alone and suffixes.issubset(_TABLES):
            return Use.IMPORT
        is_return = all(path.is_dir() or path.suffix.lower() in _RETURNS for path in paths)
        return Use.COLLECT if paths and is_return else None
    if is_alone and suffixes == {PART_SUFFIX}:
        return Use.OPEN
    return Use.IMPORT_AS_PLAN if is_alone and opened is None and suffixes.issubset(_TABLES) else None
