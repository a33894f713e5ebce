"""An import from its beginning to its end: into the open plan as one step, or as a plan of its own."""

from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from db.file.backups import Reason
from db.file.planfile import PlanFile, create_plan
from db.log.changes import recording
from desktop.frame.opening import actor, ask_new_place
from desktop.frame.plan_verbs import new_plan_form
from desktop.importing.import_window import ImportDialog
from desktop.kit.preferences import Settings
from desktop.kit.shown_plan import ShownPlan
from imports.kinds import accept, plan_of, start
from plan.errors import Sentence, say
from work import steps
from work.sources import Outcome


def run_import(parent: QWidget, plan: ShownPlan, source: Path | None = None) -> bool:
    """Let the person look at a source and take it into the open plan; whether that was done."""
    dialog = ImportDialog(parent, plan.file.store, Settings(), partial(_take_into, plan))
    return _shown(dialog, source)


def import_as_plan(parent: QWidget, settings: Settings, source: Path | None = None) -> PlanFile | None:
    """Let the person make a new plan of a source; the open plan, or None where they left it."""
    made: list[PlanFile] = []
    dialog = ImportDialog(parent, None, settings, partial(_take_as_plan, settings, made))
    _shown(dialog, source)
    return made[0] if made else None


def _shown(dialog: ImportDialog, source: Path | None) -> bool:
    if source is not None:
        dialog.read(source)
    done = dialog.exec() == ImportDialog.DialogCode.Accepted
    dialog.deleteLater()
    return done


def _take_into(plan: ShownPlan, parent: QWidget, outcome: Outcome) -> bool:
    if outcome.proposal is None:
        return False
    return plan.take_in(parent, Reason.IMPORT, _label(outcome), accept, outcome.proposal)


def _label(outcome: Outcome) -> Sentence:
    return say(steps.IMPORT, source=outcome.reading.source or "貼り付けた資料")


def _take_as_plan(settings: Settings, made: list[PlanFile], parent: QWidget, outcome: Outcome) -> bool:
    """Ask what the plan is called and where it shall be kept, and fill it."""
    proposed = plan_of(outcome.reading)
    form, named = new_plan_form(parent, replace(proposed, title=outcome.reading.title))
    form.exec()
    place = ask_new_place(parent, named[0].title, settings) if named else None
    if place is None:
        return False
    new = replace(named[0], notes=proposed.notes, levels=proposed.levels)
    with ExitStack() as undone:
        plan_file = create_plan(place, actor(settings))
        undone.callback(place.unlink, missing_ok=True)
        undone.callback(plan_file.close)
        with recording(plan_file.store, _label(outcome)) as door:
            start(door, outcome.reading, new)
        undone.pop_all()
    made.append(plan_file)
    return True
