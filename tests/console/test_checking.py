"""`ayumi check` tells what is found, as sentences or as JSON, and its exit status says whether errors remain."""

import json
from pathlib import Path

import pytest

from console.cli import main
from console.status import DONE, REMAINS

REAL = Path(__file__).parents[3] / "shared" / "real" / "progress-table.txt"
KEYS = {"severity", "check", "row", "department", "content", "year", "field", "message"}


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


@pytest.mark.skipif(not REAL.exists(), reason="the published table is not here")
def test_a_published_table_shows_its_known_faults_and_few_others(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "計画.ayumi"
    assert main(["import", str(path), str(REAL)]) == DONE
    capsys.readouterr()
    assert main(["check", str(path), "--json"]) == REMAINS
    found = json.loads(capsys.readouterr().out)
    rows = {check: {f["row"] for f in found if f["check"] == check} for check in {f["check"] for f in found}}
    assert rows["code_look_alike"] == {"74", "76", "78", "80", "83", "84"}
    assert rows["column_shifted"] >= {"29", "42", "80", "92", "93"}
    assert rows["word_variant"] == {"1", "3"}
    assert rows["evaluation_repeats_target"] >= {"22", "31", "41", "67"}
    assert rows["end_not_declared"] >= {"14", "26", "126"}
    assert len(found) < 133  # fewer than one for each of the table's rows
