"""A department fills in its file: only its own cells, nothing lost by closing, crashing, forking or opening twice."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.exchange.added_rows import accept, proposals
from db.exchange.department_file import DepartmentFile, is_department_file, open_department_file
from db.exchange.handout import file_name, package_of
from db.exchange.package import pack
from db.exchange.unpacking import read_package, read_return
from db.file.lock import PlanLocked
from db.log.changes import dump, recording
from db.store.folders import VARIABLE
from db.store.working import Actor, Store
from plan.errors import PlanError
from plan.exchange.returns import Cell
from plan.fields import EVALUATION, NUMBER, TARGET
from plan.table import CellEdit, Column
from tests.db.exchange.returning import YEAR, evaluation, hand_out, rows, take, text

CLERK = Actor("防災 太郎", "PC-7")
Opener = Callable[[], DepartmentFile]


@pytest.fixture
def sent(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The file of 防災課, which has two rows and sees one of 広報課 beside them."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "home"))
    handed = hand_out(store)[1]
    with store.reading() as connection:
        path = tmp_path / file_name(connection, handed)
        path.write_bytes(pack(package_of(connection, handed)))
    return path


@pytest.fixture
def opener(sent: Path) -> Opener:
    return lambda: open_department_file(sent, CLERK)


def write(file: DepartmentFile, cell: Cell, wanted: str) -> None:
    file.set_cells([CellEdit(cell.assignment, cell.column, wanted)])


def write_all(file: DepartmentFile) -> None:
    file.set_cells([CellEdit(c.assignment, c.column, f"{c.year.label}の文") for c in file.asked()])


def everything(store: Store) -> object:
    with store.reading() as connection:
        return dump(connection)


def test_the_file_has_a_name_that_people_understand(sent: Path) -> None:
    assert sent.name == "防災課_第1次あゆみ計画_令和2年度～令和3年度.ayumid"
    assert is_department_file(sent)


def test_the_clerk_sees_their_rows_and_those_beside_them(opener: Opener) -> None:
    file = opener()
    assert file.department == "防災課"
    assert [row.cells[3] for row in file.table().rows] == ["広報課", "防災課", "防災課"]
    assert len(file.asked()) == len(file.missing()) == 4
    file.close()


def test_what_was_filled_in_arrives_in_the_plan(store: Store, sent: Path, opener: Opener) -> None:
    file = opener()
    write(file, evaluation(rows(store)[1]), "訓練した。")
    file.close()
    (found,) = take(store, read_return(sent))
    assert (found.department, len(found.taken), found.complete) == ("防災課", 1, False)
    assert text(store, evaluation(rows(store)[1])) == "訓練した。"


@pytest.mark.parametrize("number", [0, 3])
def test_a_row_of_another_department_cannot_be_written(opener: Opener, number: int) -> None:
    file = opener()
    row = file.table().rows[0].id if number == 0 else file.table().rows[1].id
    column = Column(EVALUATION, YEAR) if number == 0 else Column(NUMBER)
    before = everything(file.store)
    with pytest.raises(PlanError, match="書き換えられません"):
        file.set_cells([CellEdit(row, column, "よそ")])
    assert everything(file.store) == before
    file.close()


def test_a_year_that_was_not_asked_cannot_be_written(store: Store, opener: Opener) -> None:
    file = opener()
    with pytest.raises(PlanError, match="令和2年度内容及び目標"):
        file.set_cells([CellEdit(rows(store)[1], Column(TARGET, YEAR), "よその欄")])
    file.close()


def test_every_edit_can_be_undone_and_redone(store: Store, opener: Opener) -> None:
    file = opener()
    before = everything(file.store)
    write(file, evaluation(rows(store)[1]), "一")
    file.submit(as_it_is=True)
    after = everything(file.store)
    assert file.undo()
    assert file.undo()
    assert (file.undo(), everything(file.store)) == (None, before)
    assert file.redo()
    assert file.redo()
    assert everything(file.store) == after
    file.close()


def test_submitting_is_refused_with_what_is_missing_until_all_is_there(
    store: Store, opener: Opener, sent: Path
) -> None:
    file = opener()
    with pytest.raises(PlanError, match=r"あと 4 件.*番号「2」の令和2年度評価"):
        file.submit()
    write_all(file)
    write(file, evaluation(rows(store)[1]), "該当なし")
    file.submit()
    file.close()
    assert read_package(sent).complete
    assert take(store, read_return(sent))[0].complete


def test_a_file_can_be_submitted_as_it_is(opener: Opener, sent: Path) -> None:
    file = opener()
    file.submit(as_it_is=True)
    file.close()
    assert read_package(sent).complete


def test_an_edition_is_written_only_when_something_changed(store: Store, opener: Opener, sent: Path) -> None:
    opener().close()
    assert read_package(sent).edition == 0
    for edition in (1, 2):
        file = opener()
        write(file, evaluation(rows(store)[1]), f"{edition}稿")
        file.close()
        assert read_package(sent).edition == edition


def test_work_that_was_not_published_is_there_after_a_crash(store: Store, opener: Opener, sent: Path) -> None:
    cell = evaluation(rows(store)[1])
    file = opener()
    write(file, cell, "停電の前")
    file.store.close()  # the process dies here
    assert file.lock is not None
    file.lock.release()
    again = opener()
    assert not again.missing()[0:0]
    assert read_package(sent).answers[cell] == "停電の前"
    again.close()


def test_a_file_that_is_open_cannot_be_opened_twice(opener: Opener, sent: Path) -> None:
    file = opener()
    with pytest.raises(PlanLocked, match="防災 太郎"):
        opener()
    reader = open_department_file(sent, CLERK, read_only=True)
    with pytest.raises(PlanError, match="読み取り専用"):
        reader.submit(as_it_is=True)
    reader.close()
    file.close()


def test_work_of_this_pc_is_put_beside_a_file_that_came_back_changed(
    store: Store, opener: Opener, sent: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mine, theirs = (evaluation(row) for row in rows(store)[1:3])
    original = sent.read_bytes()
    file = opener()
    with monkeypatch.context() as there:
        there.setenv(VARIABLE, str(tmp_path / "other-home"))
        other = tmp_path / "other.ayumid"
        other.write_bytes(original)
        changed = open_department_file(other, CLERK)
        write(changed, theirs, "別のPC")
        changed.close()
    write(file, mine, "このPC")
    file.store.close()
    assert file.lock is not None
    file.lock.release()
    sent.write_bytes(other.read_bytes())
    again = opener()
    assert "控え" in str(again.notices[0])
    again.close()
    (copy,) = sent.parent.glob("防災課*控え*.ayumid")
    take(store, read_return(sent), read_return(copy))
    assert (text(store, mine), text(store, theirs)) == ("このPC", "別のPC")


def test_a_file_replaced_while_it_is_open_is_not_overwritten(store: Store, opener: Opener, sent: Path) -> None:
    file = opener()
    write(file, evaluation(rows(store)[1]), "こちら")
    sent.write_bytes(b"PK replaced")
    with pytest.raises(PlanError, match="上書きしませんでした"):
        file.publish()
    assert sent.read_bytes() == b"PK replaced"
    file.store.close()
    assert file.lock is not None
    file.lock.release()
    (copy,) = sent.parent.glob("防災課*控え*.ayumid")
    assert read_package(copy).answers[evaluation(rows(store)[1])] == "こちら"


def test_an_added_row_travels_to_the_plan_as_a_proposal(store: Store, opener: Opener, sent: Path) -> None:
    file = opener()
    project = file.table().rows[1].project
    row = file.add_row(project, "動画での周知")
    write(file, evaluation(row), "新しく始めた。")
    file.close()
    again = opener()
    assert len(again.asked()) == 6
    again.close()
    take(store, read_return(sent))
    with recording(store, "提案の採用") as door:
        accept(door, proposals(door.connection))
    assert text(store, evaluation(row)) == "新しく始めた。"


def test_a_damaged_file_is_refused_by_name(sent: Path, opener: Opener) -> None:
    sent.write_bytes(sent.read_bytes()[:-40])
    with pytest.raises(PlanError, match="防災課_第1次あゆみ計画"):
        opener()


def says_done(file: DepartmentFile) -> bool:
    return file.complete


def test_what_adds_something_missing_after_submitting_takes_the_submission_back(opener: Opener) -> None:
    file = opener()
    write_all(file)
    file.submit()
    write(file, file.asked()[0], "書き直した。")
    assert says_done(file)
    file.add_row(file.table().rows[0].project, "新しい取組")
    assert not says_done(file)
    file.undo()
    assert says_done(file)
    write(file, file.asked()[0], "")
    assert not says_done(file)
    file.close()


def test_a_plan_file_that_is_open_on_this_pc_is_no_department_file(sample: Path) -> None:
    with pytest.raises(PlanError, match="部署ファイルではありません"):
        open_department_file(sample, CLERK)
