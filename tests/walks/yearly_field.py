"""A yearly field that nobody knew yesterday, from the grid through check and questionnaire to import and export.

Run in a copy of the house whose table of fields has one more row, with a folder to write into.
"""

import datetime as dt
import json
import sys
from contextlib import closing
from pathlib import Path

from openpyxl import load_workbook

from console.cli import main
from db.exchange.board import board
from db.exchange.distribution import Asking, chosen_departments, distribute, usual_columns
from db.exchange.handout import write_files
from db.file.planfile import open_plan
from db.log.changes import recording
from db.read.checking import subject
from db.read.table import progress_table
from db.store.working import Actor
from plan.checks.checked_rows import used_columns
from plan.checks.every import check
from plan.documents.overview import entries_of
from plan.due import waiting
from plan.era import FiscalYear
from plan.fields import YEARLY
from plan.table import Column
from work.questionnaires import questionnaire
from work.returns import read_returns

YEAR = FiscalYear(2021)
FIELD = YEARLY[-1]
COLUMN = Column(FIELD, YEAR)
ACTOR = Actor("青葉", "PC-1")
TEXT = "令和4年2月30日から学校にも広げる。"


def walk(folder: Path) -> None:
    """Everything that happens to a yearly cell."""
    plan = folder / "計画.ayumi"
    _imported(plan, folder)
    assert main(["set", str(plan), "--row", "1", "--year", "R3", "--field", FIELD.key, TEXT]) == 0
    _seen(plan)
    _checked(plan)
    _handed_out(plan, folder)
    _exported(plan, folder)


def _imported(plan: Path, folder: Path) -> None:
    headings = ["番号", "実施事業", "担当課", "実施内容", *(f"令和3年度{field.label}" for field in YEARLY)]
    texts = {"target": "案内する。", "evaluation": "案内した。", "grade": "○"}
    rows = [
        [str(n), "1-①-ア. 案内", f"広報{n}課", f"窓口の案内{n}", *(texts.get(f.name, "続ける。") for f in YEARLY)]
        for n in (1, 2)
    ]
    rows[1][-1] = ""
    source = folder / "表.csv"
    source.write_text("\n".join(",".join(line) for line in (headings, *rows)) + "\n", encoding="utf-8")
    assert main(["import", str(plan), str(source)]) == 0


def _seen(plan: Path) -> None:
    with (
        closing(open_plan(plan, Actor("青葉", "PC-1"), read_only=True)) as opened,
        opened.store.reading() as connection,
    ):
        table = progress_table(connection)
        at = table.columns.index(COLUMN)
        assert [row.cells[at] for row in table.rows] == [TEXT, None]
        assert [len(waiting(table, YEAR)(row)) for row in table.rows] == [0, 1]
        offices = entries_of(table, {row.department: row.cells[3] or "" for row in table.rows})
        assert [office.shares[COLUMN].text for office in offices] == ["1/1", "0/1"]


def _checked(plan: Path) -> None:
    with (
        closing(open_plan(plan, Actor("青葉", "PC-1"), read_only=True)) as opened,
        opened.store.reading() as connection,
    ):
        judged = subject(connection, dt.date(2026, 5, 1))
        assert (YEAR, FIELD.name) in used_columns(judged.rows)
        found = {(f.check, f.place.number) for f in check(judged) if f.place.field == FIELD}
    assert found == {("date_impossible", "1"), ("not_entered", "2")}


def _handed_out(plan: Path, folder: Path) -> None:
    for kind, compose in (("file", None), ("excel", questionnaire)):
        out = folder / kind
        with closing(open_plan(plan, ACTOR)) as opened, recording(opened.store, "配布") as step:
            asking = Asking(usual_columns(step.connection), kind=kind)
            assert COLUMN in asking.columns
            made = distribute(step, chosen_departments(step.connection, ["広報2課"], asking.columns), asking)
            (file,) = write_files(step.connection, made, out, compose)
            waits = [s for s in board(step.connection, dt.date(2026, 5, 1)) if s.label == "広報2課"]
            assert [m.cell.column for m in waits[0].missing] == ([COLUMN] if kind == "file" else [])
        _filled_in(Path(file), kind)
        (returned,) = read_returns([Path(file)])
        assert returned.refusal is None
        assert main(["collect", str(plan), str(file), "--apply"]) == 0
        assert _text_of_row_2(plan) == f"{kind} で答える。"


def _filled_in(file: Path, kind: str) -> None:
    if kind == "file":
        assert main(["set", str(file), "--row", "2", "--year", "R3", "--field", FIELD.key, "file で答える。"]) == 0
        return
    book = load_workbook(file)
    (cell,) = (c for line in book["調査票"] for c in line if c.value == "file で答える。" and not c.protection.locked)
    cell.value = "excel で答える。"
    book.save(file)


def _text_of_row_2(plan: Path) -> str | None:
    with (
        closing(open_plan(plan, Actor("青葉", "PC-1"), read_only=True)) as opened,
        opened.store.reading() as connection,
    ):
        table = progress_table(connection)
        return table.rows[1].cells[table.columns.index(COLUMN)]


def _exported(plan: Path, folder: Path) -> None:
    for name in ("表.xlsx", "表.pdf", "表.html", "出.csv", "全部.json"):
        assert main(["export", str(plan), str(folder / name)]) == 0
    assert TEXT in (folder / "出.csv").read_text(encoding="utf-8-sig")
    assert TEXT in (folder / "表.html").read_text(encoding="utf-8")
    assert TEXT in json.dumps(json.loads((folder / "全部.json").read_text(encoding="utf-8")), ensure_ascii=False)
    again = folder / "もう一度.ayumi"
    assert main(["import", str(again), str(folder / "出.csv")]) == 0
    assert _text_of_row_2(again) == "excel で答える。"


if __name__ == "__main__":
    walk(Path(sys.argv[1]))
