"""What a source is read as can be put right before anything is taken over."""

from dataclasses import replace

from imports.kinds import open_any
from imports.table.table_reading import Reading
from plan.clipboard import clipboard_text
from plan.era import FiscalYear
from tests.imports.tables import FIELDS, HEADINGS, KEYS, ROWS
from work.sources import Wish, look


def test_the_year_of_a_table_that_names_none_is_chosen_before_a_plan_is_made_of_it() -> None:
    sheets = open_any(clipboard_text([[*KEYS, *FIELDS], *(row[:8] for row in ROWS)]))
    asked = look(sheets, "", Wish(), None)
    assert asked.lacks_year
    assert not asked.can_be_taken
    told = look(sheets, "", replace(Wish(), year=FiscalYear(2020)), None)
    assert isinstance(told.reading, Reading)
    assert (told.can_be_taken, told.chosen_year, told.reading.years) == (True, 2020, (2020,))
    assert told.years == asked.years


def test_a_table_that_names_its_years_is_not_asked_about() -> None:
    seen = look(open_any(clipboard_text([HEADINGS, *ROWS])), "", Wish(), None)
    assert (seen.lacks_year, seen.years, seen.can_be_taken) == (False, (), True)
