"""Many returned files are read a few at a time, told in their own order, and no more of them once that is stopped."""

import time
from pathlib import Path

import pytest

from plan.progress import Cancelled
from plan.returns import Return, ReturnState
from work import returns
from work.returns import files_in, read_returns


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(12):
        (tmp_path / f"{number:02}課.ayumid").write_bytes(b"PK" if number % 2 else b"")
    (tmp_path / "~$開いている.xlsx").write_bytes(b"")
    (tmp_path / "写真.jpg").write_bytes(b"")
    return tmp_path


def test_every_return_of_a_folder_is_told_in_the_order_of_names(folder: Path) -> None:
    found = read_returns(files_in([folder]))
    assert [r.file for r in found] == [f"{number:02}課.ayumid" for number in range(12)]
    states = [r.refusal.state for r in found if r.refusal is not None]
    assert states == [ReturnState.FOREIGN, ReturnState.DAMAGED] * 6


def test_stopping_leaves_the_rest_unread(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def reader(path: Path) -> Return:
        read.append(path)
        time.sleep(0.01)
        return Return(path.name)

    def stop_at_the_third(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    monkeypatch.setattr(returns, "_reader", lambda _file: reader)
    with pytest.raises(Cancelled):
        read_returns(files_in([folder]), stop_at_the_third)
    assert len(read) < 12
