"""Headings as a tree by their codes: 1 over (1) over ①, or 1-① over 1-①-ア; marks and cross-references apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from imports.reports.report_lines import Line
from plan.codes import Heading, split_heading
from plan.folding import fold, same_words

_MARKS = "◎※○●☆★"
_LETTER = re.compile(r"[A-Za-zＡ-Ｚａ-ｚ]")
_PIECES = re.compile(rf"(?:(?<=^)|(?<=\s))(?=[{_MARKS}]\s*\S|[①-⓿❶-➓]\S)")
_MARKED = re.compile(rf"([{_MARKS}])\s*(.*)", re.DOTALL)
_REFERENCE = re.compile(r"(.*?)\s*[(（]((?:「.*」|\S.{0,80}?)\s*(?:を)?参照)[)）]\s*", re.DOTALL)
_JOINT = re.compile(r"[-‐‑‒–—―−ー・.．\s]")


@dataclass(frozen=True, slots=True)
class Piece:
    """One heading of the tree as printed: its mark, its text, and where it points (「第3部 …」参照)."""

    line: Line
    mark: str
    text: str
    reference: str = ""


def pieces_of(line: Line, text: str, mark: str = "") -> Iterator[Piece]:
    """The headings that one cell holds, each with its mark: ※ ①… ◎ ②…."""
    parts = [part.strip() for part in _PIECES.split(text) if part.strip()]
    merged: list[str] = []
    for part in parts:
        if merged and merged[-1] in _MARKS:
            merged[-1] += part
        else:
            merged.append(part)
    for part in merged:
        marked = _MARKED.fullmatch(part)
        bare = marked[2] if marked else part
        referring = _REFERENCE.fullmatch(bare)
        name, reference = (referring[1], referring[2]) if referring else (bare, "")
        yield Piece(line, marked[1] if marked else mark, name.strip(), reference)


def is_mark(text: str) -> bool:
    """Whether a cell has nothing but a mark."""
    return len(text) == 1 and text in _MARKS


def heading_of(text: str, letters: set[str]) -> Heading:
    """A heading's parts; a lone letter is a code only where its series began with A (L A N is a name)."""
    heading = split_heading(text)
    if _LETTER.fullmatch(heading.code):
        letter = fold(heading.code).lower()
        if letter != "a" and chr(ord(letter) - 1) not in letters:
            return Heading("", "", text)
        letters.add(letter)
    return heading


def shape_of(code: str) -> str:
    """What a code is made of, so that 1 and 2 are of one kind, and (1), ①, 1-① of others; "" without a code."""
    shape = re.sub(r"[①-⓿❶-➓⑴-⒛]", "①", code)
    shape = re.sub(r"[0-9０-９]+|[一二三四五六七八九十]+(?=[章節部編款])", "1", shape)
    shape = re.sub(r"[A-Za-zＡ-Ｚａ-ｚ]", "A", re.sub(r"[ァ-ヶｱ-ﾝ]", "ア", shape))
    return re.sub(r"[Ⅰ-ⅿ]", "Ⅰ", shape).translate(str.maketrans("（）－．", "()-."))


def bare_code(code: str) -> str:
    """A code as codes are compared: 1－(1)－① and 1-(1)-① are one."""
    return _JOINT.sub("", same_words(code))
