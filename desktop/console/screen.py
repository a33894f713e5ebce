"""The window, opened from the command line where there is a screen to open it on."""

import gc
import os
import sys
from collections.abc import Callable
from pathlib import Path

from plan.errors import PlanError

_NEEDS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_screen() -> bool:
    """Whether a window can be shown; without one Qt would end the process with words for programmers."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in _NEEDS)


def open_on_screen(file: Path | None) -> int:
    """Open the window; answers its exit status when it is closed."""
    if not has_screen():
        raise PlanError("画面のない環境のため、あゆみの画面を開けません。画面のある環境で実行してください。")
    return _window()(file)


def _window() -> Callable[[Path | None], int]:
    """What opens the window: loaded now, and quickly."""
    gc.disable()  # of what is made while loading nothing is garbage
    # PySide6 reads the source of every module that is loaded after it, SQLAlchemy's many among them.
    import db.file.planfile  # noqa: F401, PLC0415
    from desktop.app import open_window  # noqa: PLC0415 - Qt only when a window opens

    gc.freeze()
    gc.enable()
    return open_window
