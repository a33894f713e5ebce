"""LibreOffice: our workbook of the table, printed to PDF by its own process."""

from benchmarks.measuring import Bench
from benchmarks.office import profile, run_office
from benchmarks.pdf import WRITING
from benchmarks.pdf.sheet import finish
from benchmarks.worlds import table
from exports.formats.excel import workbook
from exports.forms.progress_table import compose


def write(bench: Bench) -> None:
    """Convert the workbook."""
    book = bench.folder / "book.xlsx"
    with book.open("wb") as out:
        workbook.write(compose(table(bench.worlds, bench.size)), out)
    user = profile(bench.worlds)
    with bench.clock(WRITING):
        run_office(user, "--headless", "--convert-to", "pdf", "--outdir", str(bench.folder), str(book))
    bench.memory.clear()  # it is the other process that works
    finish(bench, book.with_suffix(".pdf"))
