"""Printed codes: `1-①-ア. 多様な情報発信` is a code, a joint and a name; together they are the text again, exactly."""

import re
from dataclasses import dataclass

_NUMBER = r"[0-9０-９]{1,3}"
_ATOM = rf"(?:{_NUMBER}|[A-Za-zＡ-Ｚａ-ｚ]|[ァ-ヶｱ-ﾝ]|[Ⅰ-Ⅻⅰ-ⅻ])"
_CIRCLED = "①-⓿㉑-㉟㊱-㊿❶-➓⑴-⒛"
# A closed part ends by itself, so that a name may follow it without a joint: ①名称, (1)名称, 第1章名称.
_CLOSED = (
    rf"(?:[{_CIRCLED}]|[(（]{_ATOM}[)）]|{_NUMBER}[)）]"
    rf"|第(?:{_NUMBER}|[一二三四五六七八九十]{{1,3}})[章節部編款])"
)
_END_OF_CLOSED = rf"(?<=[)）章節部編款{_CIRCLED}])"
_NAMED = rf"(?:基本目標|基本方針|基本施策|施策|目標|方針|分野){_NUMBER}"
_SEGMENT = rf"(?:{_CLOSED}|{_NAMED}|{_ATOM})"
_DASHES = "-－‐‑–—―−ーｰ"
_NEXT = (
    rf"(?:[ \u3000]?[{_DASHES}][ \u3000]?{_SEGMENT}|[.．・]{_SEGMENT}"
    rf"|[ \u3000]?{_CLOSED}|{_END_OF_CLOSED}{_ATOM})"
)
# Elsewhere a joint must stand: 3月, 4K, 1.5倍 are names.
_JOINT = rf"(?:[.．](?![0-9０-９])\s*|[.．、:：]?\s+|[、:：]|{_END_OF_CLOSED}(?![{_DASHES}.．]))"
_SEGMENTS = re.compile(_SEGMENT)
_HEADING = re.compile(rf"(?P<code>{_SEGMENT}{_NEXT}*)(?P<joint>{_JOINT})(?P<name>\S.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Heading:
    """A printed heading in its three parts."""

    code: str
    joint: str
    name: str

    @property
    def text(self) -> str:
        """The heading as printed."""
        return self.code + self.joint + self.name

    @property
    def segments(self) -> tuple[str, ...]:
        """The code's parts, one for each level of the tree, as written: 1, ①, ア."""
        return tuple(_SEGMENTS.findall(self.code))

    @property
    def prefixes(self) -> tuple[str, ...]:
        """The codes of the levels above, topmost first: 1, 1-①."""
        ends = [m.end() for m in _SEGMENTS.finditer(self.code)]
        return tuple(self.code[:end] for end in ends[:-1])


def split_heading(text: str) -> Heading:
    """The heading's parts; a text without a code is all name."""
    match = _HEADING.fullmatch(text)
    return Heading(match["code"], match["joint"], match["name"]) if match else Heading("", "", text)
