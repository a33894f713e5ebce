"""The bar above the pages: which page of how many, and how large."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSpinBox, QToolButton, QWidget

from desktop.kit.icons import icon
from desktop.kit.theme import styled
from desktop.paper.pages_view import Fit, PagesView
from work.language import _, pgettext

_ICON = QSize(18, 18)
_NUMBER_WIDTH = 64


class PagesBar(QFrame):
    """Turns pages of a view and changes their size; `row` is where a window puts more at the right."""

    def __init__(self, view: PagesView, parent: QWidget) -> None:
        super().__init__(parent)
        self._view, self._all_known = view, True
        self.number = QSpinBox(self, minimum=0, maximum=0)
        self.number.setKeyboardTracking(False)
        self.number.setMinimumWidth(_NUMBER_WIDTH)
        self.number.setAccessibleName(_("ページ番号"))
        self._count, self._zoom = QLabel(self), styled(QLabel(self), "muted")
        self.before = self._button("arrow-up", _("前のページ"), "Ctrl+PgUp")
        self.after = self._button("arrow-down", _("次のページ"), "Ctrl+PgDown")
        self.smaller = self._button("zoom-out", pgettext("zoom", "縮小"), "-")
        self.larger = self._button("zoom-in", pgettext("zoom", "拡大"), "+")
        self.width_fit = self._switch(_("幅に合わせる"))
        self.page_fit = self._switch(_("全体を表示"))
        self.row = QHBoxLayout(self)
        self._arrange()
        self._connect()
        self.show_place()

    def _arrange(self) -> None:
        self.row.setContentsMargins(0, 0, 0, 0)
        self.row.setSpacing(4)
        for widget in (self.before, self.after, self.number, self._count):
            self.row.addWidget(widget)
        self.row.addSpacing(12)
        for widget in (self.smaller, self._zoom, self.larger, self.width_fit, self.page_fit):
            self.row.addWidget(widget)
        self.row.addStretch(1)

    def _connect(self) -> None:
        view = self._view
        self.before.clicked.connect(lambda: view.step(-1))
        self.after.clicked.connect(lambda: view.step(1))
        self.smaller.clicked.connect(lambda: view.zoom_by(-1))
        self.larger.clicked.connect(lambda: view.zoom_by(1))
        self.width_fit.clicked.connect(lambda: view.fit_to(Fit.WIDTH))
        self.page_fit.clicked.connect(lambda: view.fit_to(Fit.PAGE))
        self.number.valueChanged.connect(lambda page: view.go_to(page - 1))
        view.page_changed.connect(lambda: self.show_place(all_known=self._all_known))
        view.zoom_changed.connect(lambda: self.show_place(all_known=self._all_known))

    def _button(self, picture: str, name: str, keys: str) -> QToolButton:
        button = QToolButton(self, autoRaise=True)
        button.setToolTip(f"{name} ({keys})")
        button.setAccessibleName(name)
        button.setIcon(icon(picture))
        button.setIconSize(_ICON)
        return button

    def _switch(self, name: str) -> QToolButton:
        button = QToolButton(self, autoRaise=True)
        button.setText(name)
        button.setCheckable(True)
        return button

    def show_place(self, *, all_known: bool = True) -> None:
        """Show where the view stands; how many pages there are only where all are known."""
        view, self._all_known = self._view, all_known
        self.number.blockSignals(True)  # noqa: FBT003 - Qt's own
        self.number.setRange(min(1, view.count), view.count)
        self.number.setValue(view.page + 1)
        self.number.blockSignals(False)  # noqa: FBT003 - Qt's own
        count = str(view.count) if all_known else "…"
        self._count.setText(_("/ {count} ページ").format(count=count))
        self._zoom.setText(f"{round(view.zoom * 100)} %")
        self.before.setEnabled(view.page > 0)
        self.after.setEnabled(view.page < view.count - 1)
        self.width_fit.setChecked(view.fit is Fit.WIDTH)
        self.page_fit.setChecked(view.fit is Fit.PAGE)
