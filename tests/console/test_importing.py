"""`ayumi import` takes the sister documents as it takes tables, and counts what it read in the same words."""

import json
from pathlib import Path

import pytest

from console.cli import main
from console.status import DONE, REFUSED, REMAINS
from plan.clipboard import clipboard_text
from tests.imports.reports import OUTCOMES, RESULTS, SHEETS
from tests.imports.tables import FIELDS, HEADINGS, KEYS, ROWS

Answer = dict[str, object]


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AYUMI_HOME", str(tmp_path / "home"))


def source(folder: Path, text: str) -> str:
    path = folder / "資料.txt"
    path.write_text(text, encoding="utf-8")
    return str(path)


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> Answer:
    assert main(["import", *arguments, "--json"]) == DONE
    answer: Answer = json.loads(capsys.readouterr().out)
    return answer


def test_statuses_are_counted_and_the_second_time_they_are_the_same(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, text = str(tmp_path / "計画.ayumi"), source(tmp_path, RESULTS)
    first = run(capsys, file, text)
    counts = {name: first[name] for name in ("rows", "departments", "years", "new", "changed", "same", "missing")}
    assert counts == {"rows": 6, "departments": 0, "years": 1, "new": 6, "changed": 0, "same": 0, "missing": 0}
    again = run(capsys, file, text)
    assert (again["new"], again["changed"], again["same"]) == (0, 0, 6)


def test_a_dry_run_tells_the_same_and_makes_no_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "計画.ayumi"
    answer = run(capsys, str(file), source(tmp_path, SHEETS), "--dry-run")
    assert (answer["rows"], answer["new"], file.exists()) == (2, 2, False)
    findings = answer["findings"]
    assert isinstance(findings, list)
    assert "rate_disagrees" in {finding["check"] for finding in findings}


def test_the_year_of_results_can_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file, text = str(tmp_path / "計画.ayumi"), source(tmp_path, OUTCOMES)
    assert main(["import", file, text]) == REFUSED
    assert "計画期間が書かれていない" in capsys.readouterr().err
    assert run(capsys, file, text, "--year", "令和4年度")["rows"] == 3


def test_the_year_of_a_table_that_names_none_can_be_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = str(tmp_path / "計画.ayumi")
    text = source(tmp_path, clipboard_text([[*KEYS, *FIELDS], *(row[:8] for row in ROWS)]))
    assert main(["import", file, text]) == REFUSED
    capsys.readouterr()
    assert run(capsys, file, text, "--year", "R2")["years"] == 1


def test_rows_that_are_not_read_are_counted_and_the_exit_status_says_so(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = [["所属", "事業名", "令和元年度実績"], ["図書館", "貸出", "10冊"]]
    text = source(tmp_path, clipboard_text([HEADINGS, *ROWS, *other]))
    assert main(["import", str(tmp_path / "計画.ayumi"), text]) == REMAINS
    assert "その 2 行は読み込んでいません" in capsys.readouterr().out
