"""A field that holds a mark accepts what the plan knows, says what it made of it, and refuses the rest."""

import pytest

from plan.errors import PlanError
from plan.fields import EVALUATION, GRADE, LEAD, Field
from plan.known_marks import known_mark
from plan.scales import ACHIEVEMENT


@pytest.mark.parametrize(
    ("field", "text", "kept"),
    [
        (GRADE, "△", "△"),
        (GRADE, "◯", "○"),
        (GRADE, "-", "－"),
        (GRADE, "該当なし", "該当なし"),
        (GRADE, "", ""),
        (LEAD, "○", "○"),
        (LEAD, "◎", "◎"),
        (LEAD, "", ""),
        (EVALUATION, "◎ 何でも", "◎ 何でも"),
    ],
)
def test_a_mark_that_the_plan_knows_is_kept_as_the_plan_writes_it(field: Field, text: str, kept: str) -> None:
    assert known_mark(field, text, ACHIEVEMENT) == kept


@pytest.mark.parametrize(
    ("field", "text", "said"), [(GRADE, "◎", "○、△、×、－"), (GRADE, "優", "優"), (LEAD, "x", "○")]
)
def test_a_mark_that_the_plan_does_not_know_is_refused_with_those_that_it_knows(
    field: Field, text: str, said: str
) -> None:
    with pytest.raises(PlanError, match=said):
        known_mark(field, text, ACHIEVEMENT)
