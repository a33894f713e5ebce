"""The content of a benchmark: the sample plan repeated with other numbers and words, so that no cache is flattered."""

import pickle
import random
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from db.edit.structure import NewAssignment, NewItem, NewPlan, add_assignments, add_departments, add_items, start_plan
from db.log.changes import Recording
from db.store.working import Actor
from plan.codes import Heading, split_heading
from plan.departments import DepartmentLabel
from plan.era import FiscalYear, YearRange
from plan.fields import EVALUATION, KEYS, TARGET
from plan.ids import AssignmentId, DepartmentId, ItemId, RecordId
from plan.table import Column, ProgressRow, ProgressTable, columns

ACTOR = Actor("測定", "測定用PC")
_FIRST_YEAR = 2021
_PHRASES = ("引き続き", "新たに", "計画的に", "重点的に", "関係課と連携し", "市民とともに", "年度内に", "段階的に")
_NUMBER = re.compile(r"(?<![0-9,令和平成])[0-9]{1,3}(?:,[0-9]{3})*(?![0-9,年月日])")
_SHORTEST = 12  # characters; shorter texts are declarations and names, which repeat in every table


@dataclass(frozen=True, slots=True)
class Size:
    """How large a table is."""

    rows: int
    years: int

    @property
    def period(self) -> YearRange:
        """The fiscal years of the plan."""
        return YearRange(FiscalYear(_FIRST_YEAR), FiscalYear(_FIRST_YEAR + self.years - 1))


SIZES = {"S": Size(133, 5), "M": Size(1_116, 5), "L": Size(10_000, 10), "XL": Size(100_000, 5)}


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the table before any record is made of it."""

    branch: str
    project: str
    content: str
    department: str
    lead: str | None
    number: str
    baseline_and_goal: str | None
    texts: Mapping[tuple[str, FiscalYear], str]


def lines(sample: ProgressTable, size: Size) -> list[Line]:
    """The sample's rows over and over, no copy like another; the same lines for the same size."""
    chance = random.Random(size.rows)
    contents: dict[tuple[int, str], str] = {}
    made = []
    for place in range(size.rows):
        copy, at = divmod(place, len(sample.rows))
        row = sample.rows[at]
        _, project, lead, department, content, baseline = row.cells[: len(KEYS)]
        contents.setdefault((copy, row.content), varied(content or "", chance))
        line = Line(
            row.branch,
            f"{project}（第{copy + 1}群）" if copy else project or "",
            contents[copy, row.content],
            department or "",
            lead,
            str(place + 1),
            varied(baseline, chance) if baseline else None,
            _texts(sample, row, size.period, chance),
        )
        made.append(line)
    return made


def _texts(
    sample: ProgressTable, row: ProgressRow, years: YearRange, chance: random.Random
) -> dict[tuple[str, FiscalYear], str]:
    """Targets of all years, evaluations of all but the last."""
    found = {}
    for place, year in enumerate(years):
        for field, known in ((TARGET, 5), (EVALUATION, 4)):
            text = row.cells[sample.column_index(field, FiscalYear(_FIRST_YEAR + place % known))]
            if text and (field is TARGET or year != years.last):
                found[field.name, year] = varied(text, chance)
    return found


def varied(text: str, chance: random.Random) -> str:
    """The text with other numbers and, every other time, some more words."""
    if len(text) < _SHORTEST:
        return text
    text = _NUMBER.sub(lambda m: _more(m[0], chance.randrange(50)), text)
    phrase, head = chance.choice(_PHRASES), text.find("、") + 1
    return text[:head] + phrase + text[head:] if chance.randrange(2) else text


def _more(number: str, more: int) -> str:
    value = int(number.replace(",", "")) + more
    return f"{value:,}" if "," in number else str(value)


def as_table(rows: Sequence[Line], size: Size) -> ProgressTable:
    """The lines as the table that a grid shows and an export prints."""
    shape = columns(size.period)
    made = [_row(number, line, shape) for number, line in enumerate(rows)]
    return ProgressTable("第2次あゆみ市デジタル化推進計画", "資料1", shape, made)


def _row(number: int, line: Line, shape: Sequence[Column]) -> ProgressRow:
    keys = [line.number, line.project, line.lead, line.department, line.content, line.baseline_and_goal]
    yearly = [line.texts.get((c.field.name, c.year)) for c in shape if c.year is not None]
    return ProgressRow(
        AssignmentId(RecordId(f"row {number}")),
        ItemId(RecordId(line.project)),
        ItemId(RecordId(line.project + line.content)),
        DepartmentId(RecordId(line.department)),
        keys + yearly,
        branch=line.branch,
    )


def fill(door: Recording, rows: Sequence[Line], size: Size) -> None:
    """Make a plan of the lines, through the door like everything else."""
    start_plan(door, NewPlan("第2次あゆみ市デジタル化推進計画", "あゆみ市", size.period, "資料1"))
    offices = list(dict.fromkeys(line.department for line in rows))
    departments = dict(zip(offices, add_departments(door, list(map(DepartmentLabel, offices))), strict=True))
    contents = _items(door, rows)
    new = [
        NewAssignment(
            contents[line.project, line.content],
            departments[line.department],
            lead=line.lead,
            number=line.number,
            baseline_and_goal=line.baseline_and_goal,
            texts=line.texts,
        )
        for line in rows
    ]
    add_assignments(door, new)


def _items(door: Recording, rows: Iterable[Line]) -> dict[tuple[str, str], ItemId]:
    """The tree of three levels; answers the ids of the lowest by project and content."""
    of_project = {line.project: line.branch for line in rows}
    names = list(dict.fromkeys(of_project.values()))
    branches = dict(zip(names, add_items(door, [NewItem(None, 0, split_heading(name)) for name in names]), strict=True))
    new = [NewItem(branches[branch], 2, split_heading(project)) for project, branch in of_project.items()]
    projects = dict(zip(of_project, add_items(door, new), strict=True))
    keys = list(dict.fromkeys((line.project, line.content) for line in rows))
    contents = [NewItem(projects[project], 3, Heading("", "", content)) for project, content in keys]
    return dict(zip(keys, add_items(door, contents), strict=True))


def table(folder: Path, letter: str) -> ProgressTable:
    """The table of a world that stands in a folder."""
    with (folder / f"{letter}.table").open("rb") as written:
        found: ProgressTable = _own(written)
    return found


def raw_lines(folder: Path, letter: str) -> list[Line]:
    """The lines of a world that stands in a folder."""
    with (folder / f"{letter}.lines").open("rb") as written:
        found: list[Line] = _own(written)
    return found


def _own(written: BinaryIO) -> Any:  # noqa: ANN401 - whatever `build` wrote
    return pickle.load(written)  # noqa: S301 - written by `build` a moment ago
