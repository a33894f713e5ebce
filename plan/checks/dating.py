"""Dates in the cells: days that no calendar has, years that an era never had, days outside their fiscal year."""

import datetime as dt
from collections.abc import Iterator

from plan.checks.check import Check
from plan.checks.checked_rows import YEARLY_TEXTS, Row, Terms, YearTexts, prose_of
from plan.dates import WrittenDate, dates_in
from plan.era import FiscalYear
from plan.errors import say
from plan.fields import Field
from plan.findings import Finding, Severity
from plan.measures import measures

_CLOSING = (5, 31)  # the accounts of a fiscal year stay open for two months


def impossible_dates(row: Row, _: Terms) -> Iterator[Finding]:
    """Dates that do not exist, and era years before the era."""
    for at, year, text in prose_of(row):
        for found in dates_in(text) if text else ():
            yield from _impossible(row, at, year, found)


def _impossible(row: Row, at: Field, year: FiscalYear | None, found: WrittenDate) -> Iterator[Finding]:
    if not found.exists:
        sentence = say("「{date}」という日付はありません。正しい日付に直してください。", date=found.text)
        yield DATE_IMPOSSIBLE.found_in(row, sentence, at, year)
    elif found.before_its_era:
        sentence = say(
            "「{date}」は、{era}が始まる前の日付です。元号と年を確かめてください。", date=found.text, era=found.era
        )
        yield ERA_IMPOSSIBLE.found_in(row, sentence, at, year)


def dates_outside_year(row: Row, _: Terms) -> Iterator[Finding]:
    """Figures counted on a day that lies outside the fiscal year of their cell."""
    for texts in row.years:
        for at in YEARLY_TEXTS:
            day = _outside(texts, at)
            if day is not None:
                sentence = say(
                    "{year}の{field}の数値が、年度の外の日（{day}現在）のものになっています。"
                    "日付か列を確かめてください。",
                    year=texts.year.label,
                    field=at.label,
                    day=f"{day.year}年{day.month}月{day.day}日",
                )
                yield DATE_OUTSIDE_YEAR.found_in(row, sentence, at, texts.year)


def _outside(texts: YearTexts, at: Field) -> dt.date | None:
    first, last = dt.date(texts.year, 4, 1), dt.date(texts.year + 1, *_CLOSING)
    days = (m.as_of for m in measures(texts.text(at), reported=not at.ahead))
    return next((day for day in days if day is not None and not first <= day <= last), None)


DATE_IMPOSSIBLE = Check("date_impossible", say("存在しない日付"), Severity.WARNING, of_row=impossible_dates)
ERA_IMPOSSIBLE = Check("era_impossible", say("元号の始まる前の日付"), Severity.WARNING, of_row=impossible_dates)
DATE_OUTSIDE_YEAR = Check("date_outside_year", say("年度の外の日付"), Severity.NOTICE, of_row=dates_outside_year)
CHECKS = (DATE_IMPOSSIBLE, ERA_IMPOSSIBLE, DATE_OUTSIDE_YEAR)
"""The checks of this trade."""
