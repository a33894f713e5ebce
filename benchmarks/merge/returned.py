"""A plan that was handed out to many departments, and the files that they sent back."""

import json
import random
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.measuring import Bench
from benchmarks.merge import RETURNS
from benchmarks.planfile.place import connected
from benchmarks.worlds import ACTOR, SIZES, fill, raw_lines
from db.edit.cells import set_cells
from db.exchange.distribution import Asking, departments_asked, distribute
from db.exchange.handout import package_of
from db.exchange.package import Package, pack
from db.file.planfile import PlanFile, create_plan
from db.log.changes import recording
from plan.exchange.merging import Text
from plan.exchange.returns import Cell
from plan.fields import EVALUATION, TARGET
from plan.table import CellEdit, Column

PLAN = "plan.ayumi"
_CHANGED, _DISPUTED = 0.08, 0.01  # of the texts; of those changed


@dataclass(frozen=True, slots=True)
class Expected:
    """Each asked cell as it was handed out and as it is to be, and how many of them are disputed."""

    base: dict[Cell, Text]
    texts: dict[Cell, Text]
    conflicts: int

    def expect(self, store: Path, conflicts: int) -> None:
        """Every text stands in the store, and every conflict was noticed."""
        assert conflicts == self.conflicts, "conflicts are missing"
        rows = connected(store).execute("SELECT assignment_id, fiscal_year, target, evaluation FROM year_entry")
        found: dict[Cell, Text] = {}
        for row, year, target, evaluation in rows:
            found[Cell(row, year, TARGET.name)] = target
            found[Cell(row, year, EVALUATION.name)] = evaluation
        assert {cell: found[cell] for cell in self.texts} == self.texts, "texts are missing"


def sent_back(bench: Bench) -> Path:
    """The folder with the plan and the returned files; made when it is not there."""
    folder = bench.worlds / f"{bench.size}.merge"
    if not folder.exists():
        draft = bench.folder / "draft"
        draft.mkdir()
        _make(bench, draft)
        draft.rename(folder)
    return folder


def expected(folder: Path) -> Expected:
    """What is to come of it."""
    told = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    cells = [(Cell(row, year, name), base, text) for row, year, name, base, text in told["cells"]]
    return Expected({cell: base for cell, base, _ in cells}, {cell: text for cell, _, text in cells}, told["conflicts"])


def returned_files(folder: Path) -> list[Path]:
    """The files in the order of departments."""
    return sorted(folder.glob("*.ayumid"))


def _make(bench: Bench, folder: Path) -> None:
    """Many departments in place of the sample's few; all is handed out, filled in, and meanwhile edited."""
    size, count = SIZES[bench.size], RETURNS[bench.size]
    known = raw_lines(bench.worlds, bench.size)
    rows = [replace(line, department=f"第{place * count // len(known) + 1}課") for place, line in enumerate(known)]
    asked = [Column(TARGET, year) for year in size.period]
    asked += [Column(EVALUATION, year) for year in size.period if year != size.period.last]
    with create_plan(folder / PLAN, ACTOR) as plan:
        with recording(plan.store, "測定の準備") as door:
            fill(door, rows, size)
        packages = _hand_out(plan, Asking(tuple(asked)))
        answered, disputed = _answered(packages)
        for number, (package, answers) in enumerate(zip(packages, answered, strict=True)):
            filled_in = pack(replace(package, answers=answers, edition=1, complete=True))
            (folder / f"{number:03}.ayumid").write_bytes(filled_in)
        with recording(plan.store, "セルの入力") as door:
            set_cells(door, [CellEdit(cell.assignment, cell.column, text) for cell, text in disputed.items()])
    _tell(folder, packages, answered, disputed)


def _hand_out(plan: PlanFile, asking: Asking) -> list[Package]:
    with recording(plan.store, "配布") as door:
        made = distribute(door, departments_asked(door.connection, asking.columns), asking)
    with plan.store.reading() as connection:
        return [package_of(connection, handed) for handed in made]


def _answered(packages: Sequence[Package]) -> tuple[list[dict[Cell, Text]], dict[Cell, Text]]:
    """What each department answers, and what the coordinator writes into some of the same cells."""
    chance = random.Random(len(packages))
    answered: list[dict[Cell, Text]] = []
    disputed: dict[Cell, Text] = {}
    for package in packages:
        answers = dict(package.answers)
        for cell, base in package.answers.items():
            if base is not None and chance.random() < _CHANGED:
                answers[cell] = f"{base}（改）{len(answers)}"
                if chance.random() < _DISPUTED:
                    disputed[cell] = f"{base}【主管】"
        answered.append(answers)
    return answered, disputed


def _tell(
    folder: Path, packages: Sequence[Package], answered: Sequence[dict[Cell, Text]], disputed: dict[Cell, Text]
) -> None:
    cells = [
        [*cell, base, disputed.get(cell, answers[cell])]
        for package, answers in zip(packages, answered, strict=True)
        for cell, base in package.answers.items()
    ]
    told = json.dumps({"cells": cells, "conflicts": len(disputed)}, ensure_ascii=False)
    (folder / "expected.json").write_text(told, encoding="utf-8")
