"""A row without 番号 is addressed, and told of, by its department and what it is about."""

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.styles import Font
from openpyxl.worksheet.worksheet import Worksheet

from console.cli import main
from plan.exchange import questionnaire as words_of

Output = pytest.CaptureFixture[str]
HEADING = "番号,実施事業,担当課,実施内容,令和3年度内容及び目標,令和3年度評価"
LINES = (
    "1,1-①-ア. 備え,防災課,避難所の点検,点検する。,点検した。",
    ",1-①-ア. 備え,防災課,訓練の実施（本部）,実施する。,",
    ",1-①-ア. 備え,防災課,訓練の案内,案内する。,案内した。",
    ",1-①-ア. 備え,広報課,訓練の案内,案内する。,案内した。",
)


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Output) -> str:
    monkeypatch.setenv("AYUMI_HOME", str(tmp_path / "home"))
    monkeypatch.setenv("LANG", "ja_JP.UTF-8")
    monkeypatch.chdir(tmp_path)
    Path("表.csv").write_text("\n".join((HEADING, *LINES)) + "\n", encoding="utf-8")
    assert main(["import", "計画.ayumi", "表.csv"]) == 0
    capsys.readouterr()
    return "計画.ayumi"


def put(file: str, row: str, text: str) -> int:
    return main(["set", file, "--row", row, "--year", "R3", "--field", "evaluation", text])


@pytest.mark.parametrize(
    "words",
    ["防災課/訓練の実施（本部）", "防災課／訓練の実施(本部)", "防災課/訓練の実施", " 防災課 / 訓練の実施（本部） "],
)
def test_a_row_is_found_by_its_department_and_what_it_is_about(words: str, plan: str, capsys: Output) -> None:
    assert put(plan, words, "実施した。") == 0
    assert main(["history", plan, "--row", words, "--json"]) == 0
    newest = json.loads(capsys.readouterr().out)[0]
    assert (newest["department"], newest["field"], newest["after"]) == ("防災課", "evaluation", "実施した。")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("防災課/訓練", ["2 行", "防災課/訓練の実施（本部）", "防災課/訓練の案内"]),
        ("広報課/訓練の実施", ["広報課/訓練の実施", "担当課と実施内容"]),
        ("消防課/訓練の案内", ["消防課/訓練の案内"]),
        ("", ["担当課/実施内容"]),
    ],
)
def test_what_names_no_row_or_several_is_refused_and_the_rows_are_named(
    words: str, said: list[str], plan: str, capsys: Output
) -> None:
    before = Path(plan).read_bytes()
    assert put(plan, words, "実施した。") == 2
    told = capsys.readouterr().err
    assert all(part in told for part in said)
    assert told.count("\n") == 1
    assert Path(plan).read_bytes() == before


def test_a_department_fills_in_its_row_without_a_number(plan: str, capsys: Output) -> None:
    assert main(["distribute", plan, "配布", "--department", "防災課", "--ask", "evaluation:R3"]) == 0
    (part,) = Path("配布").iterdir()
    assert put(str(part), "防災課/訓練の実施", "実施した。") == 0
    assert put(str(part), "防災課/訓練", "実施した。") == 2
    capsys.readouterr()
    assert main(["status", str(part), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["departments"][0]["missing"] == []


def test_a_finding_in_a_row_without_a_number_names_what_the_row_is_about(plan: str, capsys: Output) -> None:
    main(["check", plan, "--json"])
    found = [f for f in json.loads(capsys.readouterr().out) if f["check"] == "not_entered"]
    assert [(f["row"], f["department"], f["content"]) for f in found] == [("", "防災課", "訓練の実施（本部）")]
    main(["check", plan])
    assert "防災課 「訓練の実施（本部）」 令和3年度 評価  " in capsys.readouterr().out


def test_a_returned_answer_that_is_held_back_names_its_row_too(plan: str, capsys: Output) -> None:
    assert main(["distribute", plan, "配布", "--department", "防災課", "--ask", "evaluation:R3", "--as", "excel"]) == 0
    (book,) = Path("配布").iterdir()
    alter(book)
    capsys.readouterr()
    main(["collect", plan, str(book), "--json"])
    (returned,) = json.loads(capsys.readouterr().out)["returns"]
    (held,) = [f for f in returned["findings"] if f["check"] == "cell_not_taken"]
    assert (held["row"], held["content"]) == ("", "訓練の実施（本部）")


def alter(book: Path) -> None:
    """An answer is struck out whole."""
    made = load_workbook(book)
    sheet = made[words_of.TABLE]
    assert isinstance(sheet, Worksheet)
    (line,) = [n for n, row in enumerate(sheet.iter_rows(), 1) if any(c.value == "訓練の実施（本部）" for c in row)]
    column = [cell.value for cell in sheet[3]].index("evaluation:2021") + 1
    cell = sheet.cell(line, column)
    cell.value, cell.font = "実施した。", Font(strike=True)
    made.save(book)
