"""Submitting, and proposing a row: what a clerk is asked before it is done."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QMessageBox, QWidget

from db.read.table import ALL, items
from desktop.exchange.part import OpenPart
from desktop.kit.form import Form, choice, small_text
from plan.errors import PlanError
from plan.ids import AssignmentId, ItemId, RecordId
from plan.table import ProgressTable
from work.language import _, pgettext
from work.open_plan import Saved
from work.wording import place_label

_SHOWN = 8  # blank cells that are named


def submit(parent: QWidget, part: OpenPart, table: ProgressTable) -> bool:
    """Say that the department is done, bring it into the file, and tell what to do with the file.

    False where the person wants to fill in first what is left.
    """
    if part.part.complete or not part.writable:
        return True
    left = _places(part, table)
    if left and not _wants_as_it_is(parent, left):
        return False
    part.submit()
    part.publish(parent)
    _tell_done(parent, part)
    return True


def _places(part: OpenPart, table: ProgressTable) -> list[str]:
    rows = {row.id: row for row in table.rows}
    return [place_label(rows[cell.assignment], cell.column) for cell in part.missing()]


def _wants_as_it_is(parent: QWidget, left: list[str]) -> bool:
    text = _("あと {count} 件が未入力です。").format(count=len(left))
    more = _("ほか {count} 件").format(count=len(left) - _SHOWN) if len(left) > _SHOWN else ""
    hint = _("することがなかった欄は「該当なし」「事業展開なし」を入れてください。")
    box = QMessageBox(QMessageBox.Icon.Question, QApplication.applicationDisplayName(), text)
    box.setParent(parent, box.windowFlags())
    box.setInformativeText("\n".join([*(f"・{p}" for p in left[:_SHOWN]), *filter(None, [more]), "", hint]))
    back = box.addButton(_("記入に戻る"), QMessageBox.ButtonRole.RejectRole)
    go = box.addButton(_("未入力のまま提出する"), QMessageBox.ButtonRole.AcceptRole)
    box.setDefaultButton(back)
    box.exec()
    return box.clickedButton() is go


def _tell_done(parent: QWidget, part: OpenPart) -> None:
    if part.saved is Saved.REFUSED and part.refusal is not None:
        raise PlanError(part.refusal.template, **dict(part.refusal.values))
    to = part.asking.coordinator or _("取りまとめの担当")
    text = _("提出済みにしました。「{file}」を {to} へ返送してください。").format(file=part.path.name, to=to)
    box = QMessageBox(QMessageBox.Icon.Information, QApplication.applicationDisplayName(), text)
    box.setParent(parent, box.windowFlags())
    box.setInformativeText(str(part.path))
    folder = box.addButton(_("ファイルの場所を開く"), QMessageBox.ButtonRole.ActionRole)
    box.addButton(QMessageBox.StandardButton.Close)
    box.setDefaultButton(QMessageBox.StandardButton.Close)
    box.exec()
    if box.clickedButton() is folder:
        show_folder(part.path.parent)


def show_folder(folder: Path) -> None:
    """Show a folder in the system's own window."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


def ask_proposal(parent: QWidget, part: OpenPart) -> AssignmentId | None:
    """Ask for a new row; None when that was cancelled."""
    with part.file.store.reading() as connection:
        tree = items(connection)
    contents = {row.content for row in part.table(ALL).rows}
    projects = choice([(i.id, i.heading) for i in tree if i.id in {t.parent for t in tree if t.id in contents}])
    content = small_text()
    made: list[AssignmentId] = []

    def propose() -> None:
        if not content.text.strip():
            raise PlanError("実施内容を入力してください。")
        made.append(part.add_row(ItemId(RecordId(projects.currentData())), content.text))

    rows = [(_("実施事業"), projects), (_("実施内容"), content)]
    form = Form(parent, pgettext("collection", "行の追加の提案"), rows, propose)
    form.explain(_("計画に加えるかどうかは、取りまとめの担当が決めます。"), _("提案する"))
    form.exec()
    return made[0] if made else None
