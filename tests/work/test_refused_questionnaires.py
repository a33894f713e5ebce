"""A returned questionnaire that cannot be understood is refused in words to send back, and the plan stays as it was."""

from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from db.log.changes import dump
from db.store.working import Store
from plan.errors import Sentence
from plan.exchange import questionnaire as words
from plan.exchange.returns import ReturnState
from tests.db.exchange.returning import take
from tests.imports.files.test_hostile import HOSTILE, OLE
from tests.work.returned_books import Books, answered, examined, returned, table_of
from work.letters import sending_back_letter, worth_sending_back
from work.returns import read_returns


def mix(books: Books, folder: Path) -> Path:
    made, other = answered(books[1]), load_workbook(BytesIO(books[0]))
    sheet = made.create_sheet("よその課")
    for row in table_of(other).iter_rows(values_only=True):
        sheet.append(row)
    return returned(folder, made)


def copy_sheet(books: Books, folder: Path) -> Path:
    made = answered(books[1])
    made.copy_worksheet(table_of(made))
    return returned(folder, made)


def without(*lines: int) -> Callable[[Books, Path], Path]:
    """The questionnaire without these lines of its table, and without its guide and its sheet for new rows."""

    def delete(books: Books, folder: Path) -> Path:
        made = answered(books[1])
        made.remove(made[words.GUIDE])
        made.remove(made[words.ADDITIONS])
        for line in lines:
            table_of(made).delete_rows(line)
        return returned(folder, made)

    return delete


def without_table(books: Books, folder: Path) -> Path:
    made = answered(books[1])
    made.remove(table_of(made))
    return returned(folder, made)


def of_the_future(books: Books, folder: Path) -> Path:
    made = answered(books[1])
    for sheet in made.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value == f"{words.FORMAT} {words.VERSION}":
                    cell.value = f"{words.FORMAT} {words.VERSION + 1}"
    return returned(folder, made)


def cut(books: Books, folder: Path) -> Path:
    path = returned(folder, answered(books[1]))
    path.write_bytes(path.read_bytes()[:-700])
    return path


def holding(name: str, content: bytes) -> Callable[[Books, Path], Path]:
    def write(_: Books, folder: Path) -> Path:
        (folder / name).write_bytes(content)
        return folder / name

    return write


REFUSED: dict[str, tuple[Callable[[Books, Path], Path], ReturnState, str]] = {
    "two questionnaires in one": (mix, ReturnState.ALTERED, "混ざっています"),
    "the table twice": (copy_sheet, ReturnState.ALTERED, "調査票のシートが 2 枚"),
    "the identity deleted": (without(2), ReturnState.ALTERED, "配布ID と構成"),
    "the columns' names deleted": (without(3), ReturnState.ALTERED, "灰色の文字"),
    "the table deleted": (without_table, ReturnState.ALTERED, "灰色の文字"),
    "a newer program's": (of_the_future, ReturnState.NEWER_PROGRAM, "あゆみを更新してから"),
    "cut off": (cut, ReturnState.DAMAGED, "壊れているか"),
    "under a password": (
        holding("返送.xlsx", OLE + "EncryptedPackage".encode("utf-16-le")), ReturnState.DAMAGED, "パスワードを外して",
    ),
    "an old workbook": (holding("返送.xls", OLE), ReturnState.DAMAGED, ".xlsx 形式で保存し直して"),
    "a text file": (holding("返送.csv", b"1,2\n"), ReturnState.FOREIGN, "あゆみの調査票ではありません"),
    "an empty file": (holding("返送.xlsx", b""), ReturnState.DAMAGED, "空のファイル"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_understood_is_refused_in_words_to_send_back_and_changes_nothing(
    name: str, handed: tuple[Store, Books], tmp_path: Path
) -> None:
    make, state, sentence = REFUSED[name]
    store, books = handed
    with store.reading() as connection:
        before = dump(connection)
    path = make(books, tmp_path)
    (found,) = take(store, *read_returns([path]))
    with store.reading() as connection:
        assert plan_in(dump(connection)) == plan_in(before)
    assert found.state is state
    assert isinstance(found.refusal, Sentence)
    assert path.name in str(found.refusal)
    assert sentence in str(found.refusal)
    assert worth_sending_back(found) is (state is not ReturnState.NEWER_PROGRAM)
    assert str(found.refusal) in sending_back_letter("計画", found).body


def plan_in(whole: dict[str, list[tuple[object, ...]]]) -> dict[str, list[tuple[object, ...]]]:
    """The plan without its history, to which an empty step belongs."""
    return {table: rows for table, rows in whole.items() if table not in ("change", "revision")}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_as_a_return_just_as_it_is_as_a_table(
    name: str, handed: tuple[Store, Books], tmp_path: Path
) -> None:
    make, sentence = HOSTILE[name]
    found = examined(handed[0], make(tmp_path / "回答.xlsx"))
    assert found.receipt is None
    assert sentence in str(found.refusal)
