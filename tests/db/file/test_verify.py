"""A plan file is whole when its form, its seal and its history say so."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.file.planfile import open_plan, verify_plan
from db.log.history import undo
from tests.db.forging import forged
from tests.db.plans import HANAKO, copies, held, lost_process, retitle, title


def test_a_plan_file_is_whole_after_edits_undo_and_publishing(plan_path: Path) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "新しい計画")
        retitle(plan, "もっと新しい計画")
        undo(plan.store)
    assert verify_plan(plan_path) == []


@pytest.mark.parametrize(
    ("script", "finding"),
    [
        ("UPDATE plan SET title = '書き換え'", "内容が履歴と一致しません（1 件）"),
        ("DELETE FROM level", "内容が履歴と一致しません（4 件）"),
        ("UPDATE change SET before = '別の名前' WHERE field = 'title'", "番の変更でつながりません"),
        ("DELETE FROM change WHERE number = 1", "2 番の変更でつながりません"),
        ("UPDATE year_entry SET target = NULL, grade = '○'", "内容が履歴と一致しません（12 件）"),
    ],
)
def test_what_was_changed_behind_the_historys_back_is_found(plan_path: Path, script: str, finding: str) -> None:
    with open_plan(plan_path, HANAKO) as plan:
        retitle(plan, "新しい計画")
    altered = plan_path.with_name("書き換え.ayumi")
    altered.write_bytes(forged(plan_path.read_bytes(), script))
    sentences = [str(sentence) for sentence in verify_plan(altered)]
    assert len(sentences) == 1
    assert "「書き換え.ayumi」" in sentences[0]
    assert finding in sentences[0]


def test_a_file_that_is_no_plan_or_not_there_is_a_finding(tmp_path: Path) -> None:
    (tmp_path / "表.ayumi").write_bytes(b"PK")
    assert "計画ファイルではありません" in str(verify_plan(tmp_path / "表.ayumi")[0])
    assert "見つかりません" in str(verify_plan(tmp_path / "ない.ayumi")[0])


def test_a_store_that_says_other_things_than_its_history_is_never_published(plan_path: Path) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "途中の計画")
    lost_process(plan)
    with closing(sqlite3.connect(plan.store.path)) as store, store:
        store.execute("UPDATE department SET name = '防火課' WHERE name = '防災課'")
    with open_plan(plan_path, HANAKO) as again:
        assert "読み取れた 1 件の操作" in str(again.notices[0])
    assert "防火課" not in str(held(plan_path))
    (copy,) = copies(plan_path)
    assert held(copy)["plan"][0][1] == "途中の計画"
    assert verify_plan(copy) == verify_plan(plan_path) == []


def test_a_store_with_a_text_that_is_none_is_never_published(plan_path: Path) -> None:
    plan = open_plan(plan_path, HANAKO)
    retitle(plan, "途中の計画")
    lost_process(plan)
    with closing(sqlite3.connect(plan.store.path)) as store, store:
        store.execute("UPDATE department SET name = CAST(x'ff' AS TEXT)")
    with open_plan(plan_path, HANAKO) as again:
        assert "壊れていたため" in str(again.notices[0])
        assert title(again) == "第1次あゆみ計画"


def test_a_plan_whose_file_itself_does_not_agree_is_worked_on_as_it_is(plan_path: Path) -> None:
    plan_path.write_bytes(forged(plan_path.read_bytes(), "UPDATE plan SET title = '書き換え'"))
    for number in (1, 2):
        with open_plan(plan_path, HANAKO) as plan:
            assert number == 1 or plan.notices == ()
            retitle(plan, f"改訂 {number}")
    assert held(plan_path)["plan"][0][1] == "改訂 2"
