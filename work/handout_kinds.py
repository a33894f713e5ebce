"""The kinds of file that can be handed out to departments: ONE table, from which the dialog is drawn."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from db.exchange.distribution import EXCEL, FILE, Distribution
from db.exchange.handout import write_files
from db.store.working import Connection
from work.language import N_
from work.questionnaires import questionnaire

Writer = Callable[[Connection, Sequence[Distribution], Path], list[Path]]
"""Writes one file for each distribution into a folder: all of them in their order, or none and a PlanError."""


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of file; `id` is what the plan remembers, `name` a text of the context "Collect"."""

    id: str
    name: str
    write: Writer


def _write_workbooks(connection: Connection, made: Sequence[Distribution], folder: Path) -> list[Path]:
    return write_files(connection, made, folder, questionnaire)


KINDS: tuple[Kind, ...] = (
    Kind(FILE, N_("あゆみのファイル"), write_files),
    Kind(EXCEL, N_("Excel の調査票"), _write_workbooks),
)
"""The usual kind first."""


def kind_named(kind_id: str) -> Kind:
    """The kind of that id."""
    return next(kind for kind in KINDS if kind.id == kind_id)
