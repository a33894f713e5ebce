"""Footnotes get their numbers where they are first read, and every one is printed."""

import pytest

from plan.documents.footnotes import Footnote, Numbering, with_markers_of, without_markers
from plan.ids import ItemId, RecordId

A, B = ItemId(RecordId("a")), ItemId(RecordId("b"))
SNS, TAG = Footnote(A, "SNS（交流サイト）", "つながる場。"), Footnote(B, "ICタグ", "小さな部品。")


def test_a_marker_takes_the_next_number_whatever_was_typed() -> None:
    numbering = Numbering([TAG, SNS])
    assert numbering.numbered("市公式SNS(注9)で知らせる。", A) == (
        "市公式SNS(注1)で知らせる。", ["(注1) SNS（交流サイト）：つながる場。"],
    )  # fmt: skip
    assert numbering.numbered("ICタグ（注）とSNS(注１)を使う。", B) == (
        "ICタグ(注2)とSNS(注1)を使う。", ["(注2) ICタグ：小さな部品。"],
    )  # fmt: skip


def test_a_marker_without_its_term_takes_the_items_own_note() -> None:
    assert Numbering([SNS, TAG]).numbered("この部品(注)を貼る。", B)[1] == ["(注1) ICタグ：小さな部品。"]


def test_a_marker_that_belongs_to_nothing_stays() -> None:
    assert Numbering([SNS]).numbered("別の話(注3)。", B) == ("別の話(注3)。", [])


def test_a_note_that_no_text_marks_is_put_behind_its_term_or_at_the_end() -> None:
    assert Numbering([SNS]).rest("市公式SNSで知らせる。", A)[0] == "市公式SNS(注1)で知らせる。"
    assert Numbering([SNS]).rest("電子媒体で知らせる。", A)[0] == "電子媒体で知らせる。(注1)"


def test_a_list_shows_no_markers() -> None:
    assert without_markers("地域SNS(注3)等の普及") == "地域SNS等の普及"


@pytest.mark.parametrize(
    ("name", "heading", "expected"),
    [
        ("地域SNS等の普及", "地域 SNS(注3)等の普及", "地域SNS(注3)等の普及"),
        ("地域 SNS 等", "地域SNS等（注1）", "地域 SNS 等（注1）"),
        ("図書(注1)", "図書(注2)", "図書(注1)"),
        ("図書", "別の図書(注2)", "図書"),
        ("図書と本", "図書(注1)と本(注2)", "図書(注1)と本(注2)"),
    ],
)
def test_markers_of_a_heading_go_into_the_same_words(name: str, heading: str, expected: str) -> None:
    assert with_markers_of(name, heading) == expected
