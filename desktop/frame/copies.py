"""Copies of the open plan: as it stands, without its past, and what this PC still has of it."""

from desktop.frame import opening
from desktop.frame.main_window import Window
from work.backups import copy_without_history
from work.language import _


def save_copy(window: Window) -> None:
    """Write a copy of the plan as it stands."""
    if window.plan is None:
        return
    window.plan.publish(window)
    copy = opening.ask_copy(window, window.plan.path)
    if copy is not None:
        window.say(_("「{file}」に控えを保存しました。").format(file=copy.name))


def save_without_history(window: Window) -> None:
    """Write the plan as it stands as a file without a past."""
    if window.plan is None:
        return
    proposed = window.plan.path.with_name(_("{name}（履歴なし）").format(name=window.plan.path.stem))
    target = opening.ask_place(window, _("履歴を除いた写しの保存"), proposed)
    if target is not None:
        copy_without_history(window.plan.file.store, target)
        window.say(_("「{file}」に写しを保存しました。").format(file=target.name))


def bring_back(window: Window) -> None:
    """Show what this PC still has, and open what was brought back."""
    from desktop.frame.backup_window import BackupWindow  # noqa: PLC0415 - start-up must not wait for it

    files = [window.plan.path] if window.plan is not None else window.settings.recent()
    dialog = BackupWindow(files, window)
    dialog.exec()
    dialog.deleteLater()
    if dialog.restored is not None:
        window.open_path(dialog.restored)
