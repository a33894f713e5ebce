"""A plan from outside that some verb could not work with is refused in one sentence, whatever it was made with."""

import json
from collections.abc import Callable
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

from db.exchange.conflicts import Choice, Settlement, open_conflicts, settle
from db.file.planfile import open_plan, verify_plan
from db.file.whole_plan import read_whole_plan
from db.log.changes import recording
from db.log.history import undo
from plan.errors import PlanError
from plan.exchange.returns import AddedRow
from plan.ids import AssignmentId, ItemId, RecordId
from tests.db.conftest import empty_store
from tests.db.exchange.returning import YEAR, answer, edit, evaluation, hand_out, take
from tests.db.forging import forged
from tests.db.plans import HANAKO, held, retitle

Tables = dict[str, list[dict[str, Any]]]

FORGERIES = {
    "a last year out of reach": "UPDATE plan SET last_year = 999999",
    "years the wrong way round": "UPDATE plan SET last_year = first_year - 1",
    "a year before all eras": "UPDATE year_entry SET fiscal_year = -1 WHERE id = (SELECT min(id) FROM year_entry)",
    "a circle in the tree": "UPDATE item SET parent_id = id WHERE id = (SELECT min(id) FROM item)",
    "a number out of reach": "UPDATE item SET position = 9223372036854775807",
    "text that is none": "UPDATE item SET name = CAST(x'EDA080' AS TEXT) WHERE id = (SELECT min(id) FROM item)",
    "text in the history that is none": "UPDATE change SET after = CAST(x'FF' AS TEXT) WHERE number = 2",
    "a record that is no JSON": "UPDATE change SET after = '{' WHERE number = 2",
    "a record of records": """UPDATE change SET after = '{"title": [1]}' WHERE number = 2""",
    "a field that there is none": "UPDATE change SET field = 'nothing' WHERE number = 2",
    "a moment that is none": "UPDATE revision SET at = 'yesterday'",
    "a second plan": "INSERT INTO plan (id, title, first_year, last_year) VALUES ('x', 'x', 2019, 2020)",
    "a list that is none": "INSERT INTO decision VALUES ('x', 'x', 2020, 'target', NULL, '[')",
    "a list of something else": "INSERT INTO decision VALUES ('x', 'x', 2020, 'target', NULL, '[1]')",
    "a cell of no column": "INSERT INTO decision VALUES ('x', 'x', 2020, 'nothing', NULL, '[]')",
}


@pytest.mark.parametrize("script", FORGERIES.values(), ids=FORGERIES)
def test_a_forged_plan_is_refused_in_one_sentence_by_every_door(plan_path: Path, script: str) -> None:
    arrived = plan_path.with_name("届いた.ayumi")
    arrived.write_bytes(forged(plan_path.read_bytes(), script))
    for read_only in (True, False):
        with pytest.raises(PlanError, match=r"「届いた\.ayumi」は壊れているか"):
            open_plan(arrived, HANAKO, read_only=read_only)
    (told,) = verify_plan(arrived)
    assert "「届いた.ayumi」は壊れているか" in str(told)


def test_a_history_that_begins_with_an_undo_opens(plan_path: Path) -> None:
    arrived = plan_path.with_name("届いた.ayumi")
    arrived.write_bytes(forged(plan_path.read_bytes(), "UPDATE revision SET kind = 'undo', \"of\" = number"))
    with open_plan(arrived, HANAKO) as plan:
        retitle(plan, "新しい計画")
        assert undo(plan.store) is not None


def test_a_plan_with_conflicts_decisions_and_proposed_rows_is_one(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        handed = hand_out(plan.store)[1]
        first, second = (evaluation(row) for row in handed.rows)
        for cell in (first, second):
            edit(plan.store, cell, "こちらの文")
        proposed = AddedRow(
            AssignmentId(RecordId("new")),
            ItemId(RecordId("project")),
            "講座",
            None,
            ((YEAR, "evaluation", "部署の文"),),
        )
        take(plan.store, answer(plan.store, handed, {first: "部署の文", second: "部署の文"}, added=[proposed]))
        with recording(plan.store, "食い違いの確定") as door:
            settle(door, [Settlement(open_conflicts(door.connection)[0], Choice.THEIRS)])
    copy = plan_path.with_name("写し.ayumi")
    copy.write_bytes(plan_path.read_bytes())
    assert verify_plan(copy) == []
    found = held(copy)
    assert all(found[name] for name in ("distribution", "contribution", "decision", "conflict"))
    assert any("new" in str(row) for row in found["contribution"])


@pytest.mark.parametrize("bit", range(0, 8 * 100_000, 20_011))
def test_a_flipped_bit_is_one_sentence(plan_path: Path, bit: int) -> None:
    content = bytearray(plan_path.read_bytes())
    place = bit // 8 % len(content)
    content[place] ^= 1 << bit % 8
    damaged = plan_path.with_name("届いた.ayumi")
    damaged.write_bytes(content)
    with pytest.raises(PlanError):
        open_plan(damaged, HANAKO, read_only=True)


def sample() -> Tables:
    text = files("resources").joinpath("sample", "plan.json").read_text(encoding="utf-8")
    tables: Tables = json.loads(text)["tables"]
    return tables


def change(table: str, **values: object) -> Callable[[Tables], object]:
    return lambda tables: tables[table][0].update(values)


ALTERED = {
    "a number out of reach": change("item", position=2**63),
    "a last year out of reach": change("plan", last_year=99999),
    "years the wrong way round": change("plan", last_year=1990),
    "half a character": change("plan", title="\ud800"),
    "a number without end": change("scale_grade", threshold=float("inf")),
    "a circle in the tree": lambda tables: tables["item"][1].update(parent_id=tables["item"][1]["id"]),
    "two plans": lambda tables: tables["plan"].append(tables["plan"][0] | {"id": "another"}),
    "a text for a year": change("plan", first_year="x"),
    "a reference to nothing": change("assignment", item_id="nobody"),
    "a list that is none": lambda tables: tables.update(
        distribution=[
            {"id": "d", "department_id": tables["department"][0]["id"], "kind": "file", "base_revision": 0}
            | {"asked": "[", "asked_rows": "[]", "sent_at": "x"}
        ]
    ),
}


@pytest.mark.parametrize("alter", ALTERED.values(), ids=ALTERED)
def test_a_json_plan_that_no_verb_could_work_with_is_refused(tmp_path: Path, alter: Callable[[Tables], object]) -> None:
    tables = sample()
    alter(tables)
    store = empty_store(tmp_path / "work.db")
    with pytest.raises(PlanError, match=r"plan\.json"), recording(store, "計画の読み込み") as door:
        read_whole_plan(door, json.dumps({"format": "ayumi-plan", "version": 1, "tables": tables}), "plan.json")
    store.close()


def test_the_mark_of_a_windows_editor_is_no_hindrance(tmp_path: Path) -> None:
    store = empty_store(tmp_path / "work.db")
    text = json.dumps({"format": "ayumi-plan", "version": 1, "tables": sample()})
    with recording(store, "計画の読み込み") as door:
        read_whole_plan(door, "\ufeff" + text, "plan.json")
    store.close()
