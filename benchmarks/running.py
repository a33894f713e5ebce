"""All contestants of a subject, by turns, each time in a fresh process."""

import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.subject import OURS, Aim, Contestant, Subject

_ROOT = Path(__file__).parent.parent
_SECONDS = 900
_LONGEST = 400  # characters of a complaint
Key = tuple[str, str, str]
"""Figure, contestant, size."""


@dataclass(slots=True)
class Results:
    """What was measured, round by round: milliseconds and megabytes; and what could not be."""

    times: dict[Key, list[float]] = field(default_factory=dict)
    memory: dict[Key, list[float]] = field(default_factory=dict)
    figures: dict[str, set[str]] = field(default_factory=dict)
    skipped: dict[str, str] = field(default_factory=dict)
    failed: dict[str, str] = field(default_factory=dict)

    def take(self, told: dict[str, dict[str, float]], subject: str, contestant: str, size: str) -> None:
        """Add one process's figures."""
        self.figures.setdefault(subject, set()).update(told["figures"])
        for known, new in ((self.times, told["figures"]), (self.memory, told["memory"])):
            for figure, value in new.items():
                known.setdefault((figure, contestant, size), []).append(value)

    def ratio(self, key: Key, other: Key) -> float | None:
        """The median over the rounds of one time over another; None where one of them is missing."""
        one, two = self.times.get(key), self.times.get(other)
        return statistics.median(a / b for a, b in zip(one, two, strict=False)) if one and two else None

    def reached(self, aim: Aim) -> float | None:
        """What stands against an aim's limit; None where it was not measured."""
        ours = (aim.figure, OURS, aim.size)
        if aim.since:
            return self.ratio(ours, (aim.figure, OURS, aim.since))
        if not aim.rivals:
            return statistics.median(self.times[ours]) if ours in self.times else None
        ratios = [self.ratio(ours, (aim.figure, rival, aim.size)) for rival in aim.rivals]
        return max((ratio for ratio in ratios if ratio is not None), default=None)


def run(subjects: Sequence[Subject], sizes: str, rounds: int, tell: Callable[[str], None]) -> Results:
    """Build the worlds, then measure every contestant once a round."""
    results = Results()
    with tempfile.TemporaryDirectory(prefix="ayumi-bench-") as name:
        folder = Path(name)
        able = list(_able(subjects, sizes, results))
        tell("building the worlds")
        letters = dict.fromkeys(size for _, _, size in able)
        complaint = _run(["benchmarks.building", str(folder), *letters], folder)
        if not all((folder / f"{letter}.table").exists() for letter in letters):
            raise SystemExit(complaint)
        for number in range(rounds):
            for subject, contestant, size in able:
                tell(f"round {number + 1}: {contestant.work} {size}")
                turn = "first" if number == 0 else "again"
                _measure((subject.name, contestant.work, size, turn), contestant.name, folder, results)
    return results


def _able(subjects: Sequence[Subject], sizes: str, results: Results) -> Iterator[tuple[Subject, Contestant, str]]:
    for subject in subjects:
        for contestant in subject.contestants:
            lacking = contestant.lacking()
            if lacking:
                results.skipped[contestant.name] = lacking
                continue
            for size in contestant.sizes.split():
                if size in sizes.split():
                    yield subject, contestant, size


def _measure(asked: tuple[str, str, str, str], name: str, folder: Path, results: Results) -> None:
    """One contestant's figures; one that has failed is not asked again."""
    subject, work, size, turn = asked
    called = f"{work} {size}"
    if called in results.failed:
        return
    answer = folder / "answer.json"
    answer.unlink(missing_ok=True)
    died = _run(["benchmarks.worker", subject, work, size, str(folder), turn], folder)
    if answer.exists():
        results.take(json.loads(answer.read_text(encoding="utf-8")), subject, name, size)
    else:
        results.failed[called] = died


def _run(module: list[str], folder: Path) -> str:
    """Run a module of ours in a process of its own; answers the end of what it complained of."""
    places = {"PYTHONPATH": str(_ROOT), "AYUMI_HOME": str(folder / "home"), "QT_QPA_PLATFORM": "offscreen"}
    done = subprocess.run(
        [sys.executable, "-m", *module], env=os.environ | places, stderr=subprocess.PIPE, timeout=_SECONDS, check=False
    )
    complaint = done.stderr.decode("utf-8", "replace").strip()
    return " ".join(complaint.splitlines()[-3:])[-_LONGEST:] if complaint else f"exit status {done.returncode}"
