"""Counts agree with their rows, whichever way they are cut."""

from hypothesis import given
from hypothesis import strategies as st

from plan.documents.tally import NOT_ENTERED, Counting, Graded, by_department, by_field, by_year, tally
from plan.era import FiscalYear
from plan.ids import ItemId, RecordId
from plan.scales import OUTCOME

LINES = st.lists(
    st.builds(
        lambda i, grade, year, field, office: Graded(RecordId(str(i)), grade, FiscalYear(year), field, (office,)),
        st.integers(), st.sampled_from(["達成", "未達成", "中止", "保留", ""]), st.integers(2020, 2022),
        st.sampled_from(["暮らし", "仕事"]), st.sampled_from(["市民課", "税務課"]),
    )
)  # fmt: skip


@given(LINES)
def test_every_way_of_counting_has_the_same_total(lines: list[Graded]) -> None:
    whole = tally(lines, OUTCOME)
    assert whole.total == len(lines)
    for part in (by_field(lines, OUTCOME), by_department(lines, OUTCOME), by_year(lines, OUTCOME)):
        assert sum(t.total for t in part.values()) == len(lines)
        for symbol, number in whole.counts.items():
            assert sum(t.counts.get(symbol, 0) for t in part.values()) == number


def test_grades_stand_in_the_scales_order_and_strangers_behind() -> None:
    lines = [Graded(RecordId(g), g, FiscalYear(2020)) for g in ("", "保留", "中止")]
    assert list(tally(lines, OUTCOME).counts.items()) == [
        ("達成", 0), ("未達成", 0), ("中止", 1), ("保留", 1), (NOT_ENTERED, 1),
    ]  # fmt: skip


def test_a_repeated_listing_counts_once_only_beside_its_item() -> None:
    item = ItemId(RecordId("a"))
    line = Graded(item, "達成", FiscalYear(2020))
    again = Graded(RecordId("b"), "達成", FiscalYear(2020), listing_of=item)
    assert tally([line, again], OUTCOME).total == 2
    assert tally([line, again], OUTCOME, Counting.ONCE).total == 1
    assert tally([again], OUTCOME, Counting.ONCE).total == 1


def test_a_line_of_two_departments_counts_for_both() -> None:
    line = Graded(RecordId("a"), "達成", FiscalYear(2020), "", ("市民課", "税務課"))
    assert {name: t.total for name, t in by_department([line], OUTCOME).items()} == {"市民課": 1, "税務課": 1}
