"""The whole plan goes out as JSON and comes back the same."""

import json
from pathlib import Path

import pytest

from db.file.whole_plan import read_whole_plan, whole_plan
from db.log.changes import dump, recording
from db.store.working import Store
from plan.errors import PlanError
from tests.db.conftest import empty_store


def text_of(store: Store) -> str:
    with store.reading() as connection:
        return whole_plan(connection)


def test_every_value_comes_back(store: Store, tmp_path: Path) -> None:
    other = empty_store(tmp_path / "other.db")
    with recording(other, "読み込み") as door:
        read_whole_plan(door, text_of(store), "plan.json")
    with store.reading() as ours, other.reading() as theirs:
        assert dump(theirs) == dump(ours)
    other.close()


def test_the_text_has_one_record_on_a_line_and_leaves_out_what_is_not_entered(store: Store) -> None:
    lines = [line for line in text_of(store).splitlines() if '"fiscal_year"' in line]
    assert len(lines) == 4 * 3
    assert all("evaluation" not in json.loads(line.strip().rstrip(",")) for line in lines)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[", "ではありません"),
        ('{"format": "other"}', "ではありません"),
        ('{"format": "ayumi-plan", "version": 99, "tables": {}}', "新しい版"),
        ('{"format": "ayumi-plan", "version": 1, "tables": {"level": [{"name": "施策"}]}}', "level の 1 件目"),
        ('{"format": "ayumi-plan", "version": 1, "tables": {"revision": [{"id": "1"}]}}', "revision の 1 件目"),
        ('{"format": "ayumi-plan", "version": 1, "tables": {"level": [{"id": "1", "x": 1}]}}', "level の 1 件目"),
        ('{"format": "ayumi-plan", "version": 1, "tables": {"level": 5}}', "level の 1 件目"),
        ('{"format": "ayumi-plan", "version": 1, "tables": {"level": [{"id": "1"}]}}', "つながりません"),
        (
            (
                '{"format": "ayumi-plan", "version": 1, '
                '"tables": {"item_status": [{"id": "1", "item_id": "?", "fiscal_year": 1}]}}'
            ),
            "つながりません",
        ),
    ],
)
def test_a_text_that_does_not_fit_is_refused_with_its_place(tmp_path: Path, text: str, said: str) -> None:
    store = empty_store(tmp_path / "other.db")
    with pytest.raises(PlanError, match=said), recording(store, "読み込み") as door:
        read_whole_plan(door, text, "plan.json")
    with store.reading() as connection:
        assert not any(dump(connection).values())
    store.close()
