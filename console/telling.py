"""How the command line tells its results: sentences for people, one JSON document for programs."""

import json
import sys
from collections.abc import Iterable

from exports.document import Loss
from plan.errors import Sentence
from plan.findings import Finding, Severity
from work.language import N_, _, pgettext, sentence
from work.wording import loss_text


def tell(template: str, /, **values: object) -> None:
    """One sentence to standard output."""
    words = _(template)
    sys.stdout.write(f"{words.format(**values) if values else words}\n")


def line(text: str) -> None:
    """A text that is in its language already, to standard output."""
    sys.stdout.write(f"{text}\n")


def document(content: object) -> None:
    """One JSON document to standard output."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def notices(found: Iterable[Sentence]) -> None:
    """What somebody who opened a file should know, to standard error."""
    for each in found:
        sys.stderr.write(f"{sentence(each)}\n")


def losses(found: Iterable[Loss]) -> None:
    """What a reader of the file will not see, cell by cell, to standard error."""
    for loss in found:
        sys.stderr.write(loss_text(loss) + "\n")


_SEVERITIES = {Severity.ERROR: N_("エラー"), Severity.WARNING: N_("警告"), Severity.NOTICE: N_("お知らせ")}


def finding(found: Finding) -> dict[str, object]:
    """A finding as programs read it: its place in the source and in the plan, as far as they are known."""
    place = found.place
    return {
        "severity": found.severity.value,
        "check": found.check,
        "sheet": place.sheet,
        "line": place.line,
        "column": place.column,
        "row": place.number,
        "department": place.department,
        "content": place.content or None,
        "year": None if place.year is None else int(place.year),
        "field": None if place.field is None else place.field.name,
        "message": sentence(found.sentence),
        "quote": found.quote,
    }


def tell_finding(found: Finding) -> None:
    """A finding on one line: how grave, where, what."""
    place = found.place
    parts = [
        _("シート {name}").format(name=place.sheet) if place.sheet else "",
        _("{line} 行目").format(line=place.line) if place.line else "",
        _("{column} 列目").format(column=place.column) if place.column else "",
        _("番号 {number}").format(number=place.number) if place.number else "",
        place.department,
        f"「{place.brief}」" if place.brief else "",
        place.year.label if place.year is not None else "",
        pgettext("field", place.field.label) if place.field is not None else "",
    ]
    where = " ".join(part for part in parts if part)
    line(f"  {_(_SEVERITIES[found.severity])}  {where}  {sentence(found.sentence)}")


def value(text: object) -> str:
    """A value of the plan on one line."""
    return _("（未入力）") if text is None else str(text).replace("\n", "⏎")
