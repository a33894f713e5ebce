"""Rows that a department proposes in its questionnaire: each has one identity, and a half-filled line is told."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from exports.formats.excel.answer_workbook import write
from imports.questionnaire.workbook_reading import read_questionnaire
from plan.exchange import questionnaire as words
from plan.exchange.returns import AddedRow, Return
from plan.findings import Place, Severity
from tests.asking import DISTRIBUTION, YEAR, book

FIRST = 6
"""The line of the first new row."""
Line = dict[str, object]
NEW: Line = {
    "heading": "1-①-2. 読書の場",
    "name": "移動図書館",
    "baseline_and_goal": "【現状】なし",
    "evaluation:2020": "始めた。",
}
OTHER: Line = {"heading": "1-①-1. 読書の場", "name": "夜間の開館", "grade:2020": "○"}


def written(sheet: Worksheet, line: int, texts: Line) -> None:
    keys = [cell.value for cell in sheet[3]]
    for key, text in texts.items():
        cell = sheet.cell(line, keys.index(key) + 1)
        assert not cell.protection.locked
        cell.value = text  # type: ignore[assignment]


def added_sheet(made: Workbook) -> Worksheet:
    sheet = made[words.ADDITIONS]
    assert isinstance(sheet, Worksheet)
    return sheet


def returned(folder: Path, *lines: Line, change: Callable[[Workbook], object] = lambda _: None) -> Return:
    """A questionnaire with these lines on its sheet for new rows, one below the other."""
    made = load_workbook(BytesIO(write(book())))
    for line, texts in enumerate(lines, FIRST):
        written(added_sheet(made), line, texts)
    change(made)
    path = folder / "返送.xlsx"
    made.save(path)
    return read_questionnaire(path)


def proposed(found: Return) -> tuple[AddedRow, ...]:
    assert found.contribution is not None, found.refusal
    return found.contribution.added


def told(found: Return) -> list[tuple[str, Place]]:
    return [(finding.check, finding.place) for finding in found.findings]


def test_a_filled_line_is_a_row_of_the_project_that_was_chosen(tmp_path: Path) -> None:
    found = returned(tmp_path, NEW)
    (row,) = proposed(found)
    assert (row.project, row.content, row.baseline_and_goal) == ("item 2", "移動図書館", "【現状】なし")
    assert row.texts == ((YEAR, "evaluation", "始めた。"),)
    assert found.findings == ()


def test_the_same_line_is_the_same_row_wherever_it_stands_and_another_is_another(tmp_path: Path) -> None:
    first = proposed(returned(tmp_path, NEW, OTHER))
    again = proposed(returned(tmp_path, OTHER, {}, NEW))
    assert first == again
    assert len({row.id for row in first}) == 2
    (corrected,) = proposed(returned(tmp_path, NEW | {"name": " 移動 図書館", "evaluation:2020": "二回始めた。"}))
    assert corrected.id in {row.id for row in first}
    assert words.added_row(DISTRIBUTION, corrected.project, "巡回図書館") != corrected.id


INCOMPLETE: dict[str, tuple[Line, int, str]] = {
    "without its content": (NEW | {"name": None}, 4, "実施内容が書かれていない"),
    "without its project": (NEW | {"heading": None}, 3, "実施事業が選ばれていない"),
    "of a project that is not offered": (
        NEW | {"heading": "9 別の課の事業"},
        3,
        "「9 別の課の事業」は、この調査票の選択肢にない",
    ),
    "with a text alone": ({"evaluation:2020": "書いた。"}, 4, "実施内容が書かれていない"),
}


@pytest.mark.parametrize("name", INCOMPLETE)
def test_a_half_filled_line_is_told_with_its_cell_and_the_others_are_taken(name: str, tmp_path: Path) -> None:
    line, column, sentence = INCOMPLETE[name]
    found = returned(tmp_path, line, OTHER)
    assert [row.content for row in proposed(found)] == ["夜間の開館"]
    (finding,) = found.findings
    assert finding.severity is Severity.WARNING
    assert (finding.place.sheet, finding.place.line, finding.place.column) == (words.ADDITIONS, FIRST, column)
    assert sentence in str(finding.sentence)


def test_a_line_twice_is_one_row_and_two_that_differ_are_told(tmp_path: Path) -> None:
    twice = returned(tmp_path, NEW, NEW)
    assert (len(proposed(twice)), twice.findings) == (1, ())
    differing = returned(tmp_path, NEW, NEW | {"evaluation:2020": "やめた。"})
    assert [row.texts[0][2] for row in proposed(differing)] == ["始めた。"]
    assert [(check, place.line) for check, place in told(differing)] == [("addition_doubled", FIRST + 1)]


def test_what_is_no_text_is_told_and_the_rest_of_the_line_is_taken(tmp_path: Path) -> None:
    def type_oddly(made: Workbook) -> None:
        written(added_sheet(made), FIRST, {"evaluation:2020": "=1+1", "target:2021": datetime(2021, 4, 1)})  # noqa: DTZ001
        added_sheet(made).cell(FIRST, 6).number_format = "General"

    found = returned(tmp_path, NEW, change=type_oddly)
    assert [row.texts for row in proposed(found)] == [()]
    assert [check for check, _ in told(found)] == ["cell_not_taken", "cell_not_taken"]


def test_a_merged_project_is_that_of_all_its_lines_but_a_merged_text_is_said_once(tmp_path: Path) -> None:
    def merge(made: Workbook) -> None:
        for column in ("C", "E"):
            added_sheet(made).merge_cells(f"{column}{FIRST}:{column}{FIRST + 2}")

    found = returned(tmp_path, NEW, {"name": "おはなし会"}, change=merge)
    rows = {row.content: row for row in proposed(found)}
    assert {row.project for row in rows.values()} == {"item 2"}
    assert [rows[name].baseline_and_goal for name in ("移動図書館", "おはなし会")] == ["【現状】なし", None]
    assert found.findings == ()


def test_columns_are_found_by_their_names_and_a_missing_one_is_told(tmp_path: Path) -> None:
    moved = returned(tmp_path, NEW, change=lambda made: added_sheet(made).insert_cols(4))
    assert [row.content for row in proposed(moved)] == ["移動図書館"]
    lost = returned(tmp_path, NEW, change=lambda made: added_sheet(made).delete_cols(3))
    assert proposed(lost) == ()
    assert [check for check, _ in told(lost)] == ["column_missing", "addition_incomplete"]


def test_without_its_sheet_or_its_list_nothing_is_proposed_and_that_is_told(tmp_path: Path) -> None:
    gone = returned(tmp_path, NEW, change=lambda made: made.remove(added_sheet(made)))
    assert [check for check, _ in told(gone)] == ["additions_gone"]
    unlisted = returned(tmp_path, NEW, change=lambda made: made.remove(made[words.LISTS]))
    assert proposed(unlisted) == ()
    assert [check for check, _ in told(unlisted)] == ["list_gone", "addition_incomplete"]
