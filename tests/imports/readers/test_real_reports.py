"""The cities' own reports come through: counted, with their eras, marks, schedules and rates."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.log.changes import recording
from db.read.grades import evaluation_sheets, results_report
from db.read.reports import outcome_report, plan_book
from db.store.working import Store
from exports.document import Heading, Table
from exports.forms import plan_book as book_form
from exports.forms import results_report as results_form
from imports.kinds import compare, read_any, start
from imports.reports.records import ReportReading
from plan.era import FiscalYear
from plan.findings import Severity
from plan.folding import same_words
from tests.db.conftest import empty_store

REAL = Path(__file__).parents[3].parent / "shared" / "real"
RESULTS, BOOK, SHEETS, OUTCOMES = (
    REAL / f"{name}.txt"
    for name in ("results-and-evaluation", "indicators-and-measures", "evaluation-sheets", "outcome-report")
)
pytestmark = pytest.mark.skipif(not RESULTS.exists(), reason="the cities' reports are not here")


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    opened = empty_store(tmp_path / "plan.db")
    yield opened
    opened.close()


def reading(path: Path, year: int | None = None) -> ReportReading:
    found = read_any(path, year=None if year is None else FiscalYear(year))
    assert isinstance(found, ReportReading)
    return found


def started(store: Store, told: ReportReading) -> None:
    with recording(store, "取り込み") as door:
        start(door, told)
    with store.reading() as connection:
        assert not compare(connection, told).changes_something


def test_the_98_statuses_are_counted_in_order_with_codes_and_names(empty: Store) -> None:
    told = reading(RESULTS)
    started(empty, told)
    with empty.reading() as connection:
        report = results_report(connection)
    assert Counter(line.grade for line in report.graded) == {"達成": 72, "未達成": 14, "中止": 12}
    lines = re.findall(r"^[ \-]*(\S.*?)[ .]*【(達成|未達成|中止)】$", RESULTS.read_text(encoding="utf-8"), re.MULTILINE)
    assert [(line.node.heading, line.graded.grade) for line in report.lines if line.graded] == lines
    assert (told.row_count, len(report.fields), sum(bool(f.goal and f.result) for f in report.fields)) == (98, 8, 8)
    assert (told.title, int(report.year)) == ("袖ヶ浦市電子市政推進計画", 2010)
    assert [(f.check, f.place.line) for f in told.findings] == [("line_not_read", 359)]  # who wrote it
    assert sum(line.listing_of is not None for line in report.graded) == 1


def test_the_indicators_have_their_eras_and_the_tree_its_marks(empty: Store) -> None:
    started(empty, reading(BOOK))
    with empty.reading() as connection:
        book = plan_book(connection)
    values = [
        (i.unit, int(i.baseline_year or 0), i.baseline, [t.target for t in i.years.values()]) for i in book.indicators
    ]
    assert values == [
        ("種類", 2010, "27", ["31", "35", "39"]),
        ("件", 2010, "2,274,948", ["2,500,000", "2,750,000", "3,000,000"]),
    ]
    assert [[int(year) for year in i.years] for i in book.indicators] == [[2014, 2018, 2022]] * 2
    tree = BOOK.read_text(encoding="utf-8").partition("推進事業\n")[2]
    assert Counter(n.mark for n in book.nodes if n.mark) == {"◎": tree.count("◎"), "※": tree.count("※")}
    assert sum(bool(n.reference) for n in book.nodes) == tree.count("」参照)")
    assert (len(book.footnotes), len(book.related), len(book.narratives)) == (6, 2, 21)


def test_headings_labels_and_eras_stay_as_the_cities_write_them(empty: Store, tmp_path: Path) -> None:
    started(empty, reading(RESULTS))
    with empty.reading() as connection:
        told = results_report(connection)
    names = [b.text for b in results_form.compose(told).blocks if isinstance(b, Heading)]
    assert [name for name in names if name[0].isdigit()] == [
        "1　袖ヶ浦市電子市政推進計画の概要",
        "2　計画の分野別目標と実績",
        "3　計画の施策別実施状況",
        "4　電子市政推進計画の評価",
    ]
    other = empty_store(tmp_path / "book.db")
    started(other, reading(BOOK))
    with other.reading() as connection:
        blocks = book_form.compose(plan_book(connection)).blocks
    other.close()
    table = next(block for block in blocks if isinstance(block, Table))
    assert next(block.text for block in blocks if isinstance(block, Heading)) == "Ⅰ　まちづくり指標"
    assert [column.headings[0] for column in table.columns] == [
        "行政指標",
        "計画策定時の状況\n（平成22年）",
        "前期目標値\n（平成26年）",
        "中期目標値\n（平成30年）",
        "目標値\n（平成34年）",
    ]


def test_items_that_share_a_text_are_printed_in_the_order_and_grouping_of_the_book(empty: Store) -> None:
    started(empty, reading(BOOK))
    with empty.reading() as connection:
        blocks = book_form.compose(plan_book(connection)).blocks
    codes = [block.text.split(" ")[0] if isinstance(block, Heading) else "。" for block in blocks]
    printed = re.findall(r"(?:\d-\(\d\)-\S )+。", " ".join(code for code in codes if code))
    source = BOOK.read_text(encoding="utf-8").partition("主要事業\n\n1")[2]
    lines = [line for line in f"1{source}".splitlines() if line.strip() and not line.startswith("(注")]
    told = " ".join(
        re.sub(r"－", "-", line).split("「")[0].split(" ")[0] if line[0].isdigit() else "。" for line in lines
    )
    assert printed == re.findall(r"(?:\d-\(\d\)-\S )+。", told)
    assert "6-(3)-① 6-(3)-② 6-(3)-④ 。" in printed


def test_the_sheets_have_their_grades_rates_and_schedules(empty: Store) -> None:
    told = reading(SHEETS)
    started(empty, told)
    with empty.reading() as connection:
        sheets = evaluation_sheets(connection).sheets
    assert [str(sheet.budget.rate) for sheet in sheets] == ["86.7", "None", "97.7", "76.1"]
    assert [sheet.budget.typed_rate for sheet in sheets] == ["86.7%", "0.0%", "97.7%", "76.1%"]
    assert {(s.interim.own, s.interim.committee, s.final.own, s.final.committee) for s in sheets} == {("1",) * 4}
    assert [sheet.number for sheet in sheets] == ["企 — 1", "企 — 2", "企 ー 3", "企 — 4"]
    drawn = {(line.first, line.last) for line in sheets[3].schedule if "支援者派遣" in line.label}
    assert drawn == {(6, 12), (6, 13)}
    assert all("<" not in text for sheet in sheets for text in (sheet.texts.outline, sheet.texts.summary))
    assert {f.check for f in told.findings if f.severity is Severity.WARNING} == {
        "schedule_not_drawn",
        "schedule_shifted",
        "amount_without_name",
    }


def test_the_outcomes_have_their_circles_dashes_and_idle_projects(empty: Store) -> None:
    started(empty, reading(OUTCOMES, 2007))
    with empty.reading() as connection:
        report = outcome_report(connection, FiscalYear(2007))
    told = [i.of(FiscalYear(2007)) for project in report.projects for i in project.indicators]
    assert (len(report.projects), [year.grade for year in told]) == (9, ["○"] * 10)
    assert [bool(project.idle) for project in report.projects].count(True) == 2
    assert [year.target for year in told].count("-") == 2
    assert report.projects[0].heading == "1 【防犯対策の充実・強化】事業 親子安心システム"


@pytest.mark.parametrize("path", [RESULTS, BOOK, SHEETS, OUTCOMES], ids=lambda path: path.stem)
def test_every_sentence_of_a_published_report_is_read_to_the_character_or_told(path: Path) -> None:
    told = reading(path, 2010)
    values = (part for r in told.records for parts in (r.key, r.values) for part in parts.values())
    kept = same_words("".join(value for value in values if isinstance(value, str)))
    known = {f.place.line for f in told.findings if f.check == "line_not_read"}
    source = enumerate(path.read_text(encoding="utf-8").splitlines(), start=1)
    cells = [(n, piece) for n, line in source for piece in re.split(r"\t|<[^>]*>|(?<=。)", line)]
    sentences = [
        (n, same_words(piece)) for n, piece in cells if piece.rstrip().endswith("。") and "注)" not in piece[:4]
    ]
    assert len(sentences) > 10  # the form's own remarks (注) apart
    left = [(n, s) for n, s in sentences if n not in known and _bare(s) not in kept]
    assert left == []


def _bare(sentence: str) -> str:
    """A sentence without what is kept beside it: its bullet, its heading, its term and the number of its note."""
    return re.sub(r"^(?:[-・]|【[^】]*】|\(?注\)?\d*\)?[^:：]*[:：])+", "", sentence)
