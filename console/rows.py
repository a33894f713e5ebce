"""A row as the command line is told of it: by its 番号, or by 担当課/実施内容 where it has none."""

from collections.abc import Mapping

from db.read.row_names import RowFacts, rows_called
from db.store.working import Connection
from plan.errors import PlanError
from plan.ids import AssignmentId
from work.language import _

_NAMED = 5


def rows_wanted(connection: Connection, words: str) -> dict[AssignmentId, RowFacts]:
    """Every row that the words name; a PlanError where there is none."""
    found = rows_called(connection, words)
    if found:
        return found
    if "/" in words or "／" in words:
        raise PlanError("「{words}」の行はありません。担当課と実施内容を確かめてください。", words=words)
    raise PlanError(
        "番号「{number}」の行はありません。番号のない行は、「担当課/実施内容」で指定してください。", number=words
    )


def only_row(found: Mapping[AssignmentId, RowFacts], words: str) -> AssignmentId:
    """The one row that was found; a PlanError names the others where there are several."""
    if len(found) > 1:
        named = [f"{facts.label}/{' '.join(facts.content.split())}" for facts in found.values()]
        named = named if len(named) <= _NAMED else [*named[:_NAMED], _("ほか")]
        raise PlanError(
            "「{words}」に当たる行が {count} 行あり、ひとつに決まりません（{rows}）。"
            "番号か「担当課/実施内容」で指定するか、画面で入力してください。",
            words=words,
            count=len(found),
            rows="、".join(named),
        )
    return next(iter(found))
