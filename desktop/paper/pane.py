"""A document's pages with their bar, made in the background while one goes on choosing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import QSizeF, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.kit.background import Latest, Work
from desktop.paper.bar import PagesBar
from desktop.paper.losses import LossesPanel
from desktop.paper.pages_view import PagesView
from desktop.paper.rendering import page_sizes
from exports.document import Block, Document, Table
from plan.errors import PlanError
from plan.progress import Progress
from work.documents import Pages, set_pages
from work.language import _, sentence

_FIRST_ROWS = 60  # enough to fill the first page whatever the texts


@dataclass(frozen=True, slots=True)
class Paper:
    """A document with its pages; `whole` tells whether these are all of them."""

    document: Document
    pages: Pages
    sizes: tuple[QSizeF, ...]
    whole: bool


class PagesPane(QWidget):
    """Shows whatever document it is told to make; `ready` tells that all pages are there, or none can be."""

    ready = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.paper: Paper | None = None
        self._work: Latest[Paper] = Latest(self)
        self._work.ended.connect(self._show_paper)
        self.view = PagesView(self)
        self.bar = PagesBar(self.view, self)
        self.losses = LossesPanel(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.bar)
        column.addWidget(self.view, 1)
        column.addWidget(self.losses)

    def show_document(self, compose: Callable[[], Document]) -> None:
        """Make a document and show it: the first page at once, all of them as soon as they are set."""
        self.stop()
        self.view.say(_("ページを作っています…"))
        self._work.start(partial(_first_pages, compose))

    def stop(self) -> None:
        """Let go of what is being made; it reads the plan no more when this returns."""
        self.paper = None
        self._work.finish()

    def _show_paper(self, work: Work[Paper]) -> None:
        try:
            paper = work.result()
        except PlanError as error:
            self._show_nothing(sentence(error.sentence))
            return
        self.view.show_pdf(paper.pages.pdf, paper.sizes)
        self.bar.show_place(all_known=paper.whole)
        if not paper.whole:
            self._work.start(partial(_all_pages, paper.document))
            return
        self.paper = paper
        self.losses.show_losses(paper.pages.losses)
        self.ready.emit()

    def _show_nothing(self, word: str) -> None:
        self.view.say(word)
        self.view.show_pdf(b"", ())
        self.bar.show_place()
        self.ready.emit()


def _first_pages(compose: Callable[[], Document], progress: Progress) -> Paper:
    document = compose()
    progress(0, 0)  # a choice made meanwhile ends this one
    beginning = _beginning(document)
    return _set(document, beginning, progress, whole=beginning is document)


def _all_pages(document: Document, progress: Progress) -> Paper:
    return _set(document, document, progress, whole=True)


def _set(document: Document, part: Document, progress: Progress, *, whole: bool) -> Paper:
    pages = set_pages(part, progress)
    return Paper(document, pages, page_sizes(pages.pdf), whole)


def _beginning(document: Document) -> Document:
    """As much of a long document as surely fills its first page; the document itself where it is short."""
    room = _FIRST_ROWS
    blocks: list[Block] = []
    for block in document.blocks:
        if isinstance(block, Table) and len(block.rows) > room:
            blocks.append(replace(block, rows=block.rows[:room]))
            return replace(document, blocks=tuple(blocks))
        room -= len(block.rows) if isinstance(block, Table) else 1
        if room < 0:
            return replace(document, blocks=tuple(blocks))
        blocks.append(block)
    return document
