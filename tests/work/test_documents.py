"""A document's name on the disk, and what is remembered of the last export."""

from pathlib import Path

import pytest

from db.read.table import PlanFacts, Scope
from desktop.export.memory import Chosen, remember, remembered
from desktop.kit.preferences import EXPORT_CHOICES, Settings
from plan.era import YearRange
from plan.errors import PlanError
from plan.ids import DepartmentId, RecordId
from plan.table import Order
from work.documents import FORMS, Asked, city_fonts, file_name, form_named

_FACTS = PlanFacts(RecordId("p1"), "第4次あゆみ市情報化計画", "あゆみ市", YearRange.parse("2017-2021"), "資料1", "")
_OFFICES = [DepartmentId(RecordId(name)) for name in ("a", "b")]


@pytest.mark.parametrize(
    ("years", "period"),
    [(None, "令和3年度"), ("2017-2021", "令和3年度"), ("2019", "令和元年度"), ("2018-2019", "平成30年度～令和元年度")],
)
def test_a_file_is_named_by_plan_document_and_period(years: str | None, period: str) -> None:
    chosen = YearRange.parse(years) if years is not None else None
    assert file_name(_FACTS, FORMS[0], chosen, ".xlsx") == f"第4次あゆみ市情報化計画_進行管理表_{period}.xlsx"


def test_a_document_without_a_period_is_named_without_one() -> None:
    assert file_name(_FACTS, form_named("plan-book"), None, ".pdf") == "第4次あゆみ市情報化計画_計画書.pdf"


def test_what_no_file_name_may_hold_is_replaced() -> None:
    facts = PlanFacts(RecordId("p1"), "計画: A/B?", "", _FACTS.years, "", "")
    assert file_name(facts, form_named("plan-book"), None, ".pdf") == "計画_ A_B__計画書.pdf"


def test_the_same_plan_finds_all_its_choices_again() -> None:
    settings = Settings()
    scope = Scope(
        YearRange.parse("2018-2019"), frozenset(_OFFICES[:1]), lead_only=True, order=Order.FIELDS, grades=True
    )
    chosen = Chosen(FORMS[0].id, ".pdf", Asked(scope, "資料2"))
    remember(settings, _FACTS, chosen)
    assert remembered(settings, _FACTS, Scope(), _OFFICES) == chosen


def test_another_plan_finds_the_look_but_not_the_part() -> None:
    settings = Settings()
    scope = Scope(YearRange.parse("2018-2019"), frozenset(_OFFICES), lead_only=True, order=Order.FIELDS)
    remember(settings, _FACTS, Chosen(FORMS[0].id, ".pdf", Asked(scope, "資料2")))
    other = PlanFacts(RecordId("p2"), "別の計画", "", YearRange.parse("2022-2026"), "資料7", "")
    found = remembered(settings, other, Scope(), [])
    assert found == Chosen(FORMS[0].id, ".pdf", Asked(Scope(lead_only=True, order=Order.FIELDS), "資料7"))


@pytest.mark.parametrize(
    "kept",
    [
        {},
        {"suffix": ".doc", "order": 5, "grades": "yes", "form": 3},
        {"plan": "p1", "years": [2021, 2017], "departments": "a", "label": None},
        {"plan": "p1", "years": [1999, 2000], "departments": ["gone"], "label": ["資料2"]},
    ],
)
def test_what_cannot_be_understood_counts_as_never_chosen(kept: dict[str, object]) -> None:
    settings = Settings()
    settings.put(EXPORT_CHOICES, kept)
    found = remembered(settings, _FACTS, Scope(), _OFFICES)
    assert (found.suffix, found.asked) == (".xlsx", Asked(Scope(), "資料1"))
    assert form_named(found.form) is FORMS[0]


def test_a_citys_own_fonts_lie_beside_its_settings(home: Path) -> None:
    assert city_fonts() == ()
    (home / "fonts").mkdir()
    (home / "fonts" / "gaiji.ttf").write_bytes(b"no font")
    with pytest.raises(PlanError, match=r"gaiji\.ttf"):
        city_fonts()
