"""Content that flatters no cache, and checks that notice what is missing."""

import random
from pathlib import Path

import pytest

from benchmarks.excel.book import expect_rows
from benchmarks.pdf.sheet import expect_texts
from benchmarks.running import Results
from benchmarks.subject import OURS, Aim
from benchmarks.worlds import ACTOR, SIZES, as_table, lines, varied
from db.read.table import progress_table
from plan.table import ProgressTable
from work.samples import create_sample

ROWS: list[tuple[str, ...]] = [("1", "市民課", "窓口を改める。\n【目標】3回"), ("2", "広報課", "広報紙に載せる。")]


@pytest.fixture
def sample(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ProgressTable:
    monkeypatch.setenv("AYUMI_HOME", str(tmp_path))
    with create_sample(tmp_path / "sample.ayumi", ACTOR) as made, made.store.reading() as connection:
        return progress_table(connection)


def test_content_is_the_same_each_time_and_its_copies_differ(sample: ProgressTable) -> None:
    size = SIZES["S"]
    first, second = lines(sample, size), lines(sample, size)
    assert first == second
    assert len(first) == size.rows
    copy = first[len(sample.rows)]
    assert copy.project != first[0].project
    assert copy.texts != first[0].texts


def test_a_table_has_no_evaluation_of_its_last_year_yet(sample: ProgressTable) -> None:
    table = as_table(lines(sample, SIZES["S"]), SIZES["S"])
    assert all(row.cells[-1] is None for row in table.rows)
    assert any(row.cells[-3] for row in table.rows)


def test_numbers_keep_their_commas_and_dates_their_days() -> None:
    text = varied("登録者数 8,420人(令和3年3月31日現在)", random.Random(3))
    assert "令和3年3月31日現在" in text
    assert "8,4" in text


def test_a_short_text_is_a_declaration_and_stays() -> None:
    assert varied("該当なし", random.Random(1)) == "該当なし"


def test_texts_may_be_broken_into_lines_and_pages() -> None:
    expect_texts("1 市民課 窓口を\n改める。【目標】3回 2 広報課 広報紙に載せる。 1 / 1", ROWS)


def test_a_pdf_that_lacks_a_text_does_not_count() -> None:
    with pytest.raises(AssertionError, match="characters are missing"):
        expect_texts("1 市民課 窓口を改める。【目標】3回 2 広報課", ROWS)


def test_a_pdf_with_its_characters_mixed_up_does_not_count() -> None:
    said = "".join(cell for row in ROWS for cell in row)
    with pytest.raises(AssertionError, match="are not found"):
        expect_texts("".join(reversed(said)), ROWS)


def test_a_workbook_may_leave_out_blank_cells_at_a_rows_end() -> None:
    expect_rows([("表題",), ("1", "市民課")], [("1", "市民課", "")])


@pytest.mark.parametrize("found", [[("1", "市民課", "窓口を改める。"), ROWS[1]], [ROWS[1]]])
def test_a_workbook_with_another_text_or_fewer_rows_does_not_count(found: list[tuple[str, ...]]) -> None:
    with pytest.raises(AssertionError):
        expect_rows(found, ROWS)


def test_an_aim_looks_at_the_fastest_rival() -> None:
    results = Results()
    for name, time in ((OURS, 10.0), ("quick", 20.0), ("slow", 90.0)):
        results.take({"figures": {"work": time}, "memory": {}}, "subject", name, "M")
    assert results.reached(Aim("work", "M", 1 / 5, ("quick", "slow", "absent"))) == pytest.approx(0.5)
    assert results.reached(Aim("work", "L", 1 / 5, ("quick",))) is None


def test_a_ratio_is_the_median_of_the_rounds() -> None:
    results = Results()
    for ours, rival in ((10.0, 10.0), (30.0, 10.0), (10.0, 5.0)):
        results.take({"figures": {"work": ours}, "memory": {}}, "subject", OURS, "M")
        results.take({"figures": {"work": rival}, "memory": {}}, "subject", "rival", "M")
    assert results.reached(Aim("work", "M", 1.0, ("rival",))) == pytest.approx(2.0)
