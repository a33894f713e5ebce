"""Printed codes: `1-①-ア. 多様な情報発信` is a code, a joint and a name; together they are the text again, exactly."""

import re
from dataclasses import dataclass

_SEGMENT = (
    r"(?:第[0-9０-９一二三四五六七八九十]+[章節部編款]"
    r"|[0-9０-９]{1,3}"
    r"|[①-⑳⑴-⒇]"
    r"|[(（](?:[0-9０-９]{1,2}|[ァ-ヶｱ-ﾝA-Za-z])[)）]"
    r"|[ァ-ヶ](?![ァ-ヶー])"
    r"|[A-Za-zＡ-Ｚａ-ｚ](?![A-Za-zＡ-Ｚａ-ｚ0-9]))"
)
_SEPARATOR = r"[-－‐‑–—―−.．・]?"
_SEGMENTS = re.compile(_SEGMENT)
_HEADING = re.compile(
    rf"(?P<code>{_SEGMENT}(?:{_SEPARATOR}{_SEGMENT})*)"
    # A joint may be missing only behind a closed code: ①名称, (1)名称, 第1章名称 – but never 3月, 4K, 1.5倍.
    r"(?P<joint>[.．](?![0-9０-９])[ \u3000]*|[、:：][ \u3000]*|[ \u3000]+|(?<=[①-⑳⑴-⒇)）章節部編款]))"
    r"(?P<name>\S.*)",
    re.DOTALL,
)


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
