"""The line at the bottom: what is saved, how many rows are shown, what is chosen, how large the letters are."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from desktop.kit.icons import coloured_icon
from desktop.kit.shown_plan import ShownPlan
from desktop.kit.theme import colours
from desktop.table.plan_view import PlanView
from work.language import _, sentence
from work.open_plan import Saved

_ICON = QSize(16, 16)


class StatusLine(QStatusBar):
    """Tells without being asked."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._mark, self.saved = QLabel(self), QLabel(self)
        self.rows, self.chosen, self.zoom = QLabel(self), QLabel(self), QLabel(self)
        for label in (self._mark, self.saved):
            self.addWidget(label)
        for label in (self.chosen, self.rows, self.zoom):
            self.addPermanentWidget(label)

    def show_saved(self, plan: ShownPlan | None, *, is_writing: bool = False) -> None:
        """Say how the work stands; what is being written is not saved yet."""
        if plan is None:
            self._mark.clear()
            self.saved.clear()
            return
        look = colours()
        name, colour, text, more = self._writing() if is_writing else self._words(plan)
        pixmap = coloured_icon(name, QColor(getattr(look, colour))).pixmap(_ICON, self.devicePixelRatio())
        self._mark.setPixmap(pixmap)
        self.saved.setText(text)
        self.saved.setToolTip(more)
        self._mark.setToolTip(more)

    @staticmethod
    def _writing() -> tuple[str, str, str, str]:
        more = _("確定すると保存されます。書きかけの文章は、このパソコンに控えています。")
        return "pencil", "accent", _("入力中（未確定）"), more

    def _words(self, plan: ShownPlan) -> tuple[str, str, str, str]:
        """Icon, colour, text, and the longer text behind it."""
        if plan.saved is Saved.READ_ONLY:
            return "lock", "warning", _("読むだけで開いています"), _("この画面では直せません。")
        if plan.saved is Saved.REFUSED and plan.refusal is not None:
            return (
                "triangle-alert",
                "warning",
                _("入力は保存済みですが、計画ファイルに反映できません"),
                sentence(plan.refusal),
            )
        if plan.saved is Saved.PENDING:
            more = _("入力はこのパソコンに保存されています。計画ファイルにもまもなく反映します。")
            return "check", "accent", _("保存済み（計画ファイルに反映中）"), more
        return "cloud-check", "accent", _("保存済み"), _("計画ファイルも最新の内容です。")

    def show_view(self, view: PlanView | None) -> None:
        """Say what the grid shows."""
        if view is None:
            for label in (self.rows, self.chosen, self.zoom):
                label.clear()
            return
        shown, all_rows = view.model.rowCount(), len(view.model.table.rows)
        if shown == all_rows:
            self.rows.setText(_("{count} 行").format(count=all_rows))
        else:
            self.rows.setText(_("{all} 行中 {shown} 行を表示").format(all=all_rows, shown=shown))
        count = view.chosen_count
        self.chosen.setText(_("{count} セルを選択").format(count=count) if count > 1 else "")
        self.zoom.setText(f"{round(view.grid.zoom * 100)} %")
