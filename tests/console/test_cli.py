"""The command line does what it says, answers with its status, and says refusals in one sentence."""

import csv
import json
import sys
from pathlib import Path

import pytest

from console.cli import main
from tests.imports.tables import ROWS, as_lines, merged_workbook

Output = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AYUMI_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


def run(*arguments: object) -> int:
    return main([str(a) for a in arguments])


def table() -> Path:
    """A plan of the invented table."""
    merged_workbook(Path("表.xlsx"))
    assert run("import", "計画.ayumi", "表.xlsx") == 0
    return Path("計画.ayumi")


def exported_cells(file: Path) -> list[list[str]]:
    assert run("export", file, "plan.json") == 0
    assert run("export", file, "table.csv") == 0
    assert run("import", "again.ayumi", "plan.json") == 0
    assert run("export", "again.ayumi", "again.csv") == 0
    assert Path("again.csv").read_bytes() == Path("table.csv").read_bytes()
    with Path("table.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.reader(lines))[1:]


def test_a_table_goes_in_and_comes_out_as_it_was(capsys: Output) -> None:
    assert exported_cells(table()) == ROWS
    assert "番号" not in capsys.readouterr().err


def test_the_demo_makes_a_plan_and_its_table_on_paper(tmp_path: Path, capsys: Output) -> None:
    assert run("demo", tmp_path / "見本", "--no-window") == 0
    names = {path.name for path in (tmp_path / "見本").iterdir()}
    assert names == {"見本.ayumi", "進行管理表.xlsx", "進行管理表.pdf"}
    assert "見本" in capsys.readouterr().out
    assert run("demo", tmp_path / "見本", "--no-window") == 0


def test_a_dry_run_tells_what_would_happen_and_writes_nothing(capsys: Output) -> None:
    file = table()
    before = file.read_bytes()
    with Path("表.csv").open("w", encoding="cp932", newline="") as lines:
        csv.writer(lines).writerows(as_lines())
    capsys.readouterr()
    assert run("import", file, "表.csv", "--dry-run", "--json") == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["rows"], told["same"], told["new"], told["changed"]) == (4, 4, 0, 0)
    assert told["departments"] == 4
    assert file.read_bytes() == before
    assert run("import", "無い.ayumi", "表.csv", "--dry-run") == 0
    assert not Path("無い.ayumi").exists()


def test_one_cell_is_set_and_its_history_is_told(capsys: Output) -> None:
    file = table()
    assert run("set", file, "--row", "3", "--year", "R1", "--field", "evaluation", "10校に広げた。") == 0
    capsys.readouterr()
    assert run("history", file, "--row", "3", "--json") == 0
    newest = json.loads(capsys.readouterr().out)[0]
    assert (newest["field"], newest["before"], newest["after"]) == ("evaluation", "－", "10校に広げた。")
    assert run("history", file) == 0
    assert "10校に広げた。" in capsys.readouterr().out
    assert run("verify", file) == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("set", "計画.ayumi", "--row", "99", "--field", "number", "1"), "番号「99」"),
        (("set", "計画.ayumi", "--row", "1", "--field", "target", "する。"), "--year"),
        (("set", "計画.ayumi", "--row", "1", "--field", "何か", "する。"), "項目「何か」"),
        (("set", "計画.ayumi", "--row", "1", "--year", "2030", "--field", "target", "する。"), "令和12年度"),
        (("export", "計画.ayumi", "out.docx"), "out.docx"),
        (("export", "計画.ayumi", "out.csv", "--department", "無い課"), "無い課"),
        (("export", "計画.ayumi", "out.csv", "--years", "いつか"), "いつか"),
        (("import", "計画.ayumi", "無い.xlsx"), "無い.xlsx"),
        (("history", "無い.ayumi"), "無い.ayumi"),
        (("new", "計画.ayumi", "--title", "T", "--city", "C", "--years", "2020"), "計画.ayumi"),
    ],
)
def test_a_refusal_is_one_sentence_and_changes_nothing(arguments: tuple[str, ...], said: str, capsys: Output) -> None:
    file = table()
    before = file.read_bytes()
    capsys.readouterr()
    assert run(*arguments) == 2
    told = capsys.readouterr()
    assert said in told.err
    assert told.err.count("\n") == 1
    assert told.out == ""
    assert file.read_bytes() == before
    assert not Path("out.csv").exists()


def test_a_repeated_number_is_not_guessed(capsys: Output) -> None:
    file = table()
    assert run("set", file, "--row", "2", "--field", "number", "1") == 0
    assert run("set", file, "--row", "1", "--field", "number", "5") == 2
    assert "2 行" in capsys.readouterr().err


def test_a_part_of_the_table_is_exported() -> None:
    file = table()
    assert (
        run("export", file, "part.csv", "--department", "学務課", "--years", "R1", "--lead-only", "--order", "fields")
        == 0
    )
    lines = Path("part.csv").read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 2
    assert lines[0].endswith("令和元年度内容及び目標,令和元年度評価")


def test_without_a_screen_the_window_is_not_tried(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    assert run("demo", tmp_path / "見本") == 0
    assert run(tmp_path / "見本" / "見本.ayumi") == 2
    assert "画面のない環境" in capsys.readouterr().err


def test_an_empty_plan_is_made() -> None:
    assert run("new", "新.ayumi", "--title", "新しい計画", "--city", "あゆみ市", "--years", "R7-R11") == 0
    assert run("verify", "新.ayumi") == 0
    assert run("export", "新.ayumi", "新.pdf") == 0


def test_a_damaged_file_is_told_and_left_as_it_is(capsys: Output) -> None:
    file = table()
    file.write_bytes(file.read_bytes()[:5000])
    capsys.readouterr()
    assert run("verify", file) == 1
    assert "計画.ayumi" in capsys.readouterr().out
    assert run("export", file, "out.csv") == 2
