"""What was measured, as RESULTS.md."""

import os
import platform
import shutil
import sqlite3
import statistics
import subprocess
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from benchmarks.running import Results
from benchmarks.subject import OURS, Aim, Subject
from benchmarks.worlds import SIZES

_PACKAGES = ("PySide6-Essentials", "SQLAlchemy", "openpyxl", "reportlab", "XlsxWriter", "typst")
_PROGRAMS = (("soffice", "--version"), ("sqlitebrowser", "--version"))


def report(subjects: Sequence[Subject], results: Results, command: str, rounds: int) -> str:
    """The report in Markdown."""
    parts = [
        "# What was measured",
        _manner(command, rounds),
        _machine(),
        "## Aims",
        _aims(subjects, results),
    ]
    for subject in subjects:
        parts += [f"## {subject.title}", subject.notes, *_tables(subject, results)]
    parts += _missing(results)
    return "\n\n".join(parts) + "\n"


def _manner(command: str, rounds: int) -> str:
    sizes = ", ".join(f"{letter} {size.rows:,} rows × {size.years} years" for letter, size in SIZES.items())
    return (
        f"`{command}` on {datetime.now(UTC):%Y-%m-%d}. {rounds} rounds, the contestants by turns, each time in a fresh "
        "process; medians. A ratio is the median of the rounds' ratios to ours. MB is the peak memory beyond what the "
        "process held before. Absolute times differ from machine to machine and from hour to hour; ratios less.\n\n"
        f"Sizes: {sizes}; the sample plan repeated with other numbers and words."
    )


def _machine() -> str:
    machine = f"{_processor()}, {os.cpu_count()} cores; {platform.platform()}"
    packages = [f"{name} {found}" for name in _PACKAGES if (found := _version(name))]
    programs = [_said(*command) for command in _PROGRAMS if shutil.which(command[0])]
    return (
        f"{machine}.\n\nPython {platform.python_version()}, SQLite {sqlite3.sqlite_version}, "
        + ", ".join(packages + programs)
        + "."
    )


def _processor() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text(encoding="utf-8").splitlines() if info.exists() else []
    named = (line.partition(":")[2].strip() for line in lines if line.startswith("model name"))
    return next(named, platform.processor())


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _said(*command: str) -> str:
    places = os.environ | {"QT_QPA_PLATFORM": "offscreen"}  # even for its version one of them needs a screen
    done = subprocess.run(command, env=places, capture_output=True, text=True, timeout=60, check=False)
    return next(iter(done.stdout.strip().splitlines()), command[0]).strip()


def _aims(subjects: Sequence[Subject], results: Results) -> str:
    lines = ["| work | size | aim | measured | reached |", "|---|---|---|---|---|"]
    lines += [_aim(aim, results) for subject in subjects for aim in subject.aims]
    return "\n".join(lines)


def _aim(aim: Aim, results: Results) -> str:
    found = results.reached(aim)
    if found is None:
        return f"| {aim.figure} | {aim.size} | {aim.words} | not measured | – |"
    measured = f"{found:.2f}" if aim.rivals or aim.since else _time(found)
    return f"| {aim.figure} | {aim.size} | {aim.words} | {measured} | {'yes' if found <= aim.limit else '**no**'} |"


def _tables(subject: Subject, results: Results) -> Iterator[str]:
    names = list(dict.fromkeys(contestant.name for contestant in subject.contestants))
    known = [key for key in results.times if key[0] in results.figures.get(subject.name, ())]
    for figure in dict.fromkeys(figure for figure, _, _ in known):
        letters = [letter for letter in SIZES if any(key[0] == figure and key[2] == letter for key in known)]
        rows = [name for name in names if any(key[:2] == (figure, name) for key in known)]
        yield "\n".join(
            (
                f"### {figure}\n",
                "| | " + " | ".join(letters) + " |",
                "|---|" + "---|" * len(letters),
                *(
                    f"| {name} | " + " | ".join(_cell(results, figure, name, x) for x in letters) + " |"
                    for name in rows
                ),
            )
        )


def _cell(results: Results, figure: str, name: str, letter: str) -> str:
    key = (figure, name, letter)
    if key not in results.times:
        return ""
    parts = [_time(statistics.median(results.times[key]))]
    ratio = results.ratio(key, (figure, OURS, letter))
    if name != OURS and ratio is not None:
        parts.append(f"{ratio:.2g}×" if ratio < 10 else f"{ratio:.0f}×")  # noqa: PLR2004 - two digits are enough
    if key in results.memory:
        parts.append(f"{statistics.median(results.memory[key]):.0f} MB")
    return " · ".join(parts)


def _time(milliseconds: float) -> str:
    if milliseconds >= 1000:  # noqa: PLR2004 - a second
        return f"{milliseconds / 1000:.2f} s"
    return f"{milliseconds:.3g} ms"


def _missing(results: Results) -> list[str]:
    lines = [f"- {name}: skipped, {why}" for name, why in results.skipped.items()]
    lines += [f"- {called}: failed, {why}" for called, why in results.failed.items()]
    return ["## Not measured", "\n".join(lines)] if lines else []
