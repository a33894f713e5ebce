"""What only the whole table shows: numbers, leads, codes, departments, words written in two ways."""

from dataclasses import replace

from plan.checks.check import Subject
from plan.checks.checked_rows import Terms, used_columns
from plan.checks.every import Findings, check
from tests.plan.checks.tables import GOOD, TODAY, found, numbered, told, with_year


def test_numbers_missing_doubled_and_out_of_order_are_found() -> None:
    rows = [replace(numbered(n), number=number) for n, number in ((2, "1"), (3, ""), (4, "5"), (5, "4"))]
    checks = [(f.check, f.place.record) for f in found(*rows) if f.place.field and f.place.field.name == "number"]
    assert checks == [("number_doubled", "row 2"), ("number_missing", "row 3"), ("number_order", "row 5")]


def test_a_second_lead_is_found_unless_it_is_the_same_department() -> None:
    other = replace(numbered(2), content=GOOD.content)
    assert told(other) == [("two_leads", "lead", "")]
    assert told(replace(other, department=GOOD.department)) == []
    assert told(replace(other, lead="")) == []


def test_a_misread_code_is_found_once_and_a_second_code_of_one_project_too() -> None:
    rows = [numbered(n) for n in range(2, 5)]
    kana = [replace(row, project=f"1-①-{c}. 事業{c}") for row, c in zip(rows, "イウエ", strict=True)]
    misread = replace(numbered(5), project="1-①-A. 案内")
    assert told(*kana, misread) == [("code_look_alike", "heading", "")]
    twice = replace(numbered(5), project="1-①-カ. 案内")
    assert told(*kana, twice) == [("project_two_codes", "heading", "")]


def test_departments_in_one_cell_and_spelt_in_two_ways_are_found() -> None:
    labels = ["保健福祉部こども家庭センター", "保健福祉こども家庭センター", "市民課、税務課"]
    rows = [replace(numbered(n), label=label) for n, label in enumerate(labels, start=2)]
    assert {check for check, _, _ in told(*rows)} == {"departments_in_one_cell", "department_spelling"}


def test_the_rarer_word_is_found_once_in_its_row() -> None:
    usual = with_year(numbered(2), 0, evaluation="広報紙で案内した。【結果】4回")
    again = with_year(usual, 1, evaluation="広報紙で知らせた。【結果】5回")
    rare = with_year(numbered(3), 1, evaluation="広報誌で案内した。【結果】5回")
    assert told(again, rare) == [("word_variant", "evaluation", "R4")]


def test_a_related_row_that_stops_counting_is_found_where_its_lead_goes_on() -> None:
    related = replace(numbered(2), content=GOOD.content, lead="")
    stopped = with_year(related, 1, "主担当課を手伝う。", "案内板を2枚作った。")
    assert told(stopped) == [("target_without_figure", "target", "R4")]
    never = with_year(with_year(stopped, 0, "主担当課を手伝う。"), 2, "主担当課を手伝う。")
    assert told(never) == []


def test_a_check_that_is_off_finds_nothing() -> None:
    rows = [GOOD, replace(numbered(2), number="1")]
    subject = Subject(Terms(TODAY), rows)
    assert [f.check for f in check(subject)] == ["number_doubled"]
    assert check(subject, off={"number_doubled"}) == []


def test_what_was_found_before_stands_where_rows_read_as_they_did() -> None:
    rows = [GOOD, replace(numbered(2), number="1"), with_year(numbered(3), 1, evaluation="")]
    terms = Terms(TODAY, used=used_columns(rows))
    before = Findings(Subject(terms, rows))
    assert not before.go_on(0)
    assert before.go_on()
    changed = [*rows[:2], with_year(rows[2], 1, evaluation="5か所で案内した。【結果】5回")]
    for later in (Subject(terms, changed), Subject(terms, rows[:2]), Subject(Terms(TODAY), changed)):
        renewed = Findings(later, before)
        assert len(renewed.waiting) == (len(later.rows) if later.terms != terms else int(later.rows == changed))
        assert renewed.go_on()
        assert renewed.sorted() == check(later)
