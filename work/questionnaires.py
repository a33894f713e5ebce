"""The questionnaire of a distribution: the plan's table, what is asked of it and its scale, as a workbook."""

from db.exchange.distribution import Distribution
from db.exchange.handout import department_label
from db.read.reports import scale
from db.read.table import Scope, progress_table
from db.store.working import Connection
from exports.forms.questionnaire import Request, compose


def questionnaire(connection: Connection, handed: Distribution) -> bytes:
    """The workbook's bytes, with the texts that stand in the table now."""
    from exports.formats.excel.answer_workbook import write  # noqa: PLC0415 - openpyxl only when a workbook is written

    table = progress_table(connection, Scope(departments=frozenset({handed.department}), grades=True))
    asking = handed.asking
    request = Request(
        handed.id,
        department_label(connection, handed),
        asking.columns,
        handed.rows,
        asking.due,
        asking.note,
        asking.coordinator,
    )
    return write(compose(table, request, scale(connection, "achievement")))
