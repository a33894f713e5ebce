"""Ours: the table composed and written."""

from benchmarks.measuring import Bench
from benchmarks.pdf import WRITING
from benchmarks.pdf.sheet import finish
from benchmarks.worlds import table
from exports.formats.pdf import drawing
from exports.forms.progress_table import compose


def write(bench: Bench) -> None:
    """Compose and write."""
    shown, path = table(bench.worlds, bench.size), bench.folder / "ours.pdf"
    with bench.clock(WRITING), path.open("wb") as out:
        drawing.write(compose(shown), out)
    finish(bench, path)
