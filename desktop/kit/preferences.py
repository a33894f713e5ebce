"""ONE table of what the window remembers: its look, its places, the person's name."""

import base64
import binascii
import json
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar, cast

from PySide6.QtCore import QByteArray, QSettings

from work.language import SOURCE, languages
from work.places import settings_folder

T = TypeVar("T", str, int, float, bool, bytes, list[str], dict[str, object])


@dataclass(frozen=True)
class Setting(Generic[T]):
    """One setting: its name in the file, what holds until somebody chooses (also its type), what may be chosen."""

    name: str
    default: T
    choices: tuple[T, ...] = ()


THEME = Setting("theme", "system", ("system", "light", "dark"))
LANGUAGE = Setting("language", SOURCE, languages())
PERSON = Setting("person", "")
RECENT = Setting[list[str]]("recent", [])
FOLDER = Setting("folder", "")
GEOMETRY = Setting("window/geometry", b"")
WINDOW_STATE = Setting("window/state", b"")
LISTS = Setting("window/lists", b"")
EDITOR_BESIDE, EDITOR_BELOW = Setting("window/editor_beside", b""), Setting("window/editor_below", b"")
SIDEBAR_SPLITTER = Setting("window/sidebar", b"")
SIDEBAR_SHOWN = Setting("window/sidebar_shown", True)  # noqa: FBT003 - the value of a setting
PANEL_SHOWN = Setting("window/panel_shown", True)  # noqa: FBT003 - the value of a setting
SIDEBAR_SHOWN_SMALL = Setting("window/sidebar_shown_small", False)  # noqa: FBT003 - the value of a setting
PANEL_SHOWN_SMALL = Setting("window/panel_shown_small", False)  # noqa: FBT003 - the value of a setting
GRADES_SHOWN = Setting("table/grades", False)  # noqa: FBT003 - the value of a setting
ORDER = Setting("table/order", "years", ("years", "fields"))
LAYOUT = Setting[dict[str, object]]("table/layout", {})
EXPORT_FOLDER = Setting("export/folder", "")
EXPORT_CHOICES = Setting[dict[str, object]]("export/choices", {})
IMPORT_FOLDER = Setting("import/folder", "")
DISTRIBUTION_FOLDER = Setting("distribution/folder", "")
RETURNS_FOLDER = Setting("returns/folder", "")

SETTINGS = (
    THEME, LANGUAGE, PERSON, RECENT, FOLDER, GEOMETRY, WINDOW_STATE, LISTS, EDITOR_BESIDE, EDITOR_BELOW,
    SIDEBAR_SPLITTER, SIDEBAR_SHOWN, PANEL_SHOWN, SIDEBAR_SHOWN_SMALL, PANEL_SHOWN_SMALL,
    GRADES_SHOWN, ORDER, LAYOUT, EXPORT_FOLDER, EXPORT_CHOICES, IMPORT_FOLDER, DISTRIBUTION_FOLDER, RETURNS_FOLDER,
)  # fmt: skip
_RECENT_FILES = 10


class Settings:
    """The person's settings in their ini file; what cannot be read there counts as never chosen."""

    def __init__(self, folder: Path | None = None) -> None:
        path = (folder or settings_folder()) / "settings.ini"
        self._file = QSettings(str(path), QSettings.Format.IniFormat)

    def get(self, setting: Setting[T]) -> T:
        """What was chosen, or the default."""
        written = self._file.value(setting.name)
        value = _read(written, setting.default) if isinstance(written, str) else None
        is_known = value is not None and (not setting.choices or value in setting.choices)
        return cast("T", value) if is_known else setting.default

    def put(self, setting: Setting[T], value: T) -> None:
        """Remember a choice."""
        self._file.setValue(setting.name, _written(value))

    def keep(self) -> None:
        """Write what is not written yet."""
        self._file.sync()

    def recent(self) -> list[Path]:
        """The plans opened last, newest first."""
        return [Path(name) for name in self.get(RECENT)]

    def remember(self, path: Path) -> None:
        """Put a plan on top of the recent ones."""
        others = [name for name in self.get(RECENT) if name != str(path)]
        self.put(RECENT, [str(path), *others][:_RECENT_FILES])
        self.put(FOLDER, str(path.parent))

    def forget(self, path: Path) -> None:
        """Take a plan off the recent ones."""
        self.put(RECENT, [name for name in self.get(RECENT) if name != str(path)])


def qt_bytes(value: QByteArray) -> bytes:
    """Qt's bytes as Python's."""
    return bytes(value.data())


def _written(value: object) -> str:
    if isinstance(value, bytes):
        return base64.b64encode(value).decode("ascii")
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=True)


def _read(written: str, default: object) -> object:
    """The value that was written, of the default's type; None where it cannot be."""
    if isinstance(default, str):
        return written
    try:
        value = base64.b64decode(written, validate=True) if isinstance(default, bytes) else json.loads(written)
    except (binascii.Error, ValueError):
        return None
    return value if type(value) is type(default) else None
