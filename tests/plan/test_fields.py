"""The table of fields agrees with the tables of the file and speaks both languages."""

from db.models import METADATA
from plan.era import FiscalYear
from plan.fields import CONTENT, DEPARTMENT, FIELDS, PROGRESS, PROJECT
from plan.table import Order, columns

COMPOSED = {PROJECT: ("code", "joint", "name"), DEPARTMENT: ("department_id", "former_department_id")}


def test_every_field_names_a_column_of_the_file() -> None:
    for field in FIELDS:
        names = COMPOSED.get(field, (field.name,))
        missing = [n for n in names if n not in METADATA.tables[field.table].c]
        assert not missing, field


def test_every_field_has_a_label_in_both_languages() -> None:
    assert all(f.label and f.english.isascii() for f in FIELDS)


def test_every_column_of_the_table_has_a_width_a_heading_and_a_word_of_help() -> None:
    assert all(f.width > 0 and f.headings[0] == f.label and f.help for f in PROGRESS)


def test_columns_go_year_by_year_or_field_by_field() -> None:
    years = [FiscalYear(2018), FiscalYear(2019)]
    by_year = [c.heading for c in columns(years)][-4:]
    by_field = [c.heading for c in columns(years, Order.FIELDS)][-4:]
    assert by_year == ["平成30年度内容及び目標", "平成30年度評価", "令和元年度内容及び目標", "令和元年度評価"]
    assert by_field == [by_year[0], by_year[2], by_year[1], by_year[3]]
    assert columns(years)[4].field == CONTENT
