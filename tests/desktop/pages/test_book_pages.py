"""What the plan book and the outcome report say is entered in simple forms, and references are references."""

from pathlib import Path

from desktop.kit.boxes import ChoiceBox, LineBox, TextBox
from desktop.pages.book.facts_page import FactsPage
from desktop.pages.book.item_page import ItemsPage
from plan.ids import ItemId, RecordId
from tests.desktop.entries import contents, entry_window, page_of, steps_taken


def chosen(box: ChoiceBox, text: str) -> None:
    place = next(n for n in range(box.count()) if text in box.itemText(n))
    box.setCurrentIndex(place)
    box.activated.emit(place)


def test_the_plans_facts_are_entered(sample: Path) -> None:
    with entry_window(sample) as window:
        page, before = page_of(window, "facts", FactsPage), contents(window)
        mayor = page.facts.boxes["mayor"]
        assert isinstance(mayor, LineBox)
        mayor.setText("あゆみ市長 若葉 はるか")
        page.commit()
        assert "あゆみ市長 若葉 はるか" in contents(window)["plan"][0]
        steps_taken(window, before)


def test_phases_and_related_plans_are_lists(sample: Path) -> None:
    with entry_window(sample) as window:
        page, before = page_of(window, "facts", FactsPage), contents(window)
        model = page.phases.model
        model.setData(model.index(0, 0), "第1期")
        model.setData(model.index(0, 2), 2022)
        assert [row[2:] for row in contents(window)["phase"] if row[2] == "第1期"] == [("第1期", 2021, 2022)]
        page.related.view.setCurrentIndex(page.related.model.index(0, 0))
        page.related.down.click()
        assert page.related.view.currentIndex().row() == 1
        page.related.remove.click()
        assert len(contents(window)["related_plan"]) == len(before["related_plan"]) - 1
        for _ in range(4):
            window.undo.trigger()
        assert contents(window) == before


def item_named(page: ItemsPage, text: str) -> ItemId:
    place = next(n for n in range(page.reference.count()) if text in page.reference.itemText(n))
    return ItemId(RecordId(page.reference.itemData(place)))


def test_an_item_may_share_the_text_of_another(sample: Path) -> None:
    with entry_window(sample) as window:
        page, before = page_of(window, "items", ItemsPage), contents(window)
        owner = item_named(page, "書かない窓口の推進")
        page.choose(item_named(page, "オープンデータの推進"))
        chosen(page.described_with, "書かない窓口の推進")
        assert page.current is not None
        (row,) = (row for row in contents(window)["item"] if row[0] == page.current.id)
        assert row[-1] == owner
        steps_taken(window, before)


def test_marks_narratives_and_references_are_entered_item_by_item(sample: Path) -> None:
    with entry_window(sample) as window:
        page, before = page_of(window, "items", ItemsPage), contents(window)
        page.choose(item_named(page, "オープンデータの推進"))
        chosen(page.mark, "◎")
        chosen(page.reference, "書かない窓口の推進")
        assert page.current is not None
        assert page.current.mark == "◎"
        assert "書かない窓口の推進" in page.printed.text()
        assert not page.printed.isHidden()
        page.narrative.setPlainText("市のデータを公開します。")
        page.commit()
        for _ in range(3):
            window.undo.trigger()
        assert contents(window) == before
        assert page.printed.isHidden()


def test_going_to_another_item_takes_over_what_was_written(sample: Path) -> None:
    with entry_window(sample) as window:
        page, before = page_of(window, "items", ItemsPage), contents(window)
        first = item_named(page, "オープンデータの推進")
        page.choose(first)
        box = page.boxes.boxes["narrative"]
        assert isinstance(box, TextBox)
        box.setPlainText("途中の説明")
        page.choose(item_named(page, "書かない窓口の推進"))
        assert box.text != "途中の説明"
        page.choose(first)
        assert box.text == "途中の説明"
        steps_taken(window, before)


def test_a_footnote_belongs_to_an_item_or_to_the_whole_plan(sample: Path) -> None:
    with entry_window(sample) as window:
        page, before = page_of(window, "items", ItemsPage), contents(window)
        whole = page.tree.topLevelItem(0)
        assert whole is not None
        page.tree.setCurrentItem(whole)
        assert page.current is None
        page.footnotes.add.click()
        model = page.footnotes.model
        model.setData(model.index(model.rowCount() - 1, 0), "DX")
        new = [row for row in contents(window)["footnote"] if "DX" in row]
        assert [row[1] for row in new] == [None]
        steps_taken(window, before)
