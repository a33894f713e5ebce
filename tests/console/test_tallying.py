"""Every document can be had from the command line, and the counts of its measures too."""

import json
import shutil
from pathlib import Path

import pytest

from console.cli import main
from db.edit.counting import set_counting
from db.file.planfile import open_plan
from db.log.changes import recording
from db.store.working import Actor
from plan.documents.tally import Counting
from work.documents import FORMS

Output = pytest.CaptureFixture[str]


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("見本")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AYUMI_HOME", str(folder / "home"))
        assert main(["demo", str(folder), "--no-window"]) == 0
    return folder / "見本.ayumi"


@pytest.fixture(autouse=True)
def _own_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("AYUMI_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)


@pytest.mark.parametrize("form", [form.id for form in FORMS])
@pytest.mark.parametrize(("suffix", "beginning"), [(".pdf", b"%PDF"), (".xlsx", b"PK"), (".html", b"<!DOCTYPE html>")])
def test_every_form_comes_in_every_format(plan: Path, form: str, suffix: str, beginning: bytes) -> None:
    assert main(["export", str(plan), f"out{suffix}", "--form", form]) == 0
    assert Path(f"out{suffix}").read_bytes().startswith(beginning)


def test_lines_of_values_are_for_tables_only(plan: Path, capsys: Output) -> None:
    assert main(["export", str(plan), "out.csv", "--form", "plan-book"]) == 2
    assert "進行管理表だけです" in capsys.readouterr().err
    assert not Path("out.csv").exists()


def test_the_tally_is_that_of_the_rows(plan: Path, capsys: Output) -> None:
    assert main(["tally", str(plan), "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["statuses"], told["total"]) == ({"達成": 16, "未達成": 7, "中止": 1}, 24)
    assert sum(sum(counts.values()) for counts in told["by_field"].values()) == 24
    assert told["by_year"] == {"2023": told["statuses"]}
    assert told["by_department"]["危機管理課"]["達成"] == 2
    assert told["grades"]["total"] == sum(told["grades"]["counts"].values()) == 179


def test_a_repeated_listing_can_count_once(plan: Path, capsys: Output) -> None:
    assert main(["tally", str(plan), "--relisted", "once", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] == 23


def test_the_plans_own_way_of_counting_holds_where_none_is_named(plan: Path, capsys: Output) -> None:
    once = Path(shutil.copy(plan, "once.ayumi"))
    with open_plan(once, Actor.here()) as opened, recording(opened.store, "再掲の数え方") as door:
        set_counting(door, Counting.ONCE)
    for given, total in (([], 23), (["--relisted", "as-printed"], 24)):
        assert main(["tally", str(once), *given, "--json"]) == 0
        assert json.loads(capsys.readouterr().out)["total"] == total
        assert main(["export", str(once), "out.html", "--form", "results-report", *given]) == 0
        assert f"計画に掲げた{total}項目" in Path("out.html").read_text(encoding="utf-8")
        capsys.readouterr()


def test_the_tally_is_told_to_people_too(plan: Path, capsys: Output) -> None:
    assert main(["tally", str(plan)]) == 0
    told = capsys.readouterr().out
    assert "実施状況（令和5年度）  計 24（達成 16、未達成 7、中止 1）" in told
    assert "担当課別  危機管理課" in told


def test_a_plan_without_statuses_and_grades_says_so(capsys: Output) -> None:
    assert main(["new", "空.ayumi", "--title", "計画", "--city", "市", "--years", "2020"]) == 0
    capsys.readouterr()
    assert main(["tally", "空.ayumi"]) == 0
    assert capsys.readouterr().out == "実施状況も達成状況も、まだ記入されていません。\n"
