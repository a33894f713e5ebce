"""Codes and department labels are taken apart, and put together again to the letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.codes import split_heading
from plan.departments import split_label


@pytest.mark.parametrize(
    ("text", "code", "segments", "name"),
    [
        ("1-①-ア. 情報の発信", "1-①-ア", ("1", "①", "ア"), "情報の発信"),
        ("1－(1)－① 情報の発信", "1－(1)－①", ("1", "(1)", "①"), "情報の発信"),
        ("１．（１）ア　情報の発信", "１．（１）ア", ("１", "（１）", "ア"), "情報の発信"),
        ("3-②-A. 口座振替", "3-②-A", ("3", "②", "A"), "口座振替"),
        ("①情報の発信", "①", ("①",), "情報の発信"),
        ("第1章 まちづくり", "第1章", ("第1章",), "まちづくり"),
        ("(1) ①情報の発信", "(1) ①", ("(1)", "①"), "情報の発信"),
        ("1-①-ア.\n情報の発信", "1-①-ア", ("1", "①", "ア"), "情報の発信"),
        ("1 - ①　情報の発信", "1 - ①", ("1", "①"), "情報の発信"),
        ("基本目標１　安全なまち", "基本目標１", ("基本目標１",), "安全なまち"),
        ("1. 2期計画の策定", "1", ("1",), "2期計画の策定"),
    ],
)
def test_a_heading_is_code_joint_and_name(text: str, code: str, segments: tuple[str, ...], name: str) -> None:
    heading = split_heading(text)
    assert (heading.code, heading.segments, heading.name) == (code, segments, name)


@pytest.mark.parametrize(
    "text", ["3月の講座", "4K放送の周知", "1.5倍にする", "ICTの活用", "第2次計画", "5G 環境", "1－(1)－①", "ア", ""]
)
def test_a_text_without_a_code_is_all_name(text: str) -> None:
    assert split_heading(text).name == text


def test_the_codes_above_are_the_beginnings_of_a_code() -> None:
    assert split_heading("1-①-ア. 発信").prefixes == ("1", "1-①")
    assert split_heading("発信").prefixes == ()


@given(st.text(alphabet="1２①ア(（)）-－.． \u3000第章ABイの市\n"))
def test_the_parts_of_a_heading_are_the_heading_again(text: str) -> None:
    assert split_heading(text).text == text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("防災課", ("防災課", "", "")),
        ("課税課(旧資産税課)", ("課税課", "", "資産税課")),
        ("生涯学習課（図書館）", ("生涯学習課", "図書館", "")),
        ("生涯学習課(図書館)(旧社会教育課)", ("生涯学習課", "図書館", "社会教育課")),
        ("総務課、防災課", ("総務課、防災課", "", "")),
    ],
)
def test_a_department_label_is_name_section_and_former_name(text: str, parts: tuple[str, str, str]) -> None:
    label = split_label(text)
    assert (label.name, label.section, label.former) == parts
    assert label.text == text


@given(st.text(alphabet="課旧図()（）館"))
def test_the_parts_of_a_label_are_the_label_again(text: str) -> None:
    assert split_label(text).text == text
