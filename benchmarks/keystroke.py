"""What one Enter costs: our own calls and the statements that reach SQLite, in the whole window over the sample plan.

QT_QPA_PLATFORM=offscreen python benchmarks/keystroke.py
"""

import os
import sys
import tempfile
from collections import Counter
from pathlib import Path
from types import FrameType

import sqlalchemy as sa
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

ROOMS = ("desktop", "db", "work", "plan")
TEXT = "abc"


def main() -> None:
    """Type a text, press Enter, and tell what that last key did."""
    with tempfile.TemporaryDirectory() as folder:
        os.environ["AYUMI_HOME"] = os.environ["HOME"] = folder
        calls, statements = measure(Path(folder))
    print(f"calls of our own: {calls.total()}, statements: {len(statements)}")
    if "-v" in sys.argv:
        for name, count in calls.most_common(40):
            print(f"{count:5} {name}")
        print("\n".join(" ".join(statement.split())[:110] for statement in statements))


def measure(folder: Path) -> tuple[Counter[str], list[str]]:
    """The calls and the statements of the second Enter; the first one warms everything up."""
    from db.store.working import Actor  # noqa: PLC0415 - the folder is named first
    from tests.desktop.screens import go_to, opened_window  # noqa: PLC0415
    from work.samples import create_sample  # noqa: PLC0415

    path = folder / "plan.ayumi"
    create_sample(path, Actor("A", "PC")).close()
    window, view = opened_window(path)
    window.activateWindow()
    go_to(view)
    QApplication.processEvents()
    statements: list[str] = []
    sa.event.listen(view.plan.file.store.engine, "before_cursor_execute", lambda *given: statements.append(given[2]))
    for _ in range(2):
        QTest.keyClicks(_keyboard(), TEXT)
        QApplication.processEvents()
        statements.clear()
        calls = counted()
    made = list(statements)
    window.close()
    return calls, made


def counted() -> Counter[str]:
    """Press Enter, and count the calls of functions of our rooms until everything has been drawn."""
    home = Path(sys.modules["desktop"].__file__ or "").parents[1].as_posix() + "/"
    calls: Counter[str] = Counter()

    def count(frame: FrameType, event: str, _argument: object) -> None:
        code = frame.f_code
        place = code.co_filename.removeprefix(home)
        if event == "call" and place.split("/")[0] in ROOMS and not code.co_name.startswith("<"):
            calls[f"{place}:{code.co_qualname}"] += 1

    sys.setprofile(count)
    try:
        QTest.keyClick(_keyboard(), Qt.Key.Key_Return)
        QApplication.processEvents()
    finally:
        sys.setprofile(None)
    return calls


def _keyboard() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


if __name__ == "__main__":
    main()
