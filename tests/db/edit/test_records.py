"""The verbs of records and scales write what they are asked to, as steps that can be undone, and nothing else."""

from collections.abc import Sequence

import pytest

from db.edit.records import Values, add_record, records, remove_records, set_keyed, set_list, set_order, set_values
from db.edit.scales import rename_symbol, set_scale, symbols_given
from db.log.changes import dump, recording
from db.read.reports import scale
from db.read.table import items
from db.store.working import Store
from plan.changes import Change, Value
from plan.errors import PlanError
from plan.ids import ItemId, RecordId
from plan.scales import ACHIEVEMENT, Scale, ScaleGrade

GRADES = ACHIEVEMENT.grades


def done(store: Store, verb: object, *arguments: object) -> Sequence[Change]:
    assert callable(verb)
    with recording(store, "試験") as door:
        verb(door, *arguments)
    return door.changes


def made(store: Store, table: str, values: Values) -> RecordId:
    with recording(store, "試験") as door:
        return add_record(door, table, values)


def rows(store: Store, table: str) -> list[tuple[object, ...]]:
    with store.reading() as connection:
        return dump(connection)[table]


def first_item(store: Store) -> ItemId:
    with store.reading() as connection:
        return items(connection)[0].id


def sheet(store: Store) -> RecordId:
    return made(store, "evaluation_sheet", {"fiscal_year": 2020, "item_id": first_item(store)})


def test_a_value_is_written_as_it_was_typed_and_a_blank_one_is_not_entered(store: Store) -> None:
    record = sheet(store)
    done(store, set_values, {("evaluation_sheet", "outline", record): "一\r\n二　"})
    assert "一\n二　" in rows(store, "evaluation_sheet")[0]
    (change,) = done(store, set_values, {("evaluation_sheet", "outline", record): " "})
    assert change.after is None


def test_what_is_too_long_or_needed_and_blank_is_named(store: Store) -> None:
    record = sheet(store)
    with pytest.raises(PlanError, match="事業概要"):
        done(store, set_values, {("evaluation_sheet", "outline", record): "長" * 32_768})
    with pytest.raises(PlanError, match="用語"):
        done(store, set_list, "footnote", {}, [{"term": "", "text": "説明"}])


def test_a_blank_text_is_none_but_what_parts_code_and_name_may_be_a_blank(store: Store) -> None:
    item = first_item(store)
    done(store, set_values, {("item", "joint", item): " ", ("item", "narrative", item): " \n"})
    with store.reading() as connection:
        row = records(connection, "item")[RecordId(item)]
    assert (row["joint"], row["narrative"]) == (" ", None)


def test_a_record_by_key_comes_with_its_first_value_and_goes_with_its_last(store: Store) -> None:
    key: Values = {"item_id": first_item(store), "fiscal_year": 2020}
    done(store, set_keyed, "item_status", key, {"status": None})
    assert not rows(store, "item_status")
    done(store, set_keyed, "item_status", key, {"status": "達成"})
    done(store, set_keyed, "item_status", key, {"note": "前倒し"})
    assert rows(store, "item_status")[0][3:] == ("達成", "前倒し")
    done(store, set_keyed, "item_status", key, {"status": None})
    done(store, set_keyed, "item_status", key, {"note": ""})
    assert not rows(store, "item_status")


def test_a_list_keeps_the_records_of_what_stays(store: Store) -> None:
    def wanted(*titles: str) -> list[Values]:
        return [{"title": title, "note": None} for title in titles]

    done(store, set_list, "related_plan", {}, wanted("甲", "乙", "丙"))
    before = {row[2]: row[0] for row in rows(store, "related_plan")}
    changes = done(store, set_list, "related_plan", {}, wanted("丙", "甲", "丁"))
    after = {row[2]: row[0] for row in rows(store, "related_plan")}
    assert [title for title, _ in sorted(after.items())] == sorted(["丙", "甲", "丁"])
    assert all(after[title] == before[title] for title in ("甲", "丙"))
    assert after["丁"] == before["乙"]
    assert {c.field for c in changes} == {"position", "title"}
    done(store, set_list, "related_plan", {}, wanted("甲"))
    assert len(rows(store, "related_plan")) == 1


def test_the_same_list_again_is_no_step(store: Store) -> None:
    lines: list[Values] = [{"name": "前期", "first_year": 2019, "last_year": 2020}]
    assert done(store, set_list, "phase", {}, lines)
    assert not done(store, set_list, "phase", {}, lines)


def test_a_sheet_is_taken_out_with_its_schedule_and_grades(store: Store) -> None:
    record, other = sheet(store), sheet(store)
    line: dict[str, Value] = {"line": 0, "from_month": 4, "to_month": 6, "point": 0, "label": "準備"}
    for owner in (record, other):
        done(store, set_list, "schedule_line", {"sheet_id": owner, "kind": "planned"}, [line])
        key = {"sheet_id": owner, "stage": "final", "grader": "own"}
        done(store, set_keyed, "sheet_grade", key, {"grade": "S"})
    done(store, remove_records, "evaluation_sheet", [record])
    assert [row[0] for row in rows(store, "evaluation_sheet")] == [other]
    assert [row[1] for row in rows(store, "schedule_line")] == [other]
    assert [row[1] for row in rows(store, "sheet_grade")] == [other]


def test_records_stand_in_the_order_that_was_asked_for(store: Store) -> None:
    names = ("甲", "乙", "丙")
    ids = [made(store, "indicator", {"name": name}) for name in names]
    done(store, set_order, "indicator", [ids[2], ids[0], ids[1]])
    found = {row[0]: row[2] for row in rows(store, "indicator")}
    assert sorted(ids, key=lambda i: str(found[i])) == [ids[2], ids[0], ids[1]]


def test_a_citys_own_scale_takes_the_place_of_the_built_in_one(store: Store) -> None:
    own = Scale("achievement", "進捗", (GRADES[0], ScaleGrade("▲", "遅れ", reason_required=True, threshold=0.4)))
    done(store, set_scale, own)
    with store.reading() as connection:
        assert scale(connection, "achievement") == own
    with pytest.raises(PlanError, match="同じ記号"):
        done(store, set_scale, Scale("achievement", "進捗", (GRADES[0], GRADES[0])))


def test_a_symbol_can_be_renamed_wherever_it_was_given(store: Store) -> None:
    record = sheet(store)
    for stage in ("interim", "final"):
        key = {"sheet_id": record, "stage": stage, "grader": "own"}
        done(store, set_keyed, "sheet_grade", key, {"grade": "1"})
    done(store, rename_symbol, "final", "1", "A")
    with store.reading() as connection:
        assert symbols_given(connection, "final") == {"A": 1}
        assert symbols_given(connection, "interim") == {"1": 1}
