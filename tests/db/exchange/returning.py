"""What goes out to departments and comes back, in a few words: for tests."""

from collections.abc import Mapping, Sequence

from db.edit.cells import set_cells
from db.exchange.cell_history import Traces, texts_now
from db.exchange.collection import collect, examine
from db.exchange.distribution import Asking, Distribution, departments_asked, distribute
from db.exchange.examination import Examined
from db.exchange.merge import ground
from db.log.changes import recording
from db.read.table import progress_table
from db.store.working import Store
from plan.era import FiscalYear
from plan.exchange.merging import Text
from plan.exchange.returns import AddedRow, Cell, Return, contribution
from plan.fields import EVALUATION, TARGET
from plan.ids import AssignmentId
from plan.table import CellEdit, Column

YEAR = FiscalYear(2020)
ASKED = (Column(EVALUATION, YEAR), Column(TARGET, FiscalYear(2021)))


def hand_out(store: Store, columns: tuple[Column, ...] = ASKED) -> list[Distribution]:
    """Everything to everybody, one distribution per department."""
    with recording(store, "配布") as door:
        wanted = departments_asked(door.connection, columns)
        return distribute(door, wanted, Asking(columns))


def rows(store: Store) -> list[AssignmentId]:
    """The table's rows."""
    with store.reading() as connection:
        return [row.id for row in progress_table(connection).rows]


def evaluation(row: AssignmentId) -> Cell:
    """The asked evaluation of a row."""
    return Cell(row, YEAR, EVALUATION.name)


def answer(
    store: Store,
    handed: Distribution,
    texts: Mapping[Cell, Text],
    edition: int | None = 1,
    added: Sequence[AddedRow] = (),
) -> Return:
    """A return that says what was handed out, and these texts."""
    with store.reading() as connection:
        traces = ground(connection, [handed.id]).traces
    return answered(traces, handed, texts, edition, added)


def answered(
    traces: Traces,
    handed: Distribution,
    texts: Mapping[Cell, Text],
    edition: int | None = 1,
    added: Sequence[AddedRow] = (),
) -> Return:
    """Such a return, where the traces that reach back to the handing out are at hand."""
    values = {cell: traces.text_at(cell, handed.position) for cell in handed.cells()} | dict(texts)
    return Return(f"{handed.id[-4:]}-{edition}.ayumid", contribution(handed.id, edition, values, added))


def take(store: Store, *returns: Return) -> list[Examined]:
    """Collect these returns as one step."""
    with recording(store, "回収") as door:
        return collect(door, returns)


def look(store: Store, *returns: Return) -> list[Examined]:
    """Examine these returns."""
    with store.reading() as connection:
        return examine(connection, returns)


def edit(store: Store, cell: Cell, text: Text) -> None:
    """An edit of the coordinator's own."""
    with recording(store, "セルの入力") as door:
        set_cells(door, [CellEdit(cell.assignment, cell.column, text)])


def text(store: Store, cell: Cell) -> Text:
    """What stands in a cell."""
    with store.reading() as connection:
        return texts_now(connection, [cell.assignment], [cell.column]).get(cell)
