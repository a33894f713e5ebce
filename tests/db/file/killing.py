"""Kill a working process at random moments, open its plan again, and see whether anything was lost or halved.

`python -m tests.db.file.killing 1000` is the full run. This process imports everything once and forks: each child opens
the plan, works, and acknowledges every step over a pipe once it is durable, until it is killed in the middle of it.
Every third child dies by its own hand instead, just before one of the calls that touch a file: so the gaps between
two calls, too short to be hit by the clock, are hit as well.
"""

import json
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
import zlib
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from types import FrameType

import sqlalchemy as sa

from db.file import received
from db.file.places import stores_of
from db.file.planfile import open_plan, verify_plan
from db.file.verify import disagreements
from db.log.changes import dump
from db.log.history import changes_of, newest_revision
from plan.errors import PlanError
from tests.db.working import ACTOR, WORK, Life, digest, new_folder

MOST_HEARD = 12  # lines that a child says before the clock of its end is started; none: it dies while opening
LONGEST_PAUSE = 0.03  # seconds; the longest piece of work takes about as long
MOST_CALLS = 120  # about so many calls touch a file in a few pieces of work
LIVES_OF_A_PLAN = 10  # then a new one, before its history makes the proof slow
ELSEWHERE = 0.2  # of the lives are lived at a PC that has not seen the plan before
CALLS = {"open", "write", "flush", "fsync", "replace", "rename", "unlink", "close", "execute", "executemany", "backup"}


@dataclass(slots=True)
class Result:
    """What a run saw: `wrong` must stay empty; `during` counts the kills by what the child was doing."""

    kills: int = 0
    acknowledged: int = 0
    recovered: int = 0
    seconds: float = 0
    during: dict[str, int] = field(default_factory=dict)
    wrong: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Countdown:
    """A profiler that ends the process just before a certain call of a built-in function that touches a file."""

    left: int

    def __call__(self, _frame: FrameType, event: str, called: object) -> None:
        """Count, and kill."""
        if event == "c_call" and getattr(called, "__name__", "") in CALLS:
            self.left -= 1
            if not self.left:
                os.kill(os.getpid(), signal.SIGKILL)


def live(path: Path, seed: int, pipe: int, calls: int) -> None:
    """A child's whole life: it never returns. After `calls` calls that touch a file it kills itself, if not 0."""
    if calls:
        sys.setprofile(Countdown(calls))
    try:
        life = Life(open_plan(path, ACTOR), random.Random(seed), pipe)
        life.plan.store.listeners.append(life.acknowledge)
        while True:
            work = life.dice.choice(WORK)
            life.say(doing=work.__name__)
            work(life)
    except Exception:  # noqa: BLE001 - the parent must hear of it, whatever it is
        os.write(pipe, (json.dumps({"failed": traceback.format_exc()[-3000:]}) + "\n").encode())
    finally:
        os._exit(1)


def one_life(path: Path, dice: random.Random, result: Result) -> None:
    """Fork a child, kill it at a random moment, and prove what is left."""
    reading, writing = os.pipe()
    seed, calls = dice.randrange(1 << 30), 0 if dice.random() < 2 / 3 else dice.randint(1, MOST_CALLS)
    child = os.fork()
    if child == 0:
        os.close(reading)
        live(path, seed, writing, calls)
    os.close(writing)
    with os.fdopen(reading, encoding="utf-8") as pipe:
        heard = [pipe.readline() for _ in range(0 if calls else dice.randint(0, MOST_HEARD))]
        if not calls:
            time.sleep(dice.uniform(0, LONGEST_PAUSE))
            os.kill(child, signal.SIGKILL)
        said = [json.loads(line) for line in [*heard, *pipe] if line]
    os.waitpid(child, 0)
    result.kills += 1
    result.acknowledged += sum("revision" in fact for fact in said)
    doing = next((fact["doing"] for fact in reversed(said) if "doing" in fact), "opening")
    result.during[doing] = result.during.get(doing, 0) + 1
    result.wrong += [f"kill {result.kills}, seed {seed}: {problem}" for problem in proof(path, said, result)]


def proof(path: Path, said: list[dict[str, object]], result: Result) -> Iterator[str]:
    """Everything that is not as promised."""
    yield from (str(fact["failed"]) for fact in said if "failed" in fact)
    yield from not_whole([path])
    for other in [*path.parent.glob("0.*.ayumi"), *path.parent.glob("home/backups/*/*.ayumi")]:
        yield from not_whole([other])
        other.unlink()
    published = max((int(str(fact["published"])) for fact in said if "published" in fact), default=0)
    try:
        if revision_of(path) < published:
            yield f"published {published}, but the file has {revision_of(path)}"
        yield from after_opening(path, said, result)
    except PlanError as error:
        yield f"does not open: {error}"


def after_opening(path: Path, said: list[dict[str, object]], result: Result) -> Iterator[str]:
    """Open the plan as a person would, and compare."""
    acknowledged = {int(str(fact["revision"])): fact["digest"] for fact in said if "revision" in fact}
    with open_plan(path, ACTOR) as plan:
        result.recovered += plan.recovered
        with plan.store.reading() as connection:
            yield from lost(connection, acknowledged)
            yield from map(str, disagreements(connection, "working store"))
            here, newest = dump(connection), newest_revision(connection)
    yield from not_whole([path])
    with open_plan(path, ACTOR, read_only=True) as published, published.store.reading() as connection:
        if dump(connection) != here or newest_revision(connection) != newest:
            yield "the plan file is not what the working store holds"
    yield from (f"put beside for no reason: {copy.name}" for copy in path.parent.glob("*控え*"))
    for written in (path, *stores_of(path)):
        mark = f".~{zlib.crc32(written.name.encode()):08x}"
        yield from (f"left behind: {left.name}" for left in written.parent.iterdir() if left.name.startswith(mark))


def lost(connection: sa.Connection, acknowledged: dict[int, object]) -> Iterator[str]:
    """Steps that were acknowledged and are not there, or not as they were; at most one step came after them."""
    for revision, expected in acknowledged.items():
        if digest(tuple(changes_of(connection, revision))) != expected:
            yield f"lost: revision {revision}"
    newest = newest_revision(connection)
    if acknowledged and newest > max(acknowledged) + 1:
        yield f"unexpected: revision {newest} after {max(acknowledged)}"


def not_whole(paths: Iterable[Path]) -> Iterator[str]:
    """Plan files that are damaged."""
    return (f"{path.name}: {sentence}" for path in paths for sentence in verify_plan(path))


def revision_of(path: Path) -> int:
    """How far the history goes in a plan file."""
    return received.received(path.read_bytes(), path.name).revision


def run(kills: int, seed: int) -> Result:
    """So many lives, ended one after the other."""
    result, dice, start = Result(), random.Random(seed), time.monotonic()
    with tempfile.TemporaryDirectory() as root:
        for number in range(kills):
            if number % LIVES_OF_A_PLAN == 0:
                path = new_folder(Path(root), number)
            if dice.random() < ELSEWHERE:
                shutil.rmtree(path.parent / "home" / "stores")
            one_life(path, dice, result)
            if (number + 1) % LIVES_OF_A_PLAN == 0:
                shutil.rmtree(path.parent)
    result.seconds = round(time.monotonic() - start, 1)
    return result


if __name__ == "__main__":
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else int(datetime.now(UTC).timestamp())
    print(json.dumps({"seed": seed, **asdict(run(int(sys.argv[1]), seed))}, ensure_ascii=False))  # noqa: T201
