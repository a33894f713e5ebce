"""Many returned files are read a few at a time, told in their own order, and no more of them once that is stopped."""

import csv
import time
import zipfile
from pathlib import Path

import pytest

from db.store.working import Store
from plan.errors import PlanError
from plan.exchange.returns import Return, ReturnState
from plan.progress import Cancelled
from tests.work.returned_books import ANSWER, Books, answered, examined, returned, table_of, taken
from work import returns
from work.returns import files_in, read_returns, without


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for number in range(12):
        (tmp_path / f"{number:02}課.ayumid").write_bytes(b"PK" if number % 2 else b"")
    (tmp_path / "~$開いている.xlsx").write_bytes(b"")
    (tmp_path / "写真.jpg").write_bytes(b"")
    return tmp_path


def test_every_return_of_a_folder_is_told_in_the_order_of_names(folder: Path) -> None:
    found = read_returns(files_in([folder]))
    assert [r.file for r in found] == [*(f"{number:02}課.ayumid" for number in range(12)), "写真.jpg"]
    states = [r.refusal.state for r in found if r.refusal is not None]
    assert states == [ReturnState.FOREIGN, ReturnState.DAMAGED] * 6 + [ReturnState.FOREIGN]
    assert "部署ファイルでも調査票でもありません" in str(found[-1].refusal)


def test_stopping_leaves_the_rest_unread(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read: list[Path] = []

    def reader(path: Path) -> list[Return]:
        read.append(path)
        time.sleep(0.01)
        return [Return(path.name)]

    def stop_at_the_third(done: int, _total: int) -> None:
        if done == 2:
            raise Cancelled

    monkeypatch.setattr(returns, "_read", reader)
    with pytest.raises(Cancelled):
        read_returns(files_in([folder]), stop_at_the_third)
    assert len(read) < 12


def questionnaire(books: Books, folder: Path) -> Path:
    """An answered questionnaire in a folder of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    return returned(folder, answered(books[1]))


def test_folders_within_a_folder_are_looked_through(handed: tuple[Store, Books], tmp_path: Path) -> None:
    inner = questionnaire(handed[1], tmp_path / "総務部" / "防災課")
    (tmp_path / "総務部" / "Thumbs.db").write_bytes(b"x")
    assert files_in([tmp_path]) == [inner]


def test_a_folder_without_files_is_told_in_one_sentence(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="返送されたファイルがありません"):
        files_in([tmp_path])


def zipped(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def test_an_archive_is_as_many_returns_as_it_holds_files(handed: tuple[Store, Books], tmp_path: Path) -> None:
    book = questionnaire(handed[1], tmp_path / "元").read_bytes()
    inner = zipped(tmp_path / "中.zip", {"課.xlsx": book}).read_bytes()
    files = {"防災課/調査票.xlsx": book, "../../外.xlsx": book, "__MACOSX/._調査票.xlsx": b"", "中.zip": inner}
    found = read_returns([zipped(tmp_path / "返送.zip", files)])
    assert [r.file for r in found] == ["返送.zip/防災課/調査票.xlsx", "返送.zip/../../外.xlsx", "返送.zip/中.zip"]
    assert [r.refusal is None for r in found] == [True, True, False]
    assert "圧縮ファイルの中の圧縮ファイル" in str(found[2].refusal)
    assert not (tmp_path.parent / "外.xlsx").exists()


def test_names_that_windows_wrote_into_an_archive_are_read(handed: tuple[Store, Books], tmp_path: Path) -> None:
    path = zipped(tmp_path / "a.zip", {"XXXX.xlsx": questionnaire(handed[1], tmp_path / "元").read_bytes()})
    path.write_bytes(path.read_bytes().replace(b"XXXX", "防災".encode("cp932")))
    assert [r.file for r in read_returns([path])] == ["a.zip/防災.xlsx"]


@pytest.mark.parametrize(
    ("files", "sentence"),
    [
        ({"大きい.xlsx": bytes(40 << 20)}, "大きくなりすぎる"),
        ({f"{n}.csv": b"a" for n in range(501)}, "大きくなりすぎる"),
        ({"空/": b""}, "空の圧縮ファイル"),
    ],
)
def test_an_archive_that_is_not_safe_or_empty_is_told(files: dict[str, bytes], sentence: str, tmp_path: Path) -> None:
    (found,) = read_returns([zipped(tmp_path / "返送.zip", files)])
    assert sentence in str(found.refusal)


def test_a_broken_archive_is_told(tmp_path: Path) -> None:
    path = zipped(tmp_path / "返送.zip", {"a.csv": b"a" * 100})
    path.write_bytes(path.read_bytes()[:-40])
    (found,) = read_returns([path])
    assert found.refusal is not None
    assert found.refusal.state is ReturnState.DAMAGED


@pytest.mark.parametrize("ending", [".zip", ".bin", ".ayumid"])
def test_a_return_is_known_by_its_content_whatever_its_ending(
    handed: tuple[Store, Books], tmp_path: Path, ending: str
) -> None:
    path = questionnaire(handed[1], tmp_path)
    renamed = path.rename(path.with_suffix(ending))
    (found,) = read_returns([renamed])
    assert (found.refusal is None) is (ending != ".ayumid")


def test_a_csv_of_the_sheet_is_read(handed: tuple[Store, Books], tmp_path: Path) -> None:
    path = tmp_path / "返送.csv"
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        csv.writer(file).writerows(table_of(answered(handed[1][1])).iter_rows(values_only=True))
    found = examined(handed[0], path)
    assert taken(found) == [ANSWER]
    assert "other_form" in [f.check for f in found.findings]


def test_files_can_be_left_out_by_their_names() -> None:
    found = [Return("返送.zip/防災課.xlsx"), Return("広報課.ayumid"), Return("広報課 (2).ayumid")]
    assert without(found, ["防災課.xlsx"]) == found[1:]
    assert without(found, ["広報課*"]) == found[:1]
    with pytest.raises(PlanError, match="という返送ファイルはありません"):
        without(found, ["総務課.xlsx"])
