"""What a table would change is told row by row before anything is written, and then done as one step."""

import unicodedata
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from db.edit.texts import TEXT_LIMIT
from db.log.changes import dump, recording
from db.log.history import stacks
from db.read.table import departments, items, level_names, plan_facts, progress_table
from db.store.working import Store
from imports.table.row_accepting import accept, plan_from, start_from
from imports.table.row_comparing import Fate, Proposal, propose
from imports.table.table_reading import read
from plan.errors import PlanError
from plan.table import ProgressTable
from tests.db.conftest import empty_store, prove_reversible
from tests.imports.tables import HEADINGS, ROWS, TITLE

Rows = list[list[str]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A plan made of the table; what a test does to it is undone and redone twice."""
    opened = empty_store(tmp_path / "work.db")
    with recording(opened, "取り込み") as step:
        start_from(step, read(pasted(ROWS)))
    with opened.reading() as connection:
        before, steps = dump(connection), len(stacks(connection, opened.actor).undo)
    yield opened
    prove_reversible(opened, before, steps)
    opened.close()


def pasted(rows: Rows) -> str:
    def quoted(text: str) -> str:
        return '"' + text.replace('"', '""') + '"' if "\n" in text else text

    lines = [[TITLE], HEADINGS, *rows]
    return "\n".join("\t".join(map(quoted, line)) for line in lines)


def edited(*edits: tuple[int, int, str]) -> Rows:
    rows = [list(row) for row in ROWS]
    for row, column, text in edits:
        rows[row][column] = text
    return rows


def imported(store: Store, rows: Rows) -> Proposal:
    with recording(store, "取り込み") as door:
        proposal = propose(door.connection, read(pasted(rows)))
        accept(door, proposal)
    return proposal


def table_of(store: Store) -> ProgressTable:
    with store.reading() as connection:
        return progress_table(connection)


def cells(store: Store) -> Rows:
    return [[cell or "" for cell in row.cells] for row in table_of(store).rows]


def test_every_cell_of_a_new_plan_is_as_it_was_read(store: Store) -> None:
    assert cells(store) == ROWS
    with store.reading() as connection:
        facts = plan_facts(connection)
    assert facts.title == "第2次みなと市読書計画"
    assert (facts.years.first, facts.years.last) == (2018, 2019)


def test_codes_become_a_tree_and_brackets_become_former_names_and_sections(store: Store) -> None:
    with store.reading() as connection:
        assert level_names(connection) == ["基本目標", "施策", "実施事業", "実施内容"]
        headings = [(i.level, i.heading) for i in items(connection)]
        offices = {(d.name, d.section) for d in departments(connection)}
    assert headings[:4] == [(0, "1"), (1, "1-①"), (2, "1-①-ア. 本に親しむ場づくり"), (3, "おはなし会の開催")]
    assert {("児童課", ""), ("子育て支援課", ""), ("生涯学習課", "公民館")} <= offices


def test_importing_the_same_table_again_changes_nothing(store: Store) -> None:
    proposal = imported(store, ROWS)
    assert proposal.counts == {Fate.SAME: len(ROWS)}
    assert not proposal.changes_something


def test_an_edited_table_shows_just_its_differences(store: Store) -> None:
    proposal = imported(store, edited((1, 7, "9,900人が来場した。"), (2, 8, "")))
    found = [(c.column.heading, c.before, c.after) for row in proposal.rows for c in row.changes]
    assert found == [
        ("平成30年度評価", "9,813人が来場した。", "9,900人が来場した。"),
        ("令和元年度内容及び目標", "10校を目指す。", None),
    ]
    assert cells(store) == edited((1, 7, "9,900人が来場した。"), (2, 8, ""))


def test_rows_are_recognised_wherever_they_have_moved(store: Store) -> None:
    turned = [[str(n), *row[1:]] for n, row in enumerate(reversed(ROWS), start=1)]
    proposal = imported(store, turned)
    assert proposal.counts[Fate.NEW] == 0
    assert {c.column.heading for row in proposal.rows for c in row.changes} == {"番号"}


def test_a_new_row_goes_behind_the_row_above_it(store: Store) -> None:
    new = ["2-2", "1-①-ア. 本に親しむ場づくり", "", "学務課", "読み聞かせ講座", "", "講座を開く。", "", "", ""]
    rows = [*ROWS[:2], new, *ROWS[2:]]
    assert imported(store, rows).counts[Fate.NEW] == 1
    assert cells(store) == rows


def test_rows_that_only_the_plan_has_stay_and_are_told(store: Store) -> None:
    proposal = imported(store, ROWS[1:])
    assert [row.cells[0] for row in proposal.missing] == ["1"]
    assert any(f.check == "row_missing" and "番号 1" in str(f.sentence) for f in proposal.findings)
    assert cells(store) == ROWS


def test_a_project_with_another_name_in_all_its_rows_is_renamed_and_keeps_its_identity(store: Store) -> None:
    before = table_of(store).rows[0].project
    rows = edited((0, 1, "1-①-ア. 本と出会う場づくり"), (1, 1, "1-①-ア. 本と出会う場づくり"))
    imported(store, rows)
    assert cells(store) == rows
    assert table_of(store).rows[0].project == before


def test_a_row_with_another_project_moves_there_alone(store: Store) -> None:
    rows = edited((1, 1, "1-②-ア. 新しい事業"))
    imported(store, rows)
    assert cells(store) == rows
    assert table_of(store).rows[0].project != table_of(store).rows[1].project


def test_a_reworded_content_is_renamed_for_all_its_rows(store: Store) -> None:
    rows = edited((2, 4, "巡回図書"), (3, 4, "巡回図書"))
    imported(store, rows)
    assert cells(store) == rows


def test_another_department_takes_a_row_over(store: Store) -> None:
    rows = edited((2, 3, "教育総務課(旧学務課)"))
    proposal = imported(store, rows)
    assert proposal.new_departments == ("教育総務課(旧学務課)",)
    assert cells(store) == rows


def test_years_outside_of_the_plan_lengthen_it(store: Store) -> None:
    text = pasted(ROWS).replace("平成30年度", "令和2年度")
    with recording(store, "取り込み") as door:
        proposal = propose(door.connection, read(text))
        accept(door, proposal)
    assert [int(year) for year in proposal.new_years] == [2020]
    assert [c.heading for c in table_of(store).columns[-2:]] == ["令和2年度内容及び目標", "令和2年度評価"]
    assert cells(store)[0][-2:] == ROWS[0][6:8]


def test_blank_keys_and_mixed_brackets_come_back_as_they_were(store: Store) -> None:
    rows = edited((0, 0, ""), (3, 3, "生涯学習課（公民館）"), (2, 3, ""))
    imported(store, rows)
    assert cells(store) == rows
    assert not imported(store, rows).changes_something


def test_a_table_without_years_makes_no_plan_of_its_own() -> None:
    text = "番号\t実施事業\t担当課\t実施内容\n1\t講座の開催\t防災課\t講座"
    with pytest.raises(PlanError, match="年度が見つからない"):
        plan_from(read(text))


def _otherwise_written(text: str) -> str:
    """What another program makes of the same text."""
    broken = text[:3] + "\n" + text[3:] if len(text) > 4 else text
    return unicodedata.normalize("NFD", broken).replace("～", "〜")


def test_what_nobody_sees_makes_no_new_row_and_no_change(store: Store) -> None:
    rows = [[_otherwise_written(cell) for cell in row] for row in ROWS]
    proposal = imported(store, rows)
    assert proposal.counts == {Fate.SAME: len(ROWS)}
    assert proposal.new_departments == ()
    (told,) = [f for f in proposal.findings if f.check == "look_alike"]
    assert dict(told.sentence.values)["count"] == sum(row.unseen for row in proposal.rows) > 0
    assert cells(store) == ROWS


def test_a_row_written_otherwise_stays_on_its_branch_while_its_texts_change(store: Store) -> None:
    before = table_of(store).rows
    rows = edited((1, 1, "1-①-ア. 本に親しむ\n場づくり"), (1, 3, "子育て 支援課(旧児童課)"), (1, 6, "会場を探す。"))
    assert imported(store, rows).counts == {Fate.CHANGED: 1, Fate.SAME: 3}
    assert cells(store) == edited((1, 6, "会場を探す。"))
    assert [(r.project, r.content, r.department) for r in table_of(store).rows] == [
        (r.project, r.content, r.department) for r in before
    ]


def test_a_new_row_written_otherwise_joins_the_branch_and_the_department_of_the_plan(store: Store) -> None:
    new = ["9", "1-①-イ. 学校\nとの連携", "", "図書 館", "巡回\n文庫", "", "新しい目標", "", "", ""]
    assert imported(store, [*ROWS, new]).counts[Fate.NEW] == 1
    last, third = table_of(store).rows[-1], table_of(store).rows[2]
    assert (last.project, last.content) == (third.project, third.content)
    assert last.department == table_of(store).rows[0].department


def test_texts_that_one_table_writes_in_two_ways_are_kept_as_they_were_written(store: Store) -> None:
    added = [
        ["5", "2-①-ア. 講座の開催", "", "学務課", "講座1", "", "", "", "", ""],
        ["6", "2-①-ア. 講座の 開催", "", "学務課", "講座2", "", "", "", "", ""],
    ]
    imported(store, [*ROWS, *added])
    assert cells(store) == [*ROWS, *added]


def test_a_blank_that_would_clear_a_text_is_told_with_its_place_and_the_text(store: Store) -> None:
    proposal = imported(store, edited((2, 8, "")))
    (told,) = [f for f in proposal.findings if f.check == "text_cleared"]
    assert (told.place.line, told.place.column, told.place.number) == (5, 9, "3")
    assert "10校を目指す。" in str(told.sentence)


def test_a_new_row_is_kept_as_every_text_is(store: Store) -> None:
    new = ["5", "1-①-ウ. 本", "", "新しい課", "展示", "", "目標", "", "", ""]
    reading = read(pasted([*ROWS, new]))
    odd = {"5": "5\0", "新しい課": "新しい\0課", "展示": "展示\ud83d", "目標": "目\r\n標"}
    rows = [replace(row, cells=tuple(odd.get(cell or "", cell) for cell in row.cells)) for row in reading.table.rows]
    reading.table.rows[:] = rows
    with recording(store, "取り込み") as door:
        accept(door, propose(door.connection, reading))
    assert [cells(store)[4][at] for at in (0, 3, 4, 6)] == ["5", "新しい課", "展示\ufffd", "目\n標"]


def test_a_new_row_that_is_too_long_for_a_cell_is_refused_by_its_field(store: Store) -> None:
    new = ["5", "1-①-ウ. 本", "", "図書館", "展示", "", "目" * (TEXT_LIMIT + 1), "", "", ""]
    with pytest.raises(PlanError, match=r"目標」の文章が長すぎます"):
        imported(store, [*ROWS, new])
