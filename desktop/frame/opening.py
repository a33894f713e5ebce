"""Opening and making plan files, with the questions that this takes."""

from pathlib import Path

from PySide6.QtCore import QStandardPaths
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox, QWidget

from db.edit.structure import NewPlan
from db.exchange.department_file import is_department_file
from db.exchange.package import SUFFIX as PART_SUFFIX
from db.file.lock import PlanLocked
from db.file.planfile import PlanFile, create_plan, open_plan
from db.file.received import SIZE_LIMIT
from db.file.workfile import WorkFile
from db.store.disk import read_whole, write_whole
from db.store.working import Actor
from desktop.exchange.part import open_part
from desktop.frame.plan_verbs import fill_new_plan, new_plan_form
from desktop.kit.preferences import FOLDER, PERSON, Settings
from plan.era import FiscalYear, YearRange
from work.days import this_fiscal_year
from work.language import _, sentence
from work.samples import create_sample

SUFFIX = ".ayumi"
_USUAL_YEARS = 5


def actor(settings: Settings) -> Actor:
    """Whoever sits here, under the name that they gave."""
    return Actor.here(settings.get(PERSON))


def open_file(parent: QWidget, path: Path, settings: Settings) -> WorkFile | None:
    """Open a plan or a department's file; the person chooses what to do where somebody else has it open.

    None when they leave it.
    """
    if path.is_file() and is_department_file(path):
        return open_part(parent, path, actor(settings))
    try:
        return open_plan(path, actor(settings))
    except PlanLocked as error:
        return _while_locked(parent, path, error, settings)


def _while_locked(parent: QWidget, path: Path, error: PlanLocked, settings: Settings) -> PlanFile | None:
    chosen = choice_while_locked(parent, error)
    if chosen == "read":
        return open_plan(path, actor(settings), read_only=True)
    return _open_copy(parent, path, settings) if chosen == "copy" else None


def choice_while_locked(parent: QWidget, error: PlanLocked) -> str:
    """Say who has the plan open and ask what to do: "read", "copy" or "leave"."""
    box = QMessageBox(QMessageBox.Icon.Information, QApplication.applicationDisplayName(), sentence(error.sentence))
    box.setParent(parent, box.windowFlags())
    box.setInformativeText(
        _("読むだけで開くか、控えを作って開くことができます。控えに書いた内容は、元の計画には入りません。")
    )
    read = box.addButton(_("読むだけで開く"), QMessageBox.ButtonRole.AcceptRole)
    copy = box.addButton(_("控えを作って開く…"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(read)
    box.exec()
    clicked = box.clickedButton()
    return "read" if clicked is read else "copy" if clicked is copy else "leave"


def _open_copy(parent: QWidget, path: Path, settings: Settings) -> PlanFile | None:
    copy = ask_copy(parent, path)
    return open_plan(copy, actor(settings)) if copy is not None else None


def ask_copy(parent: QWidget, path: Path) -> Path | None:
    """Ask for a place and copy the plan file there; None when that was cancelled."""
    proposed = path.with_name(_("{name}（控え）").format(name=path.stem) + SUFFIX)
    target = ask_place(parent, _("控えの保存"), proposed)
    if target is None or target == path:
        return None
    write_whole(target, read_whole(path, SIZE_LIMIT))
    return target


def ask_place(parent: QWidget, title: str, proposed: Path, suffix: str = SUFFIX) -> Path | None:
    """Ask where a plan file shall be written; the suffix is ours."""
    kinds = _("あゆみの計画 (*{suffix})").format(suffix=suffix)
    name = QFileDialog.getSaveFileName(parent, title, str(proposed), kinds)[0]
    if not name:
        return None
    return Path(name) if name.endswith(suffix) else Path(name + suffix)


def ask_file(parent: QWidget, settings: Settings) -> Path | None:
    """Ask which plan file to open."""
    kinds = _("あゆみの計画・部署のファイル ({patterns})").format(patterns=f"*{SUFFIX} *{PART_SUFFIX}")
    title = _("計画を開く")
    name = QFileDialog.getOpenFileName(parent, title, str(_folder(settings)), kinds)[0]
    return Path(name) if name else None


def ask_new_plan(parent: QWidget, settings: Settings) -> PlanFile | None:
    """Ask for the facts of a new plan and where it shall be kept; None when that was cancelled."""
    first = this_fiscal_year()
    years = YearRange(first, FiscalYear(first + _USUAL_YEARS - 1))
    form, made = new_plan_form(parent, NewPlan("", "", years))
    form.exec()
    place = ask_new_place(parent, made[0].title, settings) if made else None
    if place is None:
        return None
    plan_file = create_plan(place, actor(settings))
    fill_new_plan(plan_file, made[0])
    return plan_file


def ask_new_place(parent: QWidget, title: str, settings: Settings) -> Path | None:
    """Ask where a new plan of that title shall be kept."""
    name = title.translate({ord(c): "_" for c in '\\/:*?"<>|'})
    return ask_place(parent, _("計画を保存する場所"), _folder(settings) / f"{name}{SUFFIX}")


def open_sample(parent: QWidget, settings: Settings) -> WorkFile | None:
    """Open the sample plan, which is made in the person's documents when it is asked for first."""
    path = _documents() / _("あゆみ 見本の計画{suffix}").format(suffix=SUFFIX)
    if path.exists():
        return open_file(parent, path, settings)
    path.parent.mkdir(parents=True, exist_ok=True)
    return create_sample(path, actor(settings))


def _folder(settings: Settings) -> Path:
    return Path(settings.get(FOLDER) or _documents())


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
