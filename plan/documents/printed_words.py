"""The words that a document prints beside the plan's texts: those of its own source where it had others, else ours."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from plan.era import FiscalYear
from plan.folding import same_words

RESULTS, BOOK = "results_report", "plan_book"
BUILT_IN: Mapping[str, Mapping[str, str]] = {
    RESULTS: {
        "name": "実績及び評価書",
        "contents": "目　次",
        "overview": "{title}の概要",
        "purpose": "計画策定の趣旨",
        "period_text": "計画の期間",
        "basic_goals": "計画の基本目標",
        "fields": "計画の分野別目標と実績",
        "statuses": "計画の施策別実施状況",
        "evaluation": "計画の評価",
        "counts": "実施状況の集計",
        "reasons": "目標に届かなかった理由等",
        "evaluation_summary": "評価",
    },
    BOOK: {
        "indicators": "指標",
        "indicator": "指標",
        "baseline": "計画策定時の状況",
        "tree": "施策・主な事業の体系",
        "key": "主要事業",
        "promoted": "推進事業",
        "key_described": "主要事業",
        "promoted_described": "推進事業",
        "related": "関連個別計画",
    },
}
"""Every heading and label by the form that prints it and its place there; `{title}` stands for the plan's title."""
_PREFIX = "printed"


@dataclass(frozen=True, slots=True)
class PrintedWords:
    """The words of one form; `own` are those that the plan has of its own, by their places."""

    form: str
    own: Mapping[str, str] = field(default_factory=dict, hash=False)

    def at(self, place: str, title: str = "") -> str:
        """What stands at a place."""
        return self.own.get(place) or BUILT_IN[self.form][place].replace("{title}", title)

    def year(self, year: FiscalYear) -> str:
        """A year in the era in which the plan itself counts it: 平成34年, else in its own, 令和4年."""
        return self.own.get(year_place(year)) or year_as_built_in(year)

    def issued(self, year: FiscalYear) -> str:
        """The month in which a report of that fiscal year is issued, as it was written on its cover."""
        return self.own.get(issued_place(year)) or issued_as_built_in(year)


OUR_RESULTS, OUR_BOOK = PrintedWords(RESULTS), PrintedWords(BOOK)
"""What is printed where a plan has no words of its own."""


def setting_name(form: str, place: str) -> str:
    """The name under which a plan keeps what it prints at a place."""
    return f"{_PREFIX}:{form}:{place}"


def year_place(year: FiscalYear) -> str:
    """Where a form keeps how it writes a year."""
    return f"year {int(year)}"


def issued_place(year: FiscalYear) -> str:
    """Where a form keeps how its cover writes the month of a fiscal year's report."""
    return f"issued {int(year)}"


def year_as_built_in(year: FiscalYear) -> str:
    """A year in its era: 令和4年."""
    return f"{year.era.name}{year.number}年"


def issued_as_built_in(year: FiscalYear) -> str:
    """March at the end of the fiscal year."""
    return f"{year.era.name}{year - year.era.first_year + 2}年3月"


def is_built_in(text: str, built_in: str) -> bool:
    """Whether a document says just what ours would say; blanks and widths apart."""
    return same_words(text) == same_words(built_in)
