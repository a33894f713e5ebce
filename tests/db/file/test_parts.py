"""A department's file that was replaced, or whose working store broke: what was filled in is never lost in silence."""

from collections.abc import Callable
from pathlib import Path

import pytest

from db.exchange.department_file import DepartmentFile, open_department_file
from db.exchange.handout import package_of
from db.exchange.package import pack
from db.file import backups
from db.store.folders import VARIABLE
from db.store.working import Store
from plan.table import CellEdit
from tests.db.exchange.returning import hand_out
from tests.db.file.test_opening import break_table
from tests.db.plans import TARO, copies, lost_process

Opener = Callable[[], DepartmentFile]


@pytest.fixture
def sent(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "home"))
    handed = hand_out(store)[1]
    with store.reading() as connection:
        path = tmp_path / "防災課.ayumid"
        path.write_bytes(pack(package_of(connection, handed)))
    return path


@pytest.fixture
def opener(sent: Path) -> Opener:
    return lambda: open_department_file(sent, TARO)


def fill_in(file: DepartmentFile, words: str) -> None:
    file.set_cells([CellEdit(cell.assignment, cell.column, words) for cell in file.asked()])


def filled(file: DepartmentFile) -> bool:
    return not file.missing()


def test_the_attachment_saved_again_over_the_days_work_leaves_that_beside_it(sent: Path, opener: Opener) -> None:
    attachment = sent.read_bytes()
    with opener() as file:
        fill_in(file, "一日の記入")
        distribution = file.handed.id
    sent.write_bytes(attachment)
    with opener() as file:
        assert not filled(file)
        (told,) = file.notices
    assert "古いファイルに置き換わっていました" in str(told)
    (copy,) = copies(sent)
    with open_department_file(copy, TARO, read_only=True) as kept:
        assert filled(kept)
    (backup,) = backups.backups(distribution)
    assert (backup.reason, backup.path.suffix) == (backups.Reason.REPLACEMENT, ".ayumid")


def test_a_later_edition_from_another_pc_leaves_nothing_beside(
    sent: Path, opener: Opener, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    opener().close()
    with monkeypatch.context() as there:
        there.setenv(VARIABLE, str(tmp_path / "another PC"))
        with opener() as file:
            fill_in(file, "あちらの記入")
    with opener() as file:
        assert (filled(file), file.notices) == (True, ())
    assert copies(sent) == []


def test_what_a_broken_store_still_says_is_put_beside_the_file(sent: Path, opener: Opener) -> None:
    file = opener()
    fill_in(file, "途中の記入")
    lost_process(file)
    break_table(file.store.path, "item")
    with opener() as again:
        assert not filled(again)
        (told,) = again.notices
    assert "読み取れた 1 件の操作" in str(told)
    (copy,) = copies(sent)
    with open_department_file(copy, TARO, read_only=True) as kept:
        assert filled(kept)
    assert file.store.path.with_suffix(".broken").exists()
