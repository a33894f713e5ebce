"""Returned files, of whatever kind, from files and folders: each read into what it says, or why it cannot be."""

from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from db.exchange.package import SUFFIX
from db.exchange.unpacking import read_return
from imports.questionnaire.workbook_reading import SUFFIXES, read_questionnaire
from plan.errors import PlanError
from plan.progress import Progress, silent
from plan.returns import Return

_READERS: Mapping[str, Callable[[Path], Return]] = {SUFFIX: read_return} | dict.fromkeys(SUFFIXES, read_questionnaire)
_AT_ONCE = 2
_TEMPORARY = ("~$", ".")
"""How Office and Ayumi name what lies beside an open file."""


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files that are named, and those in the folders that are named, in the order of their names."""
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise PlanError("「{file}」が見つかりません。ファイルの場所を確かめてください。", file=path.name)
        inside = sorted(path.iterdir()) if path.is_dir() else [path]
        found += [f for f in inside if f == path or _is_return(f)]
    return found


def _is_return(file: Path) -> bool:
    return file.suffix.lower() in _READERS and not file.name.startswith(_TEMPORARY) and file.is_file()


def read_returns(files: Iterable[Path], progress: Progress = silent) -> list[Return]:
    """Each file read, two at a time: a workbook's reader is a process of its own. One that cannot be read says why."""
    with ThreadPoolExecutor(_AT_ONCE) as readers:
        reading = [readers.submit(_reader(file), file) for file in files]
        try:
            for done, each in enumerate(reading):
                progress(done, len(reading))
                each.result()
        finally:
            readers.shutdown(cancel_futures=True)
    return [each.result() for each in reading]


def _reader(file: Path) -> Callable[[Path], Return]:
    return _READERS.get(file.suffix.lower(), read_return)
