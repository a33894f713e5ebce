"""Whatever is moved in a questionnaire, an answer reaches its own row or is held back and told; never another row."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.formats.excel.answer_workbook import write
from exports.forms.questionnaire import Request, compose
from imports.files.guard import Source
from imports.files.rectangle import Sheet
from imports.files.workbook import read_sheets
from imports.questionnaire import workbook_reading as reading
from plan.exchange import questionnaire as words
from plan.exchange.returns import Cell, Return
from plan.findings import Finding, Severity
from plan.ids import AssignmentId, RecordId
from plan.scales import ACHIEVEMENT
from tests.asking import ASKED, DISTRIBUTION, evaluation, table
from tests.imports.questionnaire.moving import (
    FIRST,
    MOVES,
    Block,
    Move,
    block_of,
    copy_row,
    delete_row,
    insert_row,
    paste_names,
    sheet_of,
    shift_down,
    shift_left,
    shift_right,
    shift_up,
    sort,
    sort_values,
    stretches,
)
from tests.thorough import thorough

ROWS = 7
OFTEN = 0.7


def handed_out(rows: int = ROWS, *, alike: bool = False) -> bytes:
    """A questionnaire of a library; `alike`: the last two rows say the very same."""
    made = table()
    first = made.rows[0]
    found = []
    for number in range(1, rows + 1):
        row = AssignmentId(RecordId(f"00000000-0000-4000-8000-{number:012d}"))
        shown = rows - 1 if alike and number == rows else number
        cells = [(text or "").replace("1", str(shown)) or None for text in first.cells]
        found.append(type(first)(row, first.content, first.project, first.department, cells))
    made.rows[:] = found
    made.rows[1].cells[made.columns.index(evaluation(found[1].id).column)] = "前の文章"
    made.rows[3].cells[made.columns.index(evaluation(found[3].id).column)] = "その前の文章"
    asked = {row.id: ASKED if row.id != found[2].id else ASKED[1:] for row in found}
    return write(compose(made, Request(DISTRIBUTION, "図書館", ASKED, asked), ACHIEVEMENT))


@dataclass(frozen=True)
class Sent:
    """A questionnaire that was handed out: its sheets as they are read, and its asked cells by their places."""

    sheets: list[Sheet]
    places: dict[Cell, tuple[int, int]]

    @property
    def table(self) -> Sheet:
        """The sheet with the rows."""
        return next(sheet for sheet in self.sheets if sheet.name == words.TABLE)


def sent(*, alike: bool, before: bool = False) -> Sent:
    sheets = read_sheets(handed_out(alike=alike), "調査票.xlsx")
    return placed(as_version_1(sheets) if before else sheets)


def placed(sheets: list[Sheet]) -> Sent:
    """A questionnaire with the places of its asked cells."""
    made = Sent(sheets, {})
    table, keys = made.table, made.table.rows[2]
    for line, place in sorted(table.handling.open_colours):
        column = words.column_keyed(keys[place])
        if column is not None and column.year is not None:
            row = AssignmentId(RecordId(table.rows[line][0]))
            made.places[Cell(row, column.year, column.field.name)] = line, place
    return made


def as_version_1(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The sheets as the version before made them: one yellow, and no checks on the hidden sheet."""
    return [_before(sheet) for sheet in sheets]


def _before(sheet: Sheet) -> Sheet:
    if sheet.name == words.LISTS:
        return replace(sheet, rows=[row[:2] for row in sheet.rows])
    unshaded = re.compile("~[0-9]+")
    rows = [[unshaded.sub("", text, count=1) if n == 1 else text for n, text in enumerate(row)] for row in sheet.rows]
    fills = dict.fromkeys(sheet.handling.open_colours, words.shade_colour(0))
    return replace(sheet, rows=rows, handling=replace(sheet.handling, open_colours=fills))


def fill_in(
    block: Block, places: Mapping[Cell, tuple[int, int]], random: Random, mark: str = "記入"
) -> dict[str, Cell]:
    """Some of the cells with a text that no other has; answers which they are."""
    texts = {f"{mark}{n}。": cell for n, cell in enumerate(places) if random.random() < OFTEN}
    for text, cell in texts.items():
        block.cells[places[cell]] = text, block.cells[places[cell]][1]
    return texts


def returned(sheets: Sequence[Sheet], table: Sheet) -> Return:
    """What the workbook says in which `table` is the table."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reading, "recognise", lambda _: Source.WORKBOOK)
        patch.setattr(reading, "read_in_child", lambda *_: [table if s.name == words.TABLE else s for s in sheets])
        return reading.read_questionnaire(Path("返送.xlsx"))


def is_told(findings: Sequence[Finding], text: str, column: int) -> bool:
    """Whether a text that was not taken is told: itself, or the column that it was pushed into."""
    warned = [f for f in findings if f.severity is Severity.WARNING]
    return any(text in f.quote or (f.check == "column_inserted" and f.place.column == column + 1) for f in warned)


def prove(found: Return, block: Block, texts: Mapping[str, Cell]) -> None:
    """Every answer is in its own row, or was held back and told."""
    assert found.contribution is not None, found.refusal
    values = found.contribution.values
    for cell, text in values.items():
        assert texts.get(text or "") == cell, (text, texts.get(text or ""), cell)
    for (line, column), (text, _) in block.cells.items():
        if line >= FIRST and text in texts and text not in values.values():
            assert is_told(found.findings, text, column), text


@pytest.fixture(scope="module")
def everything_sent() -> list[Sent]:
    return [sent(alike=alike) for alike in (False, True)]


@given(data=st.data(), random=st.randoms(use_true_random=False), alike=st.booleans())
@thorough(200)
def test_an_answer_reaches_its_own_row_or_is_held_back_and_told_whatever_was_moved(
    everything_sent: list[Sent],
    data: st.DataObject,
    random: Random,
    alike: bool,  # noqa: FBT001 - drawn
) -> None:
    """Of rows that read alike only a copy could not be told from an answer."""
    chosen = everything_sent[alike]
    block = block_of(chosen.table, ROWS)
    texts = fill_in(block, chosen.places, random)
    asked = sorted({column for _, column in chosen.places.values()})
    moves = [move for move in MOVES if not alike or move not in (copy_row, insert_row)]
    for move in data.draw(st.lists(st.sampled_from(moves), min_size=1, max_size=3)):
        move(block, data.draw(st.sampled_from(list(stretches(block.width, asked)))), random)
    prove(returned(chosen.sheets, sheet_of(block, chosen.table)), block, texts)


def moved(before: Sent, move: Move, columns: range, seed: int = 1) -> tuple[Return, Block, dict[str, Cell]]:
    """A questionnaire in which all is answered, after one move."""
    block = block_of(before.table, ROWS)
    texts = {f"記入{n}。": cell for n, cell in enumerate(before.places)}
    for text, cell in texts.items():
        block.cells[before.places[cell]] = text, block.cells[before.places[cell]][1]
    move(block, columns, Random(seed))
    return returned(before.sheets, sheet_of(block, before.table)), block, texts


VISIBLE, WHOLE, ANSWERS, LAST = range(2, 14), range(14), range(11, 14), range(13, 14)


@pytest.mark.parametrize("seed", range(5))
def test_sorting_what_is_to_be_seen_loses_no_answer(everything_sent: list[Sent], seed: int) -> None:
    found, _, texts = moved(everything_sent[0], sort, VISIBLE, seed)
    assert found.contribution is not None
    assert found.contribution.values == {cell: text for text, cell in texts.items()}
    assert {f.severity for f in found.findings} == {Severity.NOTICE}
    assert "rows_refound" in [f.check for f in found.findings]


@pytest.mark.parametrize("move", [sort, sort_values])
def test_sorting_whole_rows_loses_no_answer_with_their_looks_or_without(
    everything_sent: list[Sent], move: Move
) -> None:
    found, _, texts = moved(everything_sent[0], move, WHOLE)
    assert found.contribution is not None
    assert found.contribution.values == {cell: text for text, cell in texts.items()}


OF_THE_VERSION_BEFORE: dict[str, tuple[Move, range]] = {
    "what is to be seen sorted": (sort, VISIBLE),
    "answers pushed down": (shift_down, LAST),
    "answers pulled up": (shift_up, LAST),
    "answers pushed to the right": (shift_right, ANSWERS),
    "answers pulled to the left": (shift_left, ANSWERS),
    "the keys pushed down": (shift_down, range(2, 11)),
    "the keys sorted": (sort, range(2, 11)),
    "rows copied": (copy_row, VISIBLE),
    "rows deleted": (delete_row, WHOLE),
    "the names of rows pasted": (paste_names, WHOLE),
}


@pytest.mark.parametrize("seed", range(4))
@pytest.mark.parametrize("name", OF_THE_VERSION_BEFORE)
def test_a_questionnaire_of_the_version_before_is_guarded_too(name: str, seed: int) -> None:
    move, columns = OF_THE_VERSION_BEFORE[name]
    found, block, texts = moved(sent(alike=False, before=True), move, columns, seed)
    prove(found, block, texts)


def test_an_untouched_questionnaire_of_the_version_before_arrives_whole() -> None:
    found, _, texts = moved(sent(alike=False, before=True), lambda *_: None, WHOLE)
    assert found.contribution is not None
    assert found.contribution.values == {cell: text for text, cell in texts.items()}
    assert [f.check for f in found.findings] == ["unprotected"]


def test_a_copied_answer_is_an_answer(everything_sent: list[Sent]) -> None:
    chosen = everything_sent[0]
    block = block_of(chosen.table, ROWS)
    for line in range(FIRST, FIRST + 3):
        block.cells[line, ANSWERS.start] = "該当なし", block.cells[FIRST, ANSWERS.start][1]
    found = returned(chosen.sheets, sheet_of(block, chosen.table))
    assert found.contribution is not None
    assert list(found.contribution.values.values()) == ["該当なし"] * 3
