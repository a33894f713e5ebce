"""`python -m benchmarks`: measure, and write benchmarks/RESULTS.md."""

import argparse
import sys
from pathlib import Path

from benchmarks.report import report
from benchmarks.running import run
from benchmarks.subjects import SUBJECTS

_RESULTS = Path(__file__).with_name("RESULTS.md")
_ROUNDS = 5
_QUICK_SIZES, _QUICK_ROUNDS = "S M", 3


def main() -> int:
    """Measure what is asked for; 1 where a contestant has failed."""
    asked = _parser().parse_args()
    subjects = [subject for subject in SUBJECTS if subject.name in (asked.subjects or _names())]
    sizes = _QUICK_SIZES if asked.quick else "S M L XL"
    rounds = asked.rounds or (_QUICK_ROUNDS if asked.quick else _ROUNDS)
    results = run(subjects, sizes, rounds, lambda told: print(told, file=sys.stderr, flush=True))
    text = report(subjects, results, " ".join(["python -m benchmarks", *sys.argv[1:]]), rounds)
    asked.out.write_text(text, encoding="utf-8")
    print(text)
    return 1 if results.failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description="Measure, and write RESULTS.md.")
    parser.add_argument("subjects", nargs="*", choices=[*_names(), []], help="all of them when none is named")
    parser.add_argument("--quick", action="store_true", help=f"sizes {_QUICK_SIZES} only, {_QUICK_ROUNDS} rounds")
    parser.add_argument("--rounds", type=int, help=f"{_ROUNDS} when not given")
    parser.add_argument("--out", type=Path, default=_RESULTS, help="another place for the report")
    return parser


def _names() -> list[str]:
    return [subject.name for subject in SUBJECTS]


if __name__ == "__main__":
    sys.exit(main())
