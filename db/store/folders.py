"""Where Ayumi keeps what is its own on this PC: working stores and backups, never on a share."""

import os
from pathlib import Path

import platformdirs

from db.store.disk import telling

VARIABLE = "AYUMI_HOME"


def home() -> Path:
    """The folder that AYUMI_HOME names (a portable copy, a test), else the user's own local data folder."""
    given = os.environ.get(VARIABLE)
    return Path(given).absolute() if given else Path(platformdirs.user_data_dir("ayumi", appauthor=False))


def folder(*names: str) -> Path:
    """A folder in there, made when it is missing and closed to other users."""
    found = home().joinpath(*names)
    with telling(found):
        found.mkdir(mode=0o700, parents=True, exist_ok=True)
    return found
