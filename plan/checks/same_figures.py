"""One figure that stands in several places: an indicator, the table, the evaluation sheet, the report of results.

Nothing links them. A row of the table states an indicator where its figures have been the indicator's in other years;
a sheet or a report does where it writes the indicator's own noun before a figure in its unit.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import fields
from decimal import Decimal

from plan.checks.check import Check, Subject
from plan.checks.checked_rows import Row
from plan.checks.figures import same_unit, unit_of
from plan.documents.reports import EvaluationSheet, Indicator, ResultsReport
from plan.era import FiscalYear
from plan.errors import Sentence, say
from plan.fields import EVALUATION, FIELDS, TARGET, Field
from plan.findings import Finding, Place, Severity
from plan.folding import fold
from plan.measures import measures
from plan.states import number_of

Figures = Mapping[FiscalYear, Decimal]
_FIELDS = {(field.table, field.name): field for field in FIELDS}
_SHORTEST = 3  # characters of a noun that names one thing
_TELLING = 10  # from which two equal numbers are hardly chance
_FEWEST = 2  # years in which a row and an indicator agree, before they are taken for one figure
_EARLIER = re.compile(r"(?:前|昨|一昨)年度?(?:末|比)?の?$|当初の?$")
_GOALS = ("outcome_goal",)


def differing_figures(subject: Subject) -> Iterator[Finding]:
    """Every place that states another figure than its indicator."""
    nouns = _nouns(subject.indicators)
    for indicator in subject.indicators:
        results, targets = _figures(indicator, "result"), _figures(indicator, "target")
        for row in subject.rows:
            yield from _of_row(row, indicator, EVALUATION, results)
            yield from _of_row(row, indicator, TARGET, targets)
        noun = nouns[indicator.id]
        for sheet in subject.sheets:
            yield from _of_sheet(sheet, indicator, noun, (results, targets))
        if subject.results is not None:
            yield from _of_report(subject.results, indicator, noun, results)


def _figures(indicator: Indicator, name: str) -> Figures:
    told = ((year, number_of(getattr(said, name))) for year, said in indicator.years.items())
    return {year: number for year, number in told if number is not None}


def _of_row(row: Row, indicator: Indicator, at: Field, known: Figures) -> Iterator[Finding]:
    """The years in which a row that has always stated the indicator states something else."""
    for said in _by_part(row, indicator.unit, at).values():
        both = [year for year in said if year in known]
        agreeing = [year for year in both if said[year] == known[year]]
        telling = sum(known[year] >= _TELLING or known[year] % 1 != 0 for year in agreeing)
        if telling < _FEWEST or 2 * len(agreeing) <= len(both):
            continue
        for year in sorted(set(both) - set(agreeing)):
            yield FIGURE_DIFFERS.found_in(row, _sentence(indicator, at, year, said[year], known[year]), at, year)


def _by_part(row: Row, unit: str, at: Field) -> Mapping[str, dict[FiscalYear, Decimal]]:
    """What a row states in a unit: by the words before the figure, year by year, where it states one alone."""
    found: defaultdict[str, dict[FiscalYear, Decimal]] = defaultdict(dict)
    for texts in row.years:
        told = measures(texts.text(at), reported=not at.ahead)
        of_unit = [m for m in told if same_unit(unit_of(m), unit)]
        counts = Counter(m.part for m in of_unit)
        for measure in of_unit:
            number = measure.target if at.ahead else measure.result
            if number is not None and counts[measure.part] == 1:
                found[measure.part][texts.year] = number
    return found


def _sentence(indicator: Indicator, at: Field, year: FiscalYear, here: Decimal, there: Decimal) -> Sentence:
    values = {
        "year": year.label,
        "here": f"{here:,}{indicator.unit}",
        "there": f"{there:,}{indicator.unit}",
        "name": indicator.name,
        "field": at.label,
    }
    if at.ahead or at.name in _GOALS:
        return say(
            "{year}の{field}にある数値（{here}）が、指標「{name}」の目標（{there}）と違います。"
            "どちらが正しいか確かめてください。",
            **values,
        )
    return say(
        "{year}の{field}にある数値（{here}）が、指標「{name}」の結果（{there}）と違います。"
        "どちらが正しいか確かめてください。",
        **values,
    )


def _nouns(indicators: Sequence[Indicator]) -> Mapping[str, str]:
    """Each indicator's own noun: what follows the last の, where no other indicator ends so, else its whole name."""
    names = {i.id: re.sub(r"\(.*?\)", "", fold(i.name)).strip() for i in indicators}
    tails = {record: name.rsplit("の", 1)[-1] for record, name in names.items()}
    counts = Counter(tails.values())
    own = {record: len(tail) >= _SHORTEST and counts[tail] == 1 for record, tail in tails.items()}
    return {record: tails[record] if own[record] else name for record, name in names.items()}


def _stated(text: str, noun: str, unit: str) -> list[Decimal]:
    """The figures in the unit that follow the noun; what is told of an earlier year is left out."""
    if not noun or not unit or not text:
        return []
    pattern = re.compile(
        rf"{re.escape(noun)}[はがも:\s、,]*(?:約|延べ)?([0-9][0-9,]*(?:\.[0-9]+)?){re.escape(fold(unit))}"
    )
    folded = fold(text)
    found = (m for m in pattern.finditer(folded) if not _EARLIER.search(folded[: m.start()]))
    return [value for m in found if (value := number_of(m[1])) is not None]


def _of_sheet(
    sheet: EvaluationSheet, indicator: Indicator, noun: str, known: tuple[Figures, Figures]
) -> Iterator[Finding]:
    results, targets = known
    for name in (field.name for field in fields(sheet.texts)):
        there = (targets if name in _GOALS else results).get(sheet.year)
        if name not in (*_GOALS, "outcome_status", "summary") or there is None:
            continue
        said = _stated(getattr(sheet.texts, name), noun, indicator.unit)
        if said and there not in said:
            at = _FIELDS["evaluation_sheet", name]
            place = Place(number=sheet.number, department=sheet.department, year=sheet.year, field=at, record=sheet.id)
            yield FIGURE_DIFFERS.found(_sentence(indicator, at, sheet.year, said[0], there), place)


def _of_report(report: ResultsReport, indicator: Indicator, noun: str, results: Figures) -> Iterator[Finding]:
    there = results.get(report.year)
    if there is None:
        return
    texts = [(_FIELDS["item", "result"], field.result) for field in report.fields]
    texts += [(_FIELDS["item_status", "note"], line.note) for line in report.lines]
    for at, text in texts:
        said = _stated(text, noun, indicator.unit)
        if said and not set(said) & set(results.values()):  # a text without a year may tell of another
            place = Place(year=report.year, field=at, record=indicator.id)
            yield FIGURE_DIFFERS.found(_sentence(indicator, at, report.year, said[0], there), place)


FIGURE_DIFFERS = Check("figure_differs", say("指標と違う数値"), Severity.NOTICE, of_plan=differing_figures)
CHECKS = (FIGURE_DIFFERS,)
"""The checks of this trade."""
