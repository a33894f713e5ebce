"""Every command is a row of one table; what is misspelt or impossible is refused in one sentence, never a traceback."""

import json
import re
import sys
from contextlib import closing
from pathlib import Path

import pytest

import console
from console.cli import main
from console.commands import VERBS
from console.history import TABLES
from db.exchange.department_file import open_department_file
from db.file.planfile import open_plan
from db.log.history import undo
from db.models import RECORDS
from db.store.working import Actor
from plan.table import CellEdit
from tests.imports.tables import merged_workbook
from work.version import VERSION

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AYUMI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def plan(capsys: Output) -> str:
    """A plan of the invented table, 平成30 and 令和元年度."""
    merged_workbook(Path("表.xlsx"))
    assert main(["import", "計画.ayumi", "表.xlsx"]) == 0
    capsys.readouterr()
    return "計画.ayumi"


def _never(_: Path | None) -> int:
    pytest.fail("a window was opened")


def test_every_command_has_its_help_and_its_function(capsys: Output) -> None:
    for verb in VERBS:
        assert callable(verb.function())
        assert all(argument.help for argument in verb.arguments)
        with pytest.raises(SystemExit) as ended:
            main([verb.name, "--help"])
        assert ended.value.code == 0
        assert verb.help in capsys.readouterr().out


@pytest.mark.parametrize(("word", "near"), [("exprot", "export"), ("chek", "check"), ("hoge", "import")])
def test_a_misspelt_command_is_refused_with_the_nearest_one_and_opens_nothing(
    word: str, near: str, capsys: Output
) -> None:
    assert main([word], open_window=_never) == 2
    told = capsys.readouterr()
    assert near in told.err
    assert told.err.count("\n") == 1


def test_a_file_is_opened_whether_it_is_there_or_is_called_like_one_of_ours(
    plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    opened: list[Path | None] = []

    def opener(path: Path | None) -> int:
        opened.append(path)
        return 0

    for word in (plan, "無い.ayumi", "無い.ayumid", "表.xlsx"):
        assert main([word], open_window=opener) == 0
    assert opened == [Path(word) for word in (plan, "無い.ayumi", "無い.ayumid", "表.xlsx")]


def test_the_version_is_told(capsys: Output) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--version"])
    assert ended.value.code == 0
    assert capsys.readouterr().out == f"ayumi {VERSION}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check",), "check --help"),
        (("set", "計画.ayumi", "--row", "1", "--year", "R1", "--field", "grade", "◎"), "評価区分"),
        (("set", "計画.ayumi", "--row", "1", "--field", "lead", "x"), "主担当"),
        (("export", "計画.ayumi", "出.csv", "--years", "1999"), "計画の期間"),
        (("export", "計画.ayumi", "出.csv", "--years", "R1-R9"), "計画の期間"),
        (("export", "計画.ayumi", "出.json", "--form", "overview"), "--form"),
        (("submit", "計画.ayumi"), "部署ファイルではありません"),
        (("collect", "計画.ayumi", "空"), "返送されたファイルがありません"),
        (("verify", "表.xlsx"), "表.xlsx"),
        (("verify", "無い.ayumi"), "無い.ayumi"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_status_two(
    plan: str, arguments: tuple[str, ...], said: str, capsys: Output
) -> None:
    Path("空").mkdir()
    before = Path(plan).read_bytes()
    assert main(list(arguments)) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert Path(plan).read_bytes() == before
    assert not Path("出.csv").exists()


def test_a_circle_of_another_kind_is_entered_as_the_scales_own_and_said(plan: str, capsys: Output) -> None:
    assert main(["set", plan, "--row", "1", "--year", "R1", "--field", "grade", "◯"]) == 0
    assert "「◯」を「○」として" in capsys.readouterr().out


def test_the_history_names_row_year_and_field_and_says_what_was_taken_back(plan: str, capsys: Output) -> None:
    assert main(["set", plan, "--row", "3", "--year", "R1", "--field", "evaluation", "10校に広げた。"]) == 0
    file = open_plan(Path(plan), Actor.here())
    undo(file.store)
    file.close()
    capsys.readouterr()
    assert main(["history", plan]) == 0
    newest, before = capsys.readouterr().out.splitlines()[:2]
    assert "元に戻す: セルの入力" in newest
    assert "+00:00" not in newest  # but the clock on the wall
    for line in (newest, before):
        assert "番号「3」" in line
        assert "令和元年度" in line
        assert "評価" in line
    assert main(["history", plan, "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [(event["kind"], event["row"], event["year"]) for event in told[:2]] == [
        ("undo", "3", 2019),
        ("edit", "3", 2019),
    ]
    assert main(["history", plan, "--row", "3", "--json"]) == 0
    assert {event["row"] for event in json.loads(capsys.readouterr().out)} == {"3"}


def test_the_history_has_a_word_for_every_kind_of_record() -> None:
    assert TABLES.keys() == {table.name for table in RECORDS}


def test_a_department_file_is_verified_and_its_history_told(plan: str, capsys: Output) -> None:
    assert main(["distribute", plan, "配布"]) == 0
    part = next(Path("配布").iterdir())
    capsys.readouterr()
    assert main(["verify", str(part)]) == 0
    assert main(["history", str(part)]) == 0
    whole = part.read_bytes()
    part.write_bytes(whole[: len(whole) // 2])
    capsys.readouterr()
    assert main(["verify", str(part)]) == 1
    assert part.name in capsys.readouterr().out


def test_a_distribution_asks_for_what_is_needed_next(plan: str, capsys: Output) -> None:
    assert main(["distribute", plan, "配布"]) == 0
    capsys.readouterr()
    assert main(["status", plan, "--json"]) == 0
    asked = json.loads(capsys.readouterr().out)["departments"]
    years = {cell["year"] for department in asked for cell in department["missing"]}
    assert len(years) <= 1


@pytest.mark.parametrize("rows", [0, 1, 2])
def test_the_smallest_plans_are_told_printed_and_handed_out(rows: int, capsys: Output) -> None:
    lines = ["番号,実施事業,担当課,実施内容,令和3年度内容及び目標,令和3年度評価"]
    lines += [f"{n},1-①-ア. 案内,広報課,窓口の案内{n},案内する。,案内した。" for n in range(1, rows + 1)]
    Path("表.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    made = ["import", "計画.ayumi", "表.csv"]
    made = made if rows else ["new", "計画.ayumi", "--title", "計画", "--city", "市", "--years", "R3"]
    assert main(made) == 0
    for words in (("check",), ("status",), ("tally",), ("history",), ("verify",), ("distribute", "配布")):
        assert main([words[0], "計画.ayumi", *words[1:]]) in (0, 1)
    for form in ("progress-table", "results-report", "plan-book", "outcome-report", "overview"):
        for suffix in ("xlsx", "pdf", "html"):
            assert main(["export", "計画.ayumi", f"出.{suffix}", "--form", form]) == 0
    assert "Traceback" not in capsys.readouterr().err


def test_what_waits_in_departments_that_were_not_asked_is_counted(plan: str, capsys: Output) -> None:
    assert main(["check", plan, "--json"]) in (0, 1)
    blank = [f for f in json.loads(capsys.readouterr().out) if f["check"] == "not_entered"]
    assert main(["set", plan, "--row", "3", "--year", "R1", "--field", "evaluation", ""]) == 0
    capsys.readouterr()
    main(["status", plan, "--json"])
    told = {d["department"]: d["not_entered"] for d in json.loads(capsys.readouterr().out)["departments"]}
    assert told["学務課"] == 1 + sum(f["department"] == "学務課" for f in blank)
    assert main(["status", plan]) == 0
    assert f"学務課: 未配布、未入力 {told['学務課']} 件" in capsys.readouterr().out


READING = {
    "check": (), "collect": ("回答.csv",), "export": ("出.csv",), "history": (), "status": (), "tally": (),
}  # fmt: skip


@pytest.mark.parametrize("verb", READING)
def test_what_whoever_opens_a_file_should_know_is_told_by_every_command(verb: str, plan: str, capsys: Output) -> None:
    older = Path(plan).read_bytes()
    Path("回答.csv").write_text("何か\n", encoding="utf-8")
    assert main(["set", plan, "--row", "3", "--year", "R1", "--field", "evaluation", "10校に広げた。"]) == 0
    Path(plan).write_bytes(older)
    capsys.readouterr()
    main([verb, plan, *READING[verb]])
    assert capsys.readouterr().err.count("「計画.ayumi」は、このPCで保存した内容より古いファイルです。") == 1


def test_no_command_opens_a_file_but_where_its_notices_are_told() -> None:
    room = Path(console.__file__).parent
    opening = {
        path.name
        for path in room.glob("*.py")
        if re.search(r"\bopen_(plan|department_file)\(", path.read_text("utf-8"))
    }
    assert opening == {"files.py"}


def test_the_history_names_the_file_that_a_text_came_in(plan: str, capsys: Output) -> None:
    assert main(["distribute", plan, "配布", "--department", "学務課", "--ask", "evaluation:R1"]) == 0
    (part,) = Path("配布").iterdir()
    with closing(open_department_file(part, Actor.here())) as file:
        cell = file.asked()[0]
        file.set_cells([CellEdit(cell.assignment, cell.column, "12校に広げた。")])
    assert main(["collect", plan, str(part), "--apply"]) == 0
    capsys.readouterr()
    assert main(["history", plan, "--json"]) == 0
    told = [e for e in json.loads(capsys.readouterr().out) if e["origin"] is not None]
    assert [(e["after"], e["origin"]["department"], e["origin"]["file"]) for e in told] == [
        ("12校に広げた。", "学務課", part.name)
    ]
    assert main(["history", plan]) == 0
    (line,) = [each for each in capsys.readouterr().out.splitlines() if each.endswith("→ 12校に広げた。")]
    assert f"学務課「{part.name}」" in line
