"""What nobody sees makes no difference, what a reader sees does, and search finds what looks alike."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan.folding import as_seen, fold, same_words

ALIKE = {
    "line breaks": ("巡回\n文庫", "巡回文庫"),
    "blanks": ("巡回　文庫\u00a0", "巡回 文庫"),
    "a Mac's marks": (unicodedata.normalize("NFD", "ガイドブック"), "ガイドブック"),
    "wave dashes": ("4月～6月", "4月〜6月"),
    "signs": ("－5", "−5"),
    "a long sign as a minus": ("ー5", "-5"),
    "variation selectors": ("葛\U000e0100飾", "葛飾"),
    "zero width": ("図書\u200b館", "図書館"),
    "horizontal bars": ("図 — 1", "図 ― 1"),
}
APART = {
    "width": ("ＡＢ", "AB"),
    "a number in a circle": ("①", "1"),
    "another form of a name": ("神\ufa19", "神神"),
    "a long vowel": ("コピー2", "コピ-2"),
    "a word": ("図書館", "図書室"),
}


@pytest.mark.parametrize("name", ALIKE)
def test_what_looks_alike_is_alike(name: str) -> None:
    one, other = ALIKE[name]
    assert as_seen(one) == as_seen(other)
    assert same_words(one) == same_words(other)


@pytest.mark.parametrize("name", APART)
def test_what_a_reader_sees_makes_a_difference(name: str) -> None:
    one, other = APART[name]
    assert as_seen(one) != as_seen(other)


def test_search_finds_either_wave_dash_and_either_minus() -> None:
    assert fold("〜") == fold("～") == fold("~")
    assert fold("−") == fold("－") == fold("⁻") == "-"


@settings(max_examples=50)
@given(st.text())
def test_a_folded_text_is_folded_once_for_all(text: str) -> None:
    assert as_seen(as_seen(text)) == as_seen(text)
    assert same_words(as_seen(text)) == same_words(text)
