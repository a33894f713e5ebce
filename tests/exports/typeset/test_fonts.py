"""What is read out of a font file, and which files serve as further fonts."""

import struct
from pathlib import Path

import pytest

from exports.typeset.fonts import further
from exports.typeset.lines import bold, regular
from exports.typeset.truetype import EM, Font, NotTrueTypeError
from plan.errors import PlanError
from tests.exports.fontmaking import font_with


def test_the_house_fonts_cover_what_offices_type() -> None:
    rare = "㈱①⑳㎡髙﨑〒〓◎△▲※～－"
    common = "".join(bytes((high, low)).decode("cp932") for high in range(0x88, 0x98) for low in range(0xA0, 0xFC))
    assert not [c for font in (regular(), bold()) for c in rare + common if ord(c) not in font.glyphs]


def test_full_width_characters_are_one_em_wide_and_half_width_ones_half() -> None:
    font = regular()
    assert [font.width(font.glyphs[ord(c)]) for c in "あ漢（aｱ1"] == [EM, EM, EM, EM // 2, EM // 2, EM // 2]


def test_further_fonts_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    font_with(tmp_path / "b.ttf", {"𠮷": "吉"})
    font_with(tmp_path / "a.TTF", {"☑": "○"})
    (tmp_path / "readme.txt").write_text("no font", encoding="utf-8")
    assert [set(font.glyphs) for font in further(tmp_path)] == [{ord("☑")}, {ord("𠮷")}]
    assert further(tmp_path / "missing") == ()


@pytest.mark.parametrize("content", [b"", b"not a font at all", b"OTTO\0\1" + bytes(40), b"\0\1\0\0\0\xff" + bytes(9)])
def test_a_file_that_is_no_truetype_font_is_named(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "外字.ttf").write_bytes(content)
    with pytest.raises(NotTrueTypeError):
        Font(tmp_path / "外字.ttf").check()
    with pytest.raises(PlanError, match="外字"):
        further(tmp_path)


def test_a_damaged_font_is_refused_wherever_it_was_cut(tmp_path: Path) -> None:
    whole = font_with(tmp_path / "whole.ttf", {"𠮷": "吉"}).content
    for length in range(0, len(whole), 97):
        (tmp_path / "cut.ttf").write_bytes(whole[:length])
        with pytest.raises(NotTrueTypeError):
            Font(tmp_path / "cut.ttf").check()


def test_the_first_font_of_a_collection_serves(tmp_path: Path) -> None:
    single = font_with(tmp_path / "single.ttf", {"𠮷": "吉"}).content
    header = b"ttcf" + struct.pack(">HHII", 1, 0, 1, 16)
    count = struct.unpack_from(">H", single, 4)[0]
    moved = bytearray(single)
    for at in range(12, 12 + 16 * count, 16):
        struct.pack_into(">I", moved, at + 8, struct.unpack_from(">I", single, at + 8)[0] + len(header))
    (tmp_path / "mincho.ttc").write_bytes(header + moved)
    font = further(tmp_path)[0]
    assert font.width(font.glyphs[ord("𠮷")]) == EM
