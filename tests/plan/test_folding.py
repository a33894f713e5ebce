"""What nobody sees makes no difference, what a reader sees does, and search finds what looks alike."""

import unicodedata
from collections import defaultdict

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan.folding import as_seen, fold, same_words
from tests.thorough import thorough

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
    "a long sign that follows no kana": ("1－①－ア", "1−①ーア"),
    "a break between words": ("New\nPlan", "New Plan"),
    "a break within a figure": ("9,8\n13人", "9,813人"),
    "a mark of a Latin letter": ("cafe\u0301 de", "café de"),
    "signs that two tables of cp932 tell apart": ("￠￡￢", "¢£¬"),
    "a control character": ("本\0\x07", "本"),
}
APART = {
    "width": ("ＡＢ", "AB"),
    "a number in a circle": ("①", "1"),
    "another form of a name": ("神\ufa19", "神神"),
    "a long vowel": ("コピー2", "コピ-2"),
    "a word": ("図書館", "図書室"),
    "a blank between figures": ("12 3人", "123人"),
    "a blank between words": ("New Plan", "NewPlan"),
    "small and capital letters": ("ABC", "abc"),
    "signs in one": ("㈱", "(株)"),
    "a mark on a blank": ("か \u3099", "が"),
    "a family": ("👨\u200d👩", "👨👩"),
    "a dash": ("－", ""),
}
_CONTROLS = ("\0", "\x07", "\xad", "\u200b", "\u2060", "\ufeff", "\ufe0f", "\U000e0100")
_SPACE = ("", "\n", "\r\n", " ", "　", "\t", "\xa0", "\u2028")
DRESSED = st.lists(st.tuples(st.sampled_from("本にがパ①（）〜−。"), st.sampled_from(_CONTROLS + _SPACE)))
_ALL_APART = "本に親しむ場づくりがガカハパ①1１２ＡAaぁあアｱ㈱株髙高神\ufa19葛()（）。、，・…【】△▲×○〇〜−ー👪🙂"
_TWINS = {
    "-": set("-－−‐‑–ー"),
    "~": set("~～〜∼"),
    "—": set("—―"),
    "‖": set("‖∥"),
    "¢": set("¢￠"),
    "£": set("£￡"),
    "¬": set("¬￢"),
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


@given(st.text())
@thorough(200)
def test_a_folded_text_is_folded_once_for_all(text: str) -> None:
    assert as_seen(as_seen(text)) == as_seen(text)
    assert same_words(same_words(text)) == same_words(text)
    assert same_words(as_seen(text)) == same_words(text)


@given(DRESSED, st.sampled_from(["Mac", "Windows"]))
@thorough(100)
def test_no_break_no_blank_no_unseen_character_and_no_form_of_a_letter_makes_a_difference(
    pieces: list[tuple[str, str]], form: str
) -> None:
    plain = "".join(sign for sign, _ in pieces)
    dressed = "".join(unicodedata.normalize("NFD", sign) + unseen for sign, unseen in pieces)
    if form == "Windows":
        dressed = dressed.replace("〜", "～").replace("−", "－")
    assert as_seen(plain) == as_seen(dressed)
    assert same_words(plain) == same_words(dressed)


@given(st.text(_ALL_APART), st.text(_ALL_APART))
@thorough(300)
def test_texts_of_which_one_has_another_sign_are_never_one(one: str, other: str) -> None:
    first, second = (text.replace("ー", "ァー") for text in (one, other))
    assert (as_seen(first) == as_seen(second)) == (first == second)


def test_of_all_characters_only_those_that_nobody_tells_apart_are_one() -> None:
    groups = defaultdict[str, set[str]](set)
    for code in (*range(0x10000), *range(0x1F000, 0x1FB00), *range(0x2F800, 0x2FA20), *range(0xE0000, 0xE0200)):
        groups[as_seen(chr(code))].add(chr(code))
    unseen = groups.pop("")
    assert {seen: same for seen, same in groups.items() if same != {seen}} == _TWINS
    assert all(c.isspace() or unicodedata.category(c) in ("Cc", "Cf", "Mn") for c in unseen)


def test_what_is_looked_for_is_found_in_any_width_and_case() -> None:
    for one, other in (
        ("1-①-ア．本", "１－①－ア. 本"),
        ("ＬＥＤ化", "led化"),
        ("L L ブック", "LLブック"),
        ("ﾃﾞｼﾞﾀﾙ化", "デジタル化"),
    ):
        assert same_words(one) == same_words(other)
