"""`ayumi check` tells what is found, as sentences or as JSON, and its exit status says whether errors remain."""

import json
from pathlib import Path

import pytest

from desktop.cli import main
from desktop.console.status import DONE, REMAINS

KEYS = {"severity", "check", "row", "department", "year", "field", "message"}


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Path:
    """The sample plan as a file."""
    monkeypatch.setenv("AYUMI_HOME", str(tmp_path / "home"))
    path = tmp_path / "計画.ayumi"
    sample = Path(__file__).parents[2] / "resources" / "sample" / "plan.json"
    assert main(["import", str(path), str(sample)]) == DONE
    capsys.readouterr()
    return path


def test_errors_that_remain_make_the_exit_status_one(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["check", str(plan), "--json"]) == REMAINS
    found = json.loads(capsys.readouterr().out)
    assert all(finding.keys() == KEYS for finding in found)
    first = found[0]
    assert (first["severity"], first["check"], first["field"]) == ("error", "not_entered", "evaluation")
    assert isinstance(first["year"], int)
    assert {finding["severity"] for finding in found} == {"error", "warning", "notice"}


def test_people_are_told_each_place_and_the_counts(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["check", str(plan)])
    lines = capsys.readouterr().out.splitlines()
    assert any("番号 19 健康づくり課 令和6年度 評価" in line and "前年度の評価と同じ文" in line for line in lines)
    assert lines[-1].startswith("エラー ")


def test_an_empty_plan_has_no_findings(plan: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = plan.with_name("空.ayumi")
    assert main(["new", str(path), "--title", "空の計画", "--city", "あゆみ市", "--years", "2019-2021"]) == DONE
    capsys.readouterr()
    assert main(["check", str(path), "--json"]) == DONE
    assert json.loads(capsys.readouterr().out) == []


def test_a_department_file_tells_what_concerns_its_own_cells(
    plan: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sent = tmp_path / "配布"
    given = ["--department", "健康づくり課", "--ask", "evaluation:R6"]
    assert main(["distribute", str(plan), str(sent), *given]) == DONE
    (file,) = sent.iterdir()
    capsys.readouterr()
    assert main(["check", str(file), "--json"]) == DONE
    found = json.loads(capsys.readouterr().out)
    assert [(f["check"], f["row"], f["year"]) for f in found] == [("evaluation_repeats_last", "19", 2024)]
