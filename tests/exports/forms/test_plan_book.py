"""The plan book: each year in its era, the tree with its marks and references, footnotes that number themselves."""

import re
from dataclasses import replace

from exports.document import Document, Heading, Paragraph, Style, Table
from exports.forms.plan_book import compose
from plan.documents.footnotes import Footnote
from plan.documents.reports import PlanBook
from plan.ids import ItemId, RecordId
from tests.exports.sisters import as_pdf, documents, pages, sample


def tables(document: Document) -> list[Table]:
    return [block for block in document.blocks if isinstance(block, Table)]


def notes(document: Document) -> list[str]:
    return [b.text for b in document.blocks if isinstance(b, Paragraph) and b.style is Style.NOTE]


def test_an_indicator_shows_its_baseline_and_targets_each_in_its_era() -> None:
    first = tables(documents()["plan-book"])[0]
    assert [c.headings[0] for c in first.columns] == [
        "指標", "計画策定時の状況\n（令和2年）", "前期目標値\n（令和5年）", "目標値\n（令和7年）",
    ]  # fmt: skip
    assert first.rows[0].cells == ("防災メール・アプリの登録者数", "8,420人", "10,500人", "12,000人")


def test_a_dash_is_no_number_and_takes_no_unit() -> None:
    (table,) = (t for t in tables(documents()["plan-book"]) if t.name == "電子図書館の貸出点数")
    assert table.rows[0].cells[1:] == ("－", "6,000点", "10,000点")


def test_the_tree_shows_every_measure_once_with_its_mark() -> None:
    rows = [row.cells for t in tables(documents()["plan-book"]) if t.columns[0].headings == ("施策",) for row in t.rows]
    marks = [mark for _, mark, _ in rows]
    nodes = [node for node in sample().book.nodes if node.level == 2]
    assert len(rows) == len(nodes) == 24
    assert (marks.count("◎"), marks.count("※")) == (8, 10)
    assert marks == [node.mark for node in nodes]


def test_a_reference_to_an_item_follows_its_number() -> None:
    (row,) = (r for t in tables(documents()["plan-book"]) for r in t.rows if r.cells[-1].startswith("2-②-ア"))
    assert row.cells[-1] == "2-②-ア. 書かない窓口の推進\n（「4-①-ア 業務システムの標準化」参照）"


def test_footnotes_are_numbered_in_the_order_of_reading() -> None:
    found = notes(documents()["plan-book"])
    assert [re.findall(r"^\(注(\d+)\)", note)[0] for note in found] == [str(i) for i in range(1, 9)]
    assert found[0].startswith("(注1) SNS（ソーシャル・ネットワーキング・サービス）：")
    assert found[5].startswith("(注6) オープンデータ：")


def test_a_footnote_more_renumbers_the_others() -> None:
    told = sample().book
    (first,) = (n.id for n in told.nodes if n.code == "1-①-ア")
    more = replace(told, footnotes=(Footnote(first, "避難所", "災害のときに身を寄せる場所です。"), *told.footnotes))
    found = notes(compose(more))
    assert len(found) == 9
    assert [re.findall(r"^\(注(\d+)\)", note)[0] for note in found] == [str(i) for i in range(1, 10)]
    assert "ウェブアクセシビリティ(注4)" in "".join(pages(as_pdf(compose(more))))


def test_an_empty_plan_has_an_empty_book() -> None:
    told = sample().book
    empty = replace(told, nodes=(), narratives={}, indicators=(), footnotes=(), related=())
    assert compose(empty).blocks == ()
    assert len(pages(as_pdf(compose(empty)))) == 1


def test_results_stand_beside_their_targets_year_by_year() -> None:
    (table,) = (t for t in tables(documents()["plan-book"]) if t.name == "指標の年度別の実績")
    assert len(table.rows) == 32
    assert table.rows[3].cells == ("防災メール・アプリの登録者数", "令和6年度", "11,200人", "11,163人", "△")
    assert [bool(row.joined) for row in table.rows[:5]] == [False, True, True, True, False]


def described(book: PlanBook) -> list[str]:
    blocks = [b for b in compose(book).blocks if isinstance(b, Heading | Paragraph)]
    start = next(n for n, b in enumerate(blocks) if isinstance(b, Heading) and b.text.endswith("　主要事業"))
    return [b.text for b in blocks[start:] if getattr(b, "style", None) is not Style.NOTE]


def test_what_nobody_has_described_is_only_listed() -> None:
    book = sample().book
    first, second, *_ = (n for n in book.nodes if n.mark == "◎")
    told = described(replace(book, narratives={first.id: "説明です。"}, footnotes=()))
    assert told[1:3] == [first.full_heading, "説明です。"]
    assert second.full_heading not in told


def test_items_of_one_text_stand_together_above_it_and_others_after_them() -> None:
    book = sample().book
    one, two, three, four, *_ = (n for n in book.nodes if n.mark == "◎")
    told = described(
        replace(
            book,
            narratives={three.id: "三の説明です。", four.id: "一と二と四の説明です。"},
            shared={one.id: four.id, two.id: four.id, three.id: four.id},
            footnotes=(),
        )
    )
    texts = ["一と二と四の説明です。", three.full_heading, "三の説明です。"]
    assert told[1:7] == [one.full_heading, two.full_heading, four.full_heading, *texts]


def test_a_text_that_is_gone_describes_nothing() -> None:
    book = sample().book
    one, two, *_ = (n for n in book.nodes if n.mark == "◎")
    told = replace(book, narratives={two.id: "二の説明です。"}, shared={one.id: ItemId(RecordId("gone"))}, footnotes=())
    assert described(told)[1] == two.full_heading
