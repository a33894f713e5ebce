"""The same answers give the same plan, whether they come in a department file or in an Excel questionnaire."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from db.exchange.distribution import Distribution
from db.exchange.handout import package_of
from db.exchange.package import Package, pack
from db.exchange.unpacking import read_return
from db.log.changes import dump
from db.store.working import Store
from exports.formats.excel.rows_xml import clean
from imports.files.guard import Source
from imports.files.rectangle import Sheet
from imports.files.workbook import read_sheets
from imports.questionnaire import workbook_reading as reading
from plan.exchange.merging import Text
from plan.exchange.returns import Cell, Return
from tests.db.exchange.returning import edit, evaluation, hand_out, rows, take
from tests.db.stage import Picture, Stage, small_plan
from tests.desktop.workbooks import fill_in
from tests.thorough import thorough
from work.questionnaires import questionnaire

TEXTS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=12)
"""Without what no workbook can hold."""
BEFORE = ("", "前の文章\n=1+1 _x000D_ ", "　")
"""What stood in a cell when it was handed out."""


@dataclass(frozen=True)
class Sent:
    """A plan that was handed out, with the department file and the workbook of each department."""

    picture: Picture
    handed: list[Distribution]
    packages: list[Package]
    books: list[Workbook]


@pytest.fixture(scope="module")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Stage, list[Sent], Path]]:
    """The plan handed out in several ways, and a folder for what comes back."""
    folder = tmp_path_factory.mktemp("answers")
    stage = small_plan(folder / "plan.db")
    empty = stage.picture()
    sent = []
    for text in BEFORE:
        stage.put_back(empty)
        edit(stage.store, evaluation(rows(stage.store)[1]), text or None)
        handed = hand_out(stage.store)
        with stage.store.reading() as connection:
            packages = [package_of(connection, each, 1) for each in handed]
            books = [load_workbook(BytesIO(questionnaire(connection, each))) for each in handed]
        sent.append(Sent(stage.picture(), handed, packages, books))
    yield stage, sent, folder
    stage.store.close()


def as_file(package: Package, texts: Mapping[Cell, Text], path: Path) -> Return:
    """A department file that comes back with these texts."""
    answers = {**package.answers, **{cell: clean(text or "") or None for cell, text in texts.items()}}
    path.write_bytes(pack(replace(package, answers=answers)))
    return read_return(path)


def as_workbook(book: Workbook, texts: Mapping[Cell, Text], path: Path) -> Return:
    """A questionnaire that comes back with these texts."""
    fill_in(book, texts)
    book.save(path)
    return reading.read_questionnaire(path)


def plan_of(store: Store) -> dict[str, list[tuple[object, ...]]]:
    """The whole plan, but for what a receipt says of the file itself: its edition, hash and name."""
    with store.reading() as connection:
        found = dump(connection)
        columns = [str(row[1]) for row in connection.exec_driver_sql("PRAGMA table_info(contribution)")]
    kept = [place for place, name in enumerate(columns) if name not in ("edition", "hash", "source")]
    return found | {"contribution": [tuple(row[place] for place in kept) for row in found["contribution"]]}


@contextmanager
def reading_here() -> Iterator[None]:
    """Workbooks are read in this process: to start one for each would take longer than all the rest."""

    def read(path: Path, _: Source) -> list[Sheet]:
        return read_sheets(path.read_bytes(), path.name)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "read_in_child", read)
        yield


@given(data=st.data(), which=st.integers(0, len(BEFORE) - 1), department=st.integers(0, 2), edited=TEXTS)
@thorough(25)
def test_the_same_answers_give_the_same_plan_as_a_department_file_and_as_a_questionnaire(
    office: tuple[Stage, list[Sent], Path], data: st.DataObject, which: int, department: int, edited: str
) -> None:
    stage, everything, folder = office
    sent = everything[which]
    cells = sent.handed[department].cells()
    texts = {cell: data.draw(TEXTS) or None for cell in cells if data.draw(st.booleans())}
    before = sent.packages[department].answers  # the workbook has been filled in before, in another example
    with reading_here():
        returns = [
            as_file(sent.packages[department], texts, folder / "課.ayumid"),
            as_workbook(sent.books[department], {**before, **texts}, folder / "課.xlsx"),
        ]
    plans = []
    for returned in returns:
        assert returned.contribution is not None
        stage.put_back(sent.picture)
        edit(stage.store, cells[0], edited or None)
        take(stage.store, returned)
        plans.append(plan_of(stage.store))
    assert plans[0] == plans[1]
