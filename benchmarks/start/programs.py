"""The programs that are started, each with the same table."""

import shutil
import sqlite3
import sys
from collections.abc import Sequence
from contextlib import closing

from benchmarks.measuring import Bench
from benchmarks.office import command, profile
from benchmarks.start import STARTING
from benchmarks.start.screen import milliseconds_to_text, screen
from benchmarks.worlds import table
from exports.formats.excel import workbook
from exports.forms.progress_table import compose


def ours(bench: Bench) -> None:
    """The window with the plan file; another copy each time, because the one before was left open.

    Modules stay compiled from one start to the next, as they do where the program was installed.
    """
    commands = []
    for name in ("before", "now"):
        path = bench.folder / f"{name}.ayumi"
        shutil.copy(bench.worlds / f"{bench.size}.ayumi", path)
        commands.append([sys.executable, "-m", "console.cli", str(path)])
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(bench.worlds / "compiled")}
    _start(bench, commands, {"AYUMI_HOME": str(bench.worlds / "window"), "QT_QPA_PLATFORM": "xcb"} | compiled)


def calc(bench: Bench) -> None:
    """LibreOffice Calc with our workbook."""
    book = bench.worlds / f"{bench.size}-ours.xlsx"
    if not book.exists():
        with book.open("wb") as out:
            workbook.write(compose(table(bench.worlds, bench.size)), out)
    started = [*command(profile(bench.worlds)), "--calc", str(book)]
    _start(bench, [started, started], {"SAL_USE_VCLPLUGIN": "gen"})


def browser(bench: Bench) -> None:
    """A general browser of databases with the same texts, in one plain table."""
    path = bench.folder / "texts.sqlite"
    shown = table(bench.worlds, bench.size)
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(f"CREATE TABLE texts ({', '.join(column.heading for column in shown.columns)})")
        places = ", ".join("?" * len(shown.columns))
        connection.executemany(f"INSERT INTO texts VALUES ({places})", (row.cells for row in shown.rows))  # noqa: S608
    own = {"HOME": str(bench.worlds / "home"), "QT_QPA_PLATFORM": "xcb"}
    started = ["sqlitebrowser", "--table", "texts", str(path)]
    _start(bench, [started, started], own)


def _start(bench: Bench, commands: Sequence[Sequence[str]], places: dict[str, str]) -> None:
    """Start it, the first time once before."""
    for program in commands if bench.is_first else commands[1:]:
        with screen(bench.folder) as shown:
            bench.figures[STARTING] = milliseconds_to_text(shown, program, places)
