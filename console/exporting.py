"""`ayumi export`: one of the documents in the format that the name's ending gives, or the whole plan as JSON."""

import argparse
from contextlib import closing
from pathlib import Path

import rich.console
import rich.progress

from console import telling
from console.status import DONE, REMAINS
from db.file.planfile import open_plan
from db.file.whole_plan import whole_plan
from db.read.grades import departments_or_divisions_named
from db.read.table import Scope
from db.store.disk import write_whole
from db.store.working import Actor, Store
from exports.document import Document, Overfull, TooManyPages
from plan.era import YearRange
from plan.errors import PlanError
from plan.table import Order
from plan.tally import Counting
from work.documents import FORMS, Asked, Choice, Form, form_named, write_file
from work.writing import FORMATS


def export(given: argparse.Namespace) -> int:
    """Write what was asked for."""
    with closing(open_plan(given.file, Actor.here(), read_only=True)) as plan_file:
        if given.out.suffix.lower() == ".json":
            with plan_file.store.reading() as connection:
                text = whole_plan(connection)
            _write_text(text, given.out)
            return DONE
        form = form_named(given.form)
        _expect_fit(form, given.out.suffix.lower())
        document = form.compose(plan_file.store, _asked(plan_file.store, given))
    return export_document(document, given.out)


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


def _asked(store: Store, given: argparse.Namespace) -> Asked:
    """What the words of the command ask for."""
    with store.reading() as connection:
        departments = departments_or_divisions_named(connection, given.department) if given.department else None
    scope = Scope(
        years=YearRange.parse(given.years) if given.years else None,
        departments=departments,
        lead_only=given.lead_only,
        order=Order(given.order),
        grades=given.grades,
    )
    return Asked(scope, given.label, Counting(given.relisted) if given.relisted else None, given.proof)


def _write_text(text: str, out: Path) -> None:
    write_whole(out, text.encode())
    telling.tell("{file} に書き出しました。", file=out)


def export_document(document: Document, out: Path) -> int:
    """Write the document and tell what a reader will not see of it, or not as it should be."""
    screen = rich.console.Console(stderr=True)
    with rich.progress.Progress(console=screen, transient=True, disable=not screen.is_terminal) as bar:
        task = bar.add_task(out.name)
        losses = write_file(document, out, lambda done, total: bar.update(task, completed=done, total=total))
    telling.losses(losses)
    telling.tell("{file} に書き出しました。", file=out)
    return REMAINS if any(isinstance(loss, Overfull | TooManyPages) for loss in losses) else DONE
