"""LibreOffice with a profile of its own, which it has made before anything is measured."""

import subprocess
from pathlib import Path

_SETTINGS = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry" xmlns:xs="http://www.w3.org/2001/XMLSchema"
 xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="/org.openoffice.Office.Common/Misc">
<prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
</oor:items>
"""


def profile(folder: Path) -> Path:
    """The profile in a folder; made, and warmed by one start, when it is not there."""
    user = folder / "office"
    if not user.exists():
        settings = user / "user" / "registrymodifications.xcu"
        settings.parent.mkdir(parents=True)
        settings.write_text(_SETTINGS, encoding="utf-8")
        blank = folder / "blank.csv"
        blank.write_text("1\n", encoding="utf-8")
        run_office(user, "--headless", "--convert-to", "xlsx", "--outdir", str(user), str(blank))
    return user


def run_office(user: Path, *arguments: str) -> None:
    """Run it to its end."""
    subprocess.run([*command(user), *arguments], check=True, capture_output=True, timeout=300)


def command(user: Path) -> list[str]:
    """How it is started with a profile."""
    return ["soffice", f"-env:UserInstallation={user.as_uri()}", "--norestore", "--nologo"]
