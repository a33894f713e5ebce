"""The process of one measurement: run one contestant once and leave its figures."""

import json
import sys
import tempfile
from pathlib import Path

from benchmarks.measuring import Bench
from benchmarks.subjects import SUBJECTS


def main(name: str, work: str, size: str, folder: Path, *, is_first: bool) -> None:
    """Measure; what the contestant raises ends the process, without an answer."""
    subject = next(subject for subject in SUBJECTS if subject.name == name)
    contestant = next(contestant for contestant in subject.contestants if contestant.work == work)
    with tempfile.TemporaryDirectory(dir=folder) as own:
        bench = Bench(size, folder, Path(own), is_first)
        contestant.run(bench)
        answer = {"figures": bench.figures, "memory": bench.memory}
        (folder / "answer.json").write_text(json.dumps(answer), encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], sys.argv[3], Path(sys.argv[4]), is_first=sys.argv[5] == "first")
