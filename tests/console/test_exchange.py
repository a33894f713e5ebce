"""The command line's way out to departments and back: distribute, set, submit, collect, settle, status."""

import json
from pathlib import Path
from typing import Any

import pytest

from console.cli import main

Output = pytest.CaptureFixture[str]


def run(*arguments: object) -> int:
    return main([str(a) for a in arguments])


@pytest.fixture
def sent(sample: Path, tmp_path: Path, capsys: Output) -> Path:
    """The folder with the sample plan's department files."""
    folder = tmp_path / "配布"
    assert run("distribute", sample, folder, "--ask", "evaluation:R7", "--due", "2026-05-31") == 0
    capsys.readouterr()
    return folder


def collected(capsys: Output, *arguments: object) -> tuple[int, list[dict[str, Any]]]:
    status = run("collect", *arguments, "--json")
    found: list[dict[str, Any]] = json.loads(capsys.readouterr().out)["returns"]
    return status, found


def state_of(sample: Path, department: str, capsys: Output) -> dict[str, Any]:
    assert run("status", sample, "--json") == 0
    found = json.loads(capsys.readouterr().out)["departments"]
    return next(d for d in found if d["department"] == department)


def blank_file(sent: Path, capsys: Output) -> tuple[Path, str]:
    for file in sorted(sent.iterdir()):
        assert run("status", file, "--json") == 0
        (found,) = json.loads(capsys.readouterr().out)["departments"]
        if found["missing"]:
            return file, str(found["missing"][0]["row"])
    raise AssertionError


def test_every_department_gets_a_file_with_a_name_that_tells(sent: Path) -> None:
    names = [file.name for file in sent.iterdir()]
    assert len(names) > 20
    assert all(name.endswith("_令和7年度.ayumid") for name in names)


def test_an_answer_goes_all_the_way(sample: Path, sent: Path, capsys: Output) -> None:
    file, row = blank_file(sent, capsys)
    assert run("set", file, "--row", row, "--year", "R7", "--field", "evaluation", "実施した。") == 0
    status, (looked,) = collected(capsys, sample, file)
    assert (status, looked["state"], looked["taken"]) == (0, "new", 1)
    status, (taken,) = collected(capsys, sample, file, "--apply")
    assert (status, taken["state"], taken["taken"], taken["conflicts"]) == (0, "taken", 1, [])
    status, (again,) = collected(capsys, sample, file, "--apply")
    assert (status, again["state"], again["taken"]) == (0, "already", 0)
    assert state_of(sample, taken["department"], capsys)["state"] in ("taken", "overdue")


def test_submitting_tells_what_is_missing_and_the_board_knows_who_is_done(
    sample: Path, sent: Path, capsys: Output
) -> None:
    file, row = blank_file(sent, capsys)
    assert run("submit", file) == 2
    told = capsys.readouterr()
    assert row in told.out
    assert "未入力" in told.err
    assert run("submit", file, "--as-it-is") == 0
    capsys.readouterr()
    _, (taken,) = collected(capsys, sample, file, "--apply")
    found = state_of(sample, taken["department"], capsys)
    assert (found["state"], found["said_complete"]) == ("returned", True)
    assert row in [missing["row"] for missing in found["missing"]]


@pytest.mark.parametrize(("choice", "text"), [("ours", "主管"), ("theirs", "部署")])
def test_a_conflict_remains_until_it_is_settled(
    sample: Path, sent: Path, capsys: Output, choice: str, text: str
) -> None:
    file, row = blank_file(sent, capsys)
    assert run("set", file, "--row", row, "--year", "R7", "--field", "evaluation", "部署") == 0
    assert run("set", sample, "--row", row, "--year", "R7", "--field", "evaluation", "主管") == 0
    status, (found,) = collected(capsys, sample, file, "--apply")
    expected = {"row": row, "year": 2025, "field": "evaluation", "base": None, "ours": "主管", "theirs": "部署"}
    assert status == 1
    assert [{key: c[key] for key in expected} for c in found["conflicts"]] == [expected]
    assert state_of(sample, found["department"], capsys)["state"] == "returned"
    assert run("status", sample) == 0
    assert "、食い違い 1 件" in capsys.readouterr().out
    status, _ = collected(capsys, sample, file, "--apply", "--settle", choice)
    assert status == 0
    assert run("history", sample, "--row", row, "--json") == 0
    assert text in capsys.readouterr().out
    assert run("history", sample) == 0
    assert "回収（1 ファイル）" in capsys.readouterr().out
    assert collected(capsys, sample, file, "--apply")[0] == 0


def test_a_foreign_file_is_refused_and_changes_nothing(sample: Path, tmp_path: Path, capsys: Output) -> None:
    stranger = tmp_path / "よそ.ayumid"
    stranger.write_bytes(b"PK\5\6" + bytes(18))
    status, (found,) = collected(capsys, sample, stranger, "--apply")
    assert (status, found["state"]) == (2, "foreign")
    assert "よそ.ayumid" in found["refused"][0]


def test_a_folder_is_collected_as_a_whole(sample: Path, sent: Path, capsys: Output) -> None:
    status, found = collected(capsys, sample, sent, "--apply")
    assert (status, len(found)) == (0, len(list(sent.iterdir())))
    assert {each["state"] for each in found} == {"taken"}


def test_distributing_again_into_the_same_folder_writes_over_nothing(sample: Path, sent: Path) -> None:
    before = {file: file.read_bytes() for file in sent.iterdir()}
    assert run("distribute", sample, sent, "--ask", "evaluation:R7") == 0
    assert all(file.read_bytes() == content for file, content in before.items())
    assert len(list(sent.iterdir())) == 2 * len(before)


def test_a_department_without_rows_is_refused_by_name(sample: Path, tmp_path: Path, capsys: Output) -> None:
    assert run("distribute", sample, tmp_path / "x", "--department", "ない課") == 2
    assert "ない課" in capsys.readouterr().err
    assert not (tmp_path / "x").exists()


def test_a_row_that_is_not_there_cannot_be_set(sent: Path, capsys: Output) -> None:
    file, _ = blank_file(sent, capsys)
    assert run("set", file, "--row", "9999", "--year", "R7", "--field", "evaluation", "よそ") == 2
    assert "9999" in capsys.readouterr().err


def test_submitting_a_plan_or_collecting_an_empty_folder_is_one_sentence(
    sample: Path, tmp_path: Path, capsys: Output
) -> None:
    assert run("submit", sample) == 2
    assert "部署ファイルではありません" in capsys.readouterr().err
    (tmp_path / "空").mkdir()
    assert run("collect", sample, tmp_path / "空") == 2
    assert "返送されたファイルがありません" in capsys.readouterr().err


def test_a_file_can_be_left_out_of_a_collection(sample: Path, sent: Path, capsys: Output) -> None:
    first, second = sorted(sent.iterdir())[:2]
    status, found = collected(capsys, sample, first, second, "--except", second.name)
    assert (status, [each["file"] for each in found]) == (0, [first.name])


def test_where_nobody_can_be_asked_it_is_said(tmp_path: Path, capsys: Output) -> None:
    assert run("new", tmp_path / "空.ayumi", "--title", "計画", "--city", "市", "--years", "2020") == 0
    capsys.readouterr()
    assert run("distribute", tmp_path / "空.ayumi", tmp_path / "配布") == 0
    assert "何も作っていません" in capsys.readouterr().out
