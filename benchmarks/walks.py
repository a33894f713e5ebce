"""The four walks through the house: how many calls of our own, through how many files and rooms, each thing takes.

`python -m benchmarks.walks` counts a keystroke (a text typed in the grid and entered), a return (a department's file
collected), an import (a table taken into the plan) and a print (the progress table as PDF), over the sample plan.
"""

import os
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

ROOT = Path(__file__).parents[1]
ROOMS = ("plan", "db", "imports", "exports", "work", "console", "desktop")


@dataclass
class Walk:
    """What was met on the way: calls of our own, their files, and how often the way went into another file."""

    calls: int = 0
    moves: int = 0
    files: set[str] = field(default_factory=set)

    def note(self, frame: FrameType, event: str, _argument: object) -> None:
        """Count a call, if it is one of ours."""
        name = frame.f_code.co_filename
        if event != "call" or not name.startswith(str(ROOT)) or frame.f_code.co_name.startswith("<"):
            return
        if Path(name).relative_to(ROOT).parts[0] not in ROOMS:
            return
        self.calls += 1
        self.files.add(name)
        caller = frame.f_back
        self.moves += caller is not None and caller.f_code.co_filename != name

    @property
    def rooms(self) -> set[Path]:
        """The rooms that the files are in."""
        return {Path(name).parent for name in self.files}


@contextmanager
def counted() -> Iterator[Walk]:
    """Count what happens on this thread."""
    walk = Walk()
    sys.setprofile(walk.note)
    try:
        yield walk
    finally:
        sys.setprofile(None)


def _keystroke(plan: Path) -> Walk:
    from PySide6.QtTest import QTest  # noqa: PLC0415 - the other walks go without Qt

    from desktop.app import create_application  # noqa: PLC0415
    from desktop.frame.main_window import Window  # noqa: PLC0415
    from desktop.frame.verbs import handlers  # noqa: PLC0415
    from desktop.kit.preferences import Settings  # noqa: PLC0415

    settings = Settings()
    app = create_application(settings)
    window = Window(settings, handlers)
    window.show()
    window.open_path(plan)
    app.processEvents()
    assert window.view is not None
    grid = window.view.grid
    first = next(n for n, column in enumerate(window.view.model.columns) if column.year is not None)
    grid.put_cursor(1, first)
    QTest.keyClicks(grid, "a")  # what is loaded and measured only once is none of a keystroke's
    _enter(app)
    QTest.keyClicks(grid, "abc")
    app.processEvents()
    with counted() as walk:
        _enter(app)
    window.close()
    return walk


def _enter(app: "QApplication") -> None:
    from PySide6.QtCore import Qt  # noqa: PLC0415 - as above
    from PySide6.QtTest import QTest  # noqa: PLC0415

    editor = app.focusWidget()
    assert editor is not None
    QTest.keyClick(editor, Qt.Key.Key_Return)
    app.processEvents()


def _by_command(*arguments: object) -> Walk:
    from console.cli import main  # noqa: PLC0415 - loaded before it is counted

    with counted() as walk:
        main([str(argument) for argument in arguments])
    return walk


def _return(plan: Path) -> Walk:
    folder = plan.with_name("handed")
    _by_command("distribute", plan, folder)
    file = min(folder.glob("*.ayumid"))
    _by_command("submit", file, "--as-it-is")
    return _by_command("collect", plan, file, "--apply")


def _import(plan: Path) -> Walk:
    table = plan.with_name("table.csv")
    _by_command("export", plan, table)
    return _by_command("import", plan, table)


def _print(plan: Path) -> Walk:
    return _by_command("export", plan, plan.with_name("table.pdf"))


WALKS: dict[str, Callable[[Path], Walk]] = {
    "keystroke": _keystroke,
    "return": _return,
    "import": _import,
    "print": _print,
}


def main() -> None:
    """Walk each way once, each in a folder of its own, and print what was counted."""
    from db.store.working import Actor  # noqa: PLC0415 - after the environment is set
    from work.samples import create_sample  # noqa: PLC0415

    print(f"{'walk':<12}{'calls':>10}{'moves':>10}{'files':>8}{'rooms':>8}")
    for name, walk in WALKS.items():
        with tempfile.TemporaryDirectory() as folder:
            os.environ["AYUMI_HOME"] = str(Path(folder, "home"))
            plan = Path(folder, "plan.ayumi")
            create_sample(plan, Actor("walker", "PC")).close()
            with open(os.devnull, "w") as quiet:  # noqa: PTH123 - what the verbs tell is not asked for here
                told, sys.stdout = sys.stdout, quiet
                found = walk(plan)
                sys.stdout = told
        print(f"{name:<12}{found.calls:>10}{found.moves:>10}{len(found.files):>8}{len(found.rooms):>8}")
    shutil.rmtree(os.environ["AYUMI_HOME"], ignore_errors=True)


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main()
