"""What the tests of the sister documents' pages share: a window over the sample plan, and steps taken back."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QWidget

from db.file.planfile import open_plan
from db.log.changes import dump
from db.store.working import Actor
from desktop.app import create_application
from desktop.kit.preferences import Settings
from desktop.kit.qt_language import speak
from desktop.kit.shown_plan import ShownPlan
from desktop.pages.entry_window import EntryWindow
from desktop.pages.pages import pages

Dump = dict[str, list[tuple[object, ...]]]
_P = TypeVar("_P", bound=QWidget)


@cache
def _application() -> QApplication:
    return create_application(Settings())


@contextmanager
def entry_window(path: Path, *, read_only: bool = False) -> Iterator[EntryWindow]:
    """The window over a plan, in Japanese; closed for good afterwards."""
    speak(_application(), "ja")
    host = QWidget()
    plan_file = open_plan(path, Actor("青葉", "PC-1"), read_only=read_only)
    window = EntryWindow(ShownPlan(plan_file, host), pages(), host)
    window.show()
    QApplication.processEvents()
    try:
        yield window
    finally:
        window.close()
        QApplication.sendPostedEvents(window, QEvent.Type.DeferredDelete.value)
        window.plan.close()
        host.deleteLater()
        QApplication.sendPostedEvents(host, QEvent.Type.DeferredDelete.value)


def page_of(window: EntryWindow, name: str, kind: type[_P]) -> _P:
    """A page of the window, shown."""
    page = window.turn_to(f"entry.{name}")
    assert isinstance(page, kind)
    return page


def contents(window: EntryWindow) -> Dump:
    """Every record of the plan."""
    with window.plan.file.store.reading() as connection:
        return dump(connection)


def steps_taken(window: EntryWindow, before: Dump) -> None:
    """One step back is where it was, one step on is where it came to, twice."""
    after = contents(window)
    assert after != before
    for _ in range(2):
        window.undo.trigger()
        assert contents(window) == before
        window.redo.trigger()
        assert contents(window) == after
