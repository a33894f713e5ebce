"""A plan's checks: the faults of the sample are found, accepted with a reason, switched off; each undoes."""

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.edit.cells import set_cells
from db.edit.findings import accept, switch, withdraw
from db.file.whole_plan import read_whole_plan
from db.log.changes import recording
from db.read.checking import acceptances, altered, checked, subject, switched_off
from db.read.table import rows_numbered
from db.store.working import Store
from plan.changes import Change
from plan.checks.every import CHECKS, Findings
from plan.era import FiscalYear
from plan.errors import PlanError
from plan.fields import EVALUATION, TARGET
from plan.findings import Finding
from plan.table import CellEdit, Column
from tests.db.conftest import empty_store

TODAY = dt.date(2026, 5, 1)
SAMPLE = Path(__file__).parents[3] / "resources" / "sample" / "plan.json"


@pytest.fixture
def sample(tmp_path: Path) -> Iterator[Store]:
    """The sample plan, whose faults are deliberate."""
    opened = empty_store(tmp_path / "sample.sqlite")
    with recording(opened, "計画の読み込み") as made:
        read_whole_plan(made, SAMPLE.read_text(encoding="utf-8"), SAMPLE.name)
    yield opened
    opened.close()


def _found(store: Store) -> tuple[Finding, ...]:
    with store.reading() as connection:
        return checked(connection, TODAY).findings


def _write(store: Store, number: str, **texts: str) -> None:
    fields = {"target": TARGET, "evaluation": EVALUATION}
    with recording(store, "セルの入力") as door:
        (row,) = rows_numbered(door.connection, number)
        columns = [(Column(fields[name], FiscalYear(2019)), text) for name, text in texts.items()]
        set_cells(door, [CellEdit(row, column, text) for column, text in columns])


def test_every_deliberate_fault_of_the_sample_is_found_in_its_place(sample: Store) -> None:
    found = {
        (f.check, f.place.number.replace(" ", ""), f.place.year.short if f.place.year else "") for f in _found(sample)
    }
    assert found >= {
        ("achieved_below_target", "1", "R6"),
        ("word_variant", "1", "R5"),
        ("evaluation_repeats_last", "19", "R6"),
        ("reason_missing", "47", "R5"),
        ("evaluation_promises", "15", "R6"),
        ("target_without_result", "54", "R4"),
        ("unit_changed", "10", "R6"),
        ("rate_disagrees", "市—1", "R6"),
        ("committee_grade_missing", "図—1", "R6"),
    }


def test_the_sample_has_few_findings_besides(sample: Store) -> None:
    found = _found(sample)
    assert len(found) < 25
    assert {finding.check for finding in found} <= CHECKS.keys()


def test_a_finding_goes_when_its_cell_is_put_right(store: Store) -> None:
    _write(store, "1", target="広報紙で案内する。", evaluation="広報紙で案内する。")
    (finding,) = [f for f in _found(store) if f.check == "evaluation_repeats_target"]
    assert (finding.place.number, finding.place.year, finding.place.field) == ("1", 2019, EVALUATION)
    _write(store, "1", evaluation="広報紙で4回案内した。")
    assert "evaluation_repeats_target" not in {f.check for f in _found(store)}


def test_an_accepted_finding_is_kept_with_its_reason_until_it_is_withdrawn(store: Store) -> None:
    _write(store, "1", target="広報紙で案内する。", evaluation="広報紙で案内する。")
    before = _found(store)
    finding = next(f for f in before if f.check == "evaluation_repeats_target")
    with recording(store, "指摘の了承") as door:
        accept(door, finding, "担当課に確認済み")
    with store.reading() as connection:
        told = checked(connection, TODAY)
    assert [(f.check, a.reason) for f, a in told.accepted] == [("evaluation_repeats_target", "担当課に確認済み")]
    assert finding not in told.findings
    with recording(store, "了承の取り消し") as door:
        withdraw(door, told.accepted[0][1])
    assert _found(store) == before


def test_a_finding_is_not_accepted_without_a_reason(store: Store) -> None:
    _write(store, "1", target="広報紙で案内する。", evaluation="広報紙で案内する。")
    with pytest.raises(PlanError, match="理由"), recording(store, "指摘の了承") as door:
        accept(door, _found(store)[0], " \n")
    with store.reading() as connection:
        assert acceptances(connection) == []


def test_a_check_is_switched_off_for_the_plan_and_on_again(store: Store) -> None:
    _write(store, "1", target="広報紙で案内する。", evaluation="広報紙で案内する。")
    for _ in range(2):
        with recording(store, "点検の切り替え") as door:
            switch(door, "evaluation_repeats_target", on=False)
    assert "evaluation_repeats_target" not in {f.check for f in _found(store)}
    with recording(store, "点検の切り替え") as door:
        switch(door, "evaluation_repeats_target", on=True)
    assert "evaluation_repeats_target" in {f.check for f in _found(store)}
    with store.reading() as connection:
        assert switched_off(connection) == frozenset()


def test_a_check_that_is_not_there_is_refused(store: Store) -> None:
    with pytest.raises(PlanError, match="という点検はありません"), recording(store, "点検の切り替え") as door:
        switch(door, "nonsense", on=False)


def test_a_plan_without_entries_has_nothing_due(store: Store) -> None:
    with store.reading() as connection:
        assert subject(connection, TODAY).terms.used == frozenset()
    assert _found(store) == ()


def test_after_an_edit_only_its_rows_are_checked_anew_with_the_same_outcome(store: Store) -> None:
    _write(store, "1", target="広報紙で案内する。", evaluation="広報紙で4回案内した。")
    with store.reading() as connection:
        kept = Findings(subject(connection, TODAY))
    kept.go_on()
    changes: list[Change] = []
    store.listeners.append(lambda announcement: changes.extend(announcement.changes))
    _write(store, "1", evaluation="広報紙で案内する。")
    with store.reading() as connection:
        changed = altered(connection, kept.rows, changes)
    assert changed is not None
    assert [row.number for row in changed.values()] == ["1"]
    kept.replace(changed)
    kept.check_table()
    assert tuple(kept.sorted()) == _found(store)


def test_an_edit_of_more_than_cells_asks_for_a_new_look_at_everything(store: Store) -> None:
    with store.reading() as connection:
        rows = Findings(subject(connection, TODAY)).rows
        made = Change("year_entry", next(iter(rows)), "", None, "{}")
        assert altered(connection, rows, [made]) is None
