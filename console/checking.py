"""`ayumi check`: what a careful coordinator would find in a plan."""

import argparse
from collections import Counter
from pathlib import Path

from console import telling
from console.files import part_of, plan_of
from console.progress import bar
from console.status import DONE, REMAINS
from db.exchange.department_file import is_department_file
from db.read.checking import Checked, checked
from plan.findings import Finding, Severity
from work import days
from work.language import _
from work.pages import page_findings


def check(arguments: argparse.Namespace) -> int:
    """Tell the findings that nobody has accepted; some of severity error make the exit status 1."""
    found = _checked(arguments.file)
    if arguments.json:
        telling.document([_as_json(finding) for finding in found.findings])
    else:
        _tell(found)
    return REMAINS if any(f.severity is Severity.ERROR for f in found.findings) else DONE


def _checked(path: Path) -> Checked:
    """What is found in a plan, or in the cells that a department's file asks for."""
    today = days.today()
    if is_department_file(path):
        with part_of(path, read_only=True) as file:
            asked = file.asked()
            with file.store.reading() as connection:
                return checked(connection, today, asked)
    with plan_of(path, read_only=True) as plan:
        with bar(_("点検しています")) as progress:
            pages = page_findings(plan.store, progress)
        with plan.store.reading() as connection:
            return checked(connection, today, pages=pages)


def _as_json(finding: Finding) -> dict[str, object]:
    wanted = ("severity", "check", "row", "department", "content", "year", "field", "message")
    told = telling.finding(finding)
    return {name: told[name] for name in wanted}


def _tell(found: Checked) -> None:
    for finding in found.findings:
        telling.tell_finding(finding)
    counts = Counter(finding.severity for finding in found.findings)
    telling.tell(
        "エラー {errors} 件、警告 {warnings} 件、お知らせ {notices} 件（理由を付けて了承済み {accepted} 件）",
        errors=counts[Severity.ERROR],
        warnings=counts[Severity.WARNING],
        notices=counts[Severity.NOTICE],
        accepted=len(found.accepted),
    )
