"""`ayumi export`: one of the documents in the format that the name's ending gives, or the whole plan as JSON."""

import argparse
from pathlib import Path

from console import telling
from console.files import plan_of
from console.progress import bar
from console.status import DONE, REMAINS
from db.file.whole_plan import whole_plan
from db.read.grades import departments_or_divisions_named
from db.read.table import Scope, plan_facts
from db.store.disk import write_whole
from db.store.working import Store
from exports.document import Document, Overfull, TooManyPages
from plan.documents.tally import Counting
from plan.era import YearRange
from plan.errors import PlanError
from plan.table import Order
from work.documents import FORMS, Asked, Choice, Form, form_named, write_file
from work.writing import FORMATS


def export(arguments: argparse.Namespace) -> int:
    """Write what was asked for."""
    with plan_of(arguments.file, read_only=True) as plan_file:
        if arguments.out.suffix.lower() == ".json":
            if arguments.form is not None:
                raise PlanError("JSON には計画のすべてを書き出すため、--form は使えません。--form を外してください。")
            with plan_file.store.reading() as connection:
                text = whole_plan(connection)
            _write_text(text, arguments.out)
            return DONE
        form = form_named(arguments.form or FORMS[0].id)
        _expect_fit(form, arguments.out.suffix.lower())
        document = form.compose(plan_file.store, _asked(plan_file.store, arguments))
    return export_document(document, arguments.out)


def _expect_fit(form: Form, suffix: str) -> None:
    """Refuse to write what is no table as nothing but tables."""
    found = FORMATS.get(suffix)
    if found is None or not found.only_tables or Choice.TABLE in form.choices:
        return
    raise PlanError(
        "{format} で書き出せるのは{forms}だけです。{suffixes} のどれかにしてください。",
        format=found.name,
        forms="、".join(form.name for form in FORMS if Choice.TABLE in form.choices),
        suffixes=" ".join(suffix for suffix, found in FORMATS.items() if not found.only_tables),
    )


def _asked(store: Store, arguments: argparse.Namespace) -> Asked:
    """What the words of the command ask for."""
    with store.reading() as connection:
        years = _years(arguments.years, plan_facts(connection).years) if arguments.years else None
        departments = departments_or_divisions_named(connection, arguments.department) if arguments.department else None
    scope = Scope(
        years=years,
        departments=departments,
        lead_only=arguments.lead_only,
        order=Order(arguments.order),
        grades=arguments.grades,
    )
    return Asked(scope, arguments.label, Counting(arguments.relisted) if arguments.relisted else None, arguments.proof)


def _years(text: str, known: YearRange) -> YearRange:
    """The asked years; PlanError where the plan does not have them all."""
    asked = YearRange.parse(text)
    if asked.first not in known or asked.last not in known:
        raise PlanError(
            "「{text}」は計画の期間（{first}から{last}まで）にありません。年度を確かめてください。",
            text=text,
            first=known.first.label,
            last=known.last.label,
        )
    return asked


def _write_text(text: str, out: Path) -> None:
    write_whole(out, text.encode())
    telling.tell("{file} に書き出しました。", file=out)


def export_document(document: Document, out: Path) -> int:
    """Write the document and tell what a reader will not see of it, or not as it should be."""
    with bar(out.name) as progress:
        losses = write_file(document, out, progress)
    telling.losses(losses)
    telling.tell("{file} に書き出しました。", file=out)
    return REMAINS if any(isinstance(loss, Overfull | TooManyPages) for loss in losses) else DONE
