"""The process that writes the worlds, before anything is measured."""

import pickle
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.worlds import ACTOR, SIZES, as_table, fill, lines
from db.file.planfile import create_plan
from db.log.changes import recording
from db.read.table import progress_table
from work.samples import create_sample


def build(folder: Path, letters: Iterable[str]) -> None:
    """Write the worlds of these sizes into a folder: lines, table and (up to L) plan file."""
    with create_sample(folder / "sample.ayumi", ACTOR) as made, made.store.reading() as connection:
        sample = progress_table(connection)
    for letter in letters:
        size = SIZES[letter]
        rows = lines(sample, size)
        with (folder / f"{letter}.table").open("wb") as out:
            pickle.dump(as_table(rows, size), out)
        if letter != "XL":
            with (folder / f"{letter}.lines").open("wb") as out:
                pickle.dump(rows, out)
            with create_plan(folder / f"{letter}.ayumi", ACTOR) as plan, recording(plan.store, "測定の準備") as door:
                fill(door, rows, size)


if __name__ == "__main__":
    build(Path(sys.argv[1]), sys.argv[2:])
