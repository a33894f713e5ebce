"""The window, opened from the command line where there is a screen to open it on."""

import os
import sys
from collections.abc import Callable
from pathlib import Path

from plan.errors import PlanError

Opener = Callable[[Path | None], int]
"""Opens the window, with a file if one is given; answers its exit status when it is closed."""
_NEEDS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def has_screen() -> bool:
    """Whether a window can be shown; without one Qt would end the process with words for programmers."""
    return sys.platform in ("win32", "darwin") or any(os.environ.get(name) for name in _NEEDS)


def open_on_screen(open_window: Opener | None, file: Path | None) -> int:
    """Open the window; answers its exit status when it is closed. PlanError where there is none to open."""
    if open_window is None or not has_screen():
        raise PlanError("画面のない環境のため、あゆみの画面を開けません。画面のある環境で実行してください。")
    return open_window(file)
