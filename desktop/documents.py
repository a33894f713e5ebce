"""The documents that a plan becomes: which there are, what may be chosen about them, and how they are made."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from db.queries import PlanFacts, Scope, plan_facts, progress_table
from db.store import Store
from desktop.places import settings_folder
from exports.document import Document, Loss
from exports.fonts import further
from exports.forms.progress_table import compose
from exports.progress import Progress
from exports.truetype import Font
from exports.writing import write_document
from plan.era import YearRange

_FORBIDDEN = re.compile(r'[\\/:*?"<>|\x00-\x1f]')


@dataclass(frozen=True, slots=True)
class Asked:
    """What a person wants to have: the part of the plan, and the label at the top right (None: the plan's own)."""

    scope: Scope
    label: str | None = None


@dataclass(frozen=True, slots=True)
class Form:
    """One kind of document; `id` is its name on the command line, `name` the Japanese one for lists and file names."""

    id: str
    name: str
    compose: Callable[[Store, Asked], Document]


@dataclass(frozen=True, slots=True)
class Pages:
    """A document as PDF, and what of it the pages cannot show."""

    pdf: bytes
    losses: tuple[Loss, ...]


def _progress_table(store: Store, asked: Asked) -> Document:
    with store.reading() as connection:
        table, facts = progress_table(connection, asked.scope), plan_facts(connection)
    if asked.label is not None:
        table.document_label = asked.label
    return compose(table, author=facts.city)


FORMS = (Form("progress-table", "進行管理表", _progress_table),)


def form_named(form_id: str) -> Form:
    """The form of that name; the first where there is none any more."""
    return next((form for form in FORMS if form.id == form_id), FORMS[0])


def set_pages(document: Document, progress: Progress) -> Pages:
    """Set the document's pages in memory."""
    from exports.formats import pdf  # noqa: PLC0415 - loaded when the first page is wanted

    out = BytesIO()
    losses = pdf.write(document, out, fallbacks=city_fonts(), progress=progress)
    return Pages(out.getvalue(), tuple(losses))


def write_file(document: Document, path: Path, progress: Progress) -> tuple[Loss, ...]:
    """Write the document to a file whose ending gives the format; what stood there stays where that fails."""
    return tuple(write_document(document, path, progress, fallbacks=city_fonts()))


def city_fonts() -> tuple[Font, ...]:
    """The further fonts that a city has put beside the settings, for characters of its own (外字)."""
    return further(settings_folder() / "fonts")


def file_name(facts: PlanFacts, form: Form, years: YearRange | None, suffix: str) -> str:
    """A name as an office would give it: 第4次情報化計画_進行管理表_令和3年度.xlsx."""
    chosen = years or facts.years
    whole = chosen in (facts.years, YearRange(chosen.last, chosen.last))
    period = chosen.last.label if whole else f"{chosen.first.label}～{chosen.last.label}"
    return _FORBIDDEN.sub("_", f"{facts.title}_{form.name}_{period}") + suffix
