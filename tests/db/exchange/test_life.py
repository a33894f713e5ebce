"""Random lives of a plan: whatever people do, in whatever order, everything still holds; and defects are seen."""

from collections.abc import Callable
from dataclasses import replace

import pytest
import sqlalchemy as sa
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from db.exchange import collection, conflicts, examination, merge
from db.exchange.examination import Weighed
from db.models import ASSIGNMENT, YEAR_ENTRY
from plan.errors import PlanError
from tests.db.exchange.living import Life
from tests.thorough import thorough

Plant = Callable[[pytest.MonkeyPatch], None]


@pytest.mark.timeout(1200)  # lives are long, and a machine may be busy
def test_whatever_people_do_everything_still_holds() -> None:
    run_state_machine_as_test(Life, settings=settings(thorough(12), stateful_step_count=30))


def losing_receipts(monkeypatch: pytest.MonkeyPatch) -> None:
    """Texts are taken, but what the return said is not kept."""
    recorded = collection.recorded  # type: ignore[attr-defined] # where it is used
    monkeypatch.setattr(collection, "recorded", lambda kept: recorded(replace(kept, hash="", said={})))


def letting_older_editions_win(monkeypatch: pytest.MonkeyPatch) -> None:
    """What comes last counts."""
    monkeypatch.setattr(examination, "_newest_editions", lambda base, *_: dict.fromkeys(base.distributions, -1))
    monkeypatch.setattr(merge, "newest", lambda everything: list({r.distribution: r for r in everything}.values()))


def deciding_blindly(monkeypatch: pytest.MonkeyPatch) -> None:
    """A decision does not remember what it had seen."""
    decided = conflicts._decided  # noqa: SLF001 - the defect is planted here
    monkeypatch.setattr(conflicts, "_decided", lambda opened, cell, text, _seen: decided(opened, cell, text, ()))


def matching_rows_by_number(monkeypatch: pytest.MonkeyPatch) -> None:
    """A text goes into the first row that bears the printed number."""
    weigh = examination.weigh

    def weighed(connection: sa.Connection, *rest: object) -> Weighed:
        found = weigh(connection, *rest)  # type: ignore[arg-type] # handed through
        first: dict[str | None, str] = {}
        rows = connection.execute(sa.select(ASSIGNMENT.c.id, ASSIGNMENT.c.number)).all()
        namesakes = {row: first.setdefault(number, row) for row, number in rows}
        columns = YEAR_ENTRY.c
        kept = connection.execute(sa.select(columns.assignment_id, columns.fiscal_year, columns.id))
        entries = {(row, year): entry for row, year, entry in kept}
        found.merged = [
            replace(m, entry=entries.get((namesakes.get(m.cell.assignment, ""), m.cell.year))) for m in found.merged
        ]
        return found

    monkeypatch.setattr(collection, "weigh", weighed)


@pytest.mark.timeout(1200)
@pytest.mark.parametrize(
    "plant", [losing_receipts, letting_older_editions_win, deciding_blindly, matching_rows_by_number]
)
def test_a_planted_defect_is_seen(plant: Plant, monkeypatch: pytest.MonkeyPatch) -> None:
    plant(monkeypatch)
    only_looking = settings(
        thorough(200), max_examples=200, derandomize=True, stateful_step_count=20, phases=[Phase.generate],
        report_multiple_bugs=False, print_blob=False,
    )  # fmt: skip
    with pytest.raises((AssertionError, PlanError)):  # by the proof, or by the door itself
        run_state_machine_as_test(Life, settings=only_looking)
