"""A finding that is about no row leads to the page on which it is mended."""

import pytest

from desktop.frame.open_checking import page_of
from plan.errors import say
from plan.fields import FIELDS
from plan.findings import Finding, Place, Severity


@pytest.mark.parametrize(
    ("table", "name", "page"),
    [
        ("plan", "evaluation_summary", "entry.facts"),
        ("item", "result", "entry.fields"),
        ("item_status", "note", "entry.statuses"),
        ("indicator_result", "grade", "entry.indicators"),
        ("evaluation_sheet", "outcome_status", "entry.sheets"),
    ],
)
def test_a_finding_leads_to_the_page_of_its_field(table: str, name: str, page: str) -> None:
    (field,) = (field for field in FIELDS if (field.table, field.name) == (table, name))
    assert page_of(Finding(Severity.NOTICE, "figure_differs", say("違います。"), Place(field=field))) == page
