"""Lines as an office expects them: nothing lost, nothing too wide, nothing torn apart."""

import re
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from exports.typeset import lines as typeset
from exports.typeset.lines import Typesetter, clean
from exports.typeset.truetype import EM

NOT_FIRST = "、。，．」』】）〉》・ーぁぃぅぇぉっゃゅょァィゥェォッャュョ々：；？！…%％℃)"
NOT_LAST = "「『【（〈《(〒"
WHOLE = (
    *("9,813人", "12回", "▲1.9%", "10,000人", "3か所", "250万円", "100世帯", "1.5ポイント", "第4次", "５６件"),
    *("CATV", "GIS"),
)
PIECES = (
    *WHOLE,
    *("説明会", "を開いた。", "「資料」", "（案）、", "ホームページ", "きっちゃっと", "【結果/目標】", "施策・事業"),
    *("……", "多言語(英・韓)", "々", "！？", "　"),
)


HOUSE = Typesetter((typeset.regular(),))


def lines(text: str, characters: float) -> list[str]:
    return list(HOUSE.lines(text, int(characters * EM)))


texts = st.lists(st.sampled_from(PIECES), max_size=40).map("".join)
anything = st.text(
    alphabet=st.sampled_from("市民のっャー「（【）」。、…12９人回%▲aZ/?&=.:@ 　\n'\"-々か所"), max_size=120
)


@given(anything, st.integers(EM, 20 * EM))
def test_no_line_is_wider_than_its_column_and_nothing_is_lost(text: str, limit: int) -> None:
    found = HOUSE.lines(text, limit)
    assert all(HOUSE.width(line) <= limit for line in found)
    assert "".join(found) == text.replace("\n", "")
    assert len(found) >= text.count("\n") + 1


@given(texts, st.integers(16, 40))
def test_no_line_begins_or_ends_with_what_may_not_stand_there(text: str, characters: int) -> None:
    found = [line.rstrip(" 　") for line in lines(text, characters)]
    assert not [line for line in found[1:] if line.startswith(tuple(NOT_FIRST)) and set(line) - set(NOT_FIRST)]
    assert not [line for line in found[:-1] if line.endswith(tuple(NOT_LAST))]


@given(st.lists(st.sampled_from(PIECES), max_size=40), st.integers(16, 40))
def test_a_number_keeps_its_unit_and_a_word_its_letters(pieces: list[str], characters: int) -> None:
    text, cuts, at = "、".join(pieces), set(), 0
    for line in lines(text, characters):
        at += len(line)
        cuts.add(at)
    for whole in WHOLE:
        for match in re.finditer(re.escape(whole), text):
            assert cuts.isdisjoint(range(match.start() + 1, match.end())), text


@given(st.text(alphabet="市民が安心して暮らせる", min_size=1, max_size=80), st.integers(1, 20))
def test_plain_text_fills_its_lines(text: str, characters: int) -> None:
    *full, last = lines(text, characters)
    assert {len(line) for line in full} <= {characters}
    assert 0 < len(last) <= characters


@pytest.mark.parametrize(
    ("text", "characters", "expected"),
    [
        ("説明会を開いた。", 7, ["説明会を開い", "た。"]),
        ("説明会を開いた。", 7.5, ["説明会を開いた。"]),
        ("市の「資料」", 3, ["市の", "「資", "料」"]),
        ("参加者9,813人/10,000人", 6, ["参加者", "9,813人/", "10,000人"]),
        ("　市は　行う", 4, ["　市は　", "行う"]),
        ("回覧板（年12回）", 4.5, ["回覧板", "（年12回）"]),
        ("Information technology", 8, ["Information ", "technology"]),
        ("一行目\n\n三行目", 9, ["一行目", "", "三行目"]),
        ("", 9, [""]),
    ],
)  # fmt: skip
def test_examples_break_as_a_typist_would(text: str, characters: float, expected: list[str]) -> None:
    assert lines(text, characters) == expected


def test_a_web_address_breaks_where_its_parts_end() -> None:
    found = lines("詳細は https://www.city.example.jp/kikaku/keikaku/index.html?year=2024&page=12 をご覧ください", 14)
    assert found == [
        "詳細は ",
        "https://www.city.example.jp/",
        "kikaku/keikaku/index.html?",
        "year=2024&page=12 をご覧くだ",
        "さい",
    ]


def test_what_is_longer_than_a_line_is_cut_and_only_that() -> None:
    assert lines("名称ABCDEFGHIJKLMN", 5) == ["名称", "ABCDEFGHIJ", "KLMN"]


def test_broken_texts_are_remembered_but_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(typeset, "_REMEMBERED", 2)
    setter = Typesetter((typeset.regular(),))
    first = setter.lines("同じ文", 2 * EM)
    assert setter.lines("同じ文", 2 * EM) is first
    for text in ("二つ目", "三つ目", "四つ目"):
        setter.lines(text, 2 * EM)
    assert setter.lines("同じ文", 2 * EM) == first
    assert setter.lines("同じ文", 2 * EM) is not first


def test_drawing_drops_what_has_no_shape() -> None:
    assert clean("\ufeff葛\U000e0100城\u200b市\x07\u00ad") == "葛城市"
    assert clean("一\r\n二\r三\u2028四") == "一\n二\n三\n四"
    assert clean("左\t右\u00a0端") == "左 右 端"


def test_drawing_composes_a_letter_and_its_mark_but_no_other_character() -> None:
    assert clean("か\u3099は\u309a") == "がぱ"
    assert clean("\ufa19と\ufa10とか\u3099") == "\ufa19と\ufa10とが"
    assert unicodedata.normalize("NFC", "\ufa19") == "\u795e"


def test_a_character_that_no_font_has_is_told() -> None:
    setter = Typesetter((typeset.regular(),))
    assert setter.missing("髙﨑㈱①◎△※〒 と 𠮷☑\n𠮷") == ["𠮷", "☑"]
    assert setter.missing("葛\U000e0100城") == []
