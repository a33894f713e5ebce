"""Where things lie: the files that travel with the program, and the person's own folder of settings."""

import os
from pathlib import Path

import resources


def resource(*parts: str) -> Path:
    """A file of the program's own, as `resource("icons", "save.svg")`."""
    return Path(resources.__file__).parent.joinpath(*parts)


def settings_folder() -> Path:
    """The folder of the person's settings; AYUMI_HOME puts everything of Ayumi's elsewhere."""
    home = os.environ.get("AYUMI_HOME")
    if home:
        return Path(home)
    # Imported here because most starts that set AYUMI_HOME never need it.
    from platformdirs import user_config_path  # noqa: PLC0415

    return user_config_path("ayumi", appauthor=False)
