"""The plan's own evaluation: counts in its prose that the statuses do not bear out."""

from collections.abc import Iterator

from plan.checks.check import Check, Subject
from plan.documents.results import strange_counts
from plan.errors import say
from plan.fields import FIELDS
from plan.findings import Finding, Place, Severity

_SUMMARY = next(field for field in FIELDS if (field.table, field.name) == ("plan", "evaluation_summary"))


def closing_findings(subject: Subject) -> Iterator[Finding]:
    """A finding for every count that is none of the report's own, where statuses have been entered."""
    report = subject.results
    if report is None or not report.tally.total:
        return
    for count in strange_counts(report.outline.evaluation_summary, report.tally):
        sentence = say(
            "計画の評価の文にある「{count}項目」が、{year}の実施状況の件数（{counts}）のどれとも合いません。"
            "文か実施状況を確かめてください。",
            count=count,
            year=report.year.label,
            counts=report.tally.told,
        )
        yield COUNTS_DISAGREE.found(sentence, Place(year=report.year, field=_SUMMARY))


COUNTS_DISAGREE = Check(
    "counts_disagree", say("計画の評価の文と実施状況の件数の違い"), Severity.NOTICE, of_plan=closing_findings
)
CHECKS = (COUNTS_DISAGREE,)
"""The checks of this trade."""
