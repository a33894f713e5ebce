"""What a reader of a document will not see, told cell by cell."""

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget

from desktop.kit.theme import styled
from exports.document import Clipped, Loss, Overfull, PlainForm, TooManyPages, Unprintable, codes
from work.language import _

_HEIGHT = 120


def loss_text(loss: Loss) -> str:
    """One loss as a sentence that names its cell or page."""
    match loss:
        case Unprintable(where, character):
            text = _("{where}: 「{character}」（{code}）の字がフォントにないため、〓 で印刷されます。")
            return text.format(where=where, character=character, code=codes(character))
        case PlainForm(where, character):
            text = _("{where}: 「{character}」（{code}）の異体字がフォントにないため、標準の字形で印刷されます。")
            return text.format(where=where, character=character, code=codes(character))
        case Clipped(where):
            text = _("{where}: 文章が長く、Excel の行の高さに収まりません。ファイルにはすべて入っています。")
            return text.format(where=where)
        case Overfull(where, size, smallest, longest):
            text = _("{where}: 一枚に収めると文字が {size} ポイントになり、{smallest} ポイントより小さくなります。")
            return text.format(where=where, size=f"{size:g}", smallest=f"{smallest:g}") + _longest(longest)
        case TooManyPages(pages, limit, longest):
            text = _("{pages} ページになり、{limit} ページを超えています。")
            return text.format(pages=pages, limit=limit) + _longest(longest)


def _longest(places: Sequence[str]) -> str:
    """Where shortening would help most."""
    if not places:
        return ""
    return _("長い文章: {places}").format(places="、".join(places))


class LossesPanel(QWidget):
    """The list of losses under a headline; hidden while there are none."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.headline = styled(QLabel(self, wordWrap=True), "warning")
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setAccessibleName(_("見えないところ"))
        self.list.setMaximumHeight(_HEIGHT)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.headline)
        column.addWidget(self.list)
        self.hide()

    def show_losses(self, losses: Sequence[Loss]) -> None:
        """Show what was lost."""
        self.list.clear()
        self.list.addItems([loss_text(loss) for loss in losses])
        self.headline.setText(_("読む人に見えないところが {count} か所あります。").format(count=len(losses)))
        self.setVisible(bool(losses))
