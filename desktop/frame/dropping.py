"""What is to become of files that somebody drops on the window."""

import zlib
from collections.abc import Sequence
from enum import Enum
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from PySide6.QtGui import QDropEvent

from db.exchange.package import SUFFIX as PART_SUFFIX
from desktop.exchange.part import OpenPart
from desktop.frame.opening import SUFFIX
from desktop.kit.shown_plan import ShownPlan
from plan.exchange.questionnaire import FORMAT

_TABLES = (".xlsx", ".xlsm", ".xls", ".ods", ".csv", ".tsv", ".txt")
_WORKBOOKS = (".xlsx", ".xlsm")
_RETURNS = (PART_SUFFIX, *_WORKBOOKS)
_MOST_PARTS, _MOST_READ = 40, 2_000_000  # of a workbook: its parts, and bytes of each


class Use(Enum):
    """What is done with what was dropped."""

    OPEN = "open"
    IMPORT = "import"  # into the open plan
    IMPORT_AS_PLAN = "import as plan"
    COLLECT = "collect"  # into the open plan, as what departments sent back


def dropped_paths(event: QDropEvent) -> list[Path]:
    """The files and folders that are dropped."""
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


def use_of(paths: Sequence[Path], plan: ShownPlan | None) -> Use | None:
    """What can be done with them while that is open; None where nothing can."""
    alone = paths[0] if len(paths) == 1 else None
    if alone is not None and alone.suffix.lower() == SUFFIX:
        return Use.OPEN
    if plan is not None and plan.writable and not isinstance(plan, OpenPart):
        return _use_for_plan(paths)
    return _use_of_one(alone, is_first=plan is None) if alone is not None else None


def _use_for_plan(paths: Sequence[Path]) -> Use | None:
    """A table is taken into the plan; what the departments return, also whole folders of it, is collected."""
    if len(paths) == 1 and paths[0].suffix.lower() in _TABLES:
        return Use.COLLECT if _is_questionnaire(paths[0]) else Use.IMPORT
    is_return = all(path.is_dir() or path.suffix.lower() in _RETURNS for path in paths)
    return Use.COLLECT if paths and is_return else None


def _use_of_one(path: Path, *, is_first: bool) -> Use | None:
    """A department's file is opened; out of a table a plan is made while none is open."""
    if path.suffix.lower() == PART_SUFFIX:
        return Use.OPEN
    return Use.IMPORT_AS_PLAN if is_first and path.suffix.lower() in _TABLES else None


def _is_questionnaire(path: Path) -> bool:
    """Whether a workbook bears a questionnaire's mark; what it is worth is found out when it is collected."""
    if path.suffix.lower() not in _WORKBOOKS:
        return False
    try:
        with ZipFile(path) as book:
            parts = [name for name in book.namelist()[:_MOST_PARTS] if name.startswith("xl/") and name.endswith(".xml")]
            return any(FORMAT.encode() in book.open(name).read(_MOST_READ) for name in parts)
    except (OSError, BadZipFile, zlib.error, EOFError, RuntimeError):  # RuntimeError: a part is encrypted
        return False
