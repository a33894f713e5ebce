"""What people start: with a verb the command line, else the window; the only place that knows both."""

import gc
import sys
from pathlib import Path

from console.cli import main as run


def main() -> int:
    """Do what the words after `ayumi` ask for; answers the exit status."""
    return run(open_window=_open_window)


def _open_window(path: Path | None) -> int:
    gc.disable()  # of what is made while loading nothing is garbage
    # PySide6 reads the source of every module that is loaded after it, SQLAlchemy's many among them.
    import db.file.planfile  # noqa: F401, PLC0415
    from desktop.app import open_window  # noqa: PLC0415 - Qt only when a window opens

    gc.freeze()
    gc.enable()
    return open_window(path)


if __name__ == "__main__":
    sys.exit(main())
