"""From the start of the program to the text of a file of size M on the screen."""

import shutil

from benchmarks.subject import OURS, Aim, Contestant, Subject

STARTING = "Start: from the command to the painted text"
_CALC, _BROWSER = "LibreOffice Calc, the workbook", "sqlitebrowser, a plain table"
_HERE = "benchmarks.start.programs"


def _lacking(*programs: str) -> str:
    missing = [program for program in programs if shutil.which(program) is None]
    return f"not installed: {', '.join(missing)}" if missing else ""


SUBJECT = Subject(
    "start",
    "Start",
    (
        Contestant(OURS, f"{_HERE}:ours", "M L", lambda: _lacking("Xvfb")),
        Contestant(_CALC, f"{_HERE}:calc", "M L", lambda: _lacking("Xvfb", "soffice")),
        Contestant(_BROWSER, f"{_HERE}:browser", "M L", lambda: _lacking("Xvfb", "sqlitebrowser")),
    ),
    (Aim(STARTING, "M", 0.6, (_CALC,)), Aim(STARTING, "M", 1.0, (_BROWSER,))),
    "On a screen of Xvfb, 1,600 × 900, whose memory is looked at every 5 ms: text is painted when nine tenths of what "
    "is to be seen in the end (lines and letters, not plain surfaces) are there. Every program has been started "
    "once before, on its own profile.",
)
