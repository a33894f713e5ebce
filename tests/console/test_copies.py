"""What this PC keeps of a plan is listed and brought back, and a copy is made with its past or without it."""

import json
from pathlib import Path

import pytest

from console.cli import main
from tests.imports.tables import merged_workbook

Output = pytest.CaptureFixture[str]
BEFORE, AFTER = "10校に広げた。", "12校に広げた。"


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> str:
    """A plan in which a cell said BEFORE, was kept when a table was read again, and now says AFTER."""
    monkeypatch.setenv("AYUMI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    monkeypatch.chdir(tmp_path)
    merged_workbook(Path("表.xlsx"))
    assert main(["import", "計画.ayumi", "表.xlsx"]) == 0
    fill_in(BEFORE)
    assert main(["import", "計画.ayumi", "表.xlsx"]) == 0
    fill_in(AFTER)
    capsys.readouterr()
    return "計画.ayumi"


def fill_in(text: str) -> None:
    assert main(["set", "計画.ayumi", "--row", "3", "--year", "R1", "--field", "evaluation", text]) == 0


def listed(file: str, capsys: Output) -> list[dict[str, object]]:
    assert main(["backups", file, "--json"]) == 0
    found: list[dict[str, object]] = json.loads(capsys.readouterr().out)
    return found


def texts(file: str, capsys: Output) -> str:
    assert main(["export", file, "出.csv"]) == 0
    capsys.readouterr()
    return Path("出.csv").read_text(encoding="utf-8-sig")


def test_what_this_pc_keeps_is_listed_newest_first_and_comes_back_as_a_new_file(plan: str, capsys: Output) -> None:
    found = listed(plan, capsys)
    assert [kept["number"] for kept in found] == list(range(1, len(found) + 1))
    assert [kept["at"] for kept in found] == sorted((str(kept["at"]) for kept in found), reverse=True)
    backup = next(kept for kept in found if kept["what"] == "backup")
    assert backup["before"] == "import"
    assert main(["backups", plan]) == 0
    line = capsys.readouterr().out.splitlines()[int(str(backup["number"])) - 1]
    assert line.startswith(f"{backup['number']}  ")
    assert "控え（取り込み前）" in line
    now = Path(plan).read_bytes()
    assert main(["backups", plan, "--restore", str(backup["number"]), "戻した.ayumi"]) == 0
    assert Path(plan).read_bytes() == now
    assert BEFORE in texts("戻した.ayumi", capsys)
    assert AFTER in texts(plan, capsys)


def test_a_plan_that_is_gone_comes_back(plan: str, capsys: Output) -> None:
    Path(plan).unlink()
    newest = listed(plan, capsys)[0]
    assert newest["what"] == "store"
    assert main(["backups", plan, "--restore", "1", plan]) == 0
    assert AFTER in texts(plan, capsys)


@pytest.mark.parametrize("number", ["0", "99", "-1", "一"])
def test_a_number_that_is_not_in_the_list_is_refused(number: str, plan: str, capsys: Output) -> None:
    assert main(["backups", plan, "--restore", number, "戻した.ayumi"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert not Path("戻した.ayumi").exists()


def test_nothing_is_ever_written_over(plan: str, capsys: Output) -> None:
    other = Path("ほか.ayumi")
    other.write_bytes(b"mine")
    for words in (["backups", plan, "--restore", "1", str(other)], ["copy", plan, str(other)]):
        assert main(words) == 2
        assert "ほか.ayumi" in capsys.readouterr().err
    assert main(["copy", plan, str(other), "--without-history"]) == 2
    assert other.read_bytes() == b"mine"


def test_where_nothing_is_kept_that_is_said(plan: str, capsys: Output) -> None:
    assert main(["backups", f"別の{plan}"]) == 0
    assert "まだ控えがありません" in capsys.readouterr().out
    assert listed(f"別の{plan}", capsys) == []


def test_a_copy_has_the_plan_and_its_past_or_the_plan_alone(plan: str, capsys: Output) -> None:
    assert main(["copy", plan, "写し.ayumi"]) == 0
    assert main(["copy", plan, "履歴なし.ayumi", "--without-history"]) == 0
    assert texts("写し.ayumi", capsys) == texts("履歴なし.ayumi", capsys) == texts(plan, capsys)
    for file, remembered in ((plan, True), ("写し.ayumi", True), ("履歴なし.ayumi", False)):
        assert main(["history", file]) == 0
        assert (BEFORE in capsys.readouterr().out) is remembered
        assert main(["verify", file]) == 0
