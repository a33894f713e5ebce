"""Codes that look alike (3-①-A beside 3-①-ア, O and 0, l and 1): found by comparing siblings, never repaired."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import combinations

from plan.codes import Heading
from plan.folding import fold

_ALIKE = ("aア", "iイ", "uウ", "eエ", "oオ", "0o〇○", "1li", "エ工", "カ力", "ロ口", "ニ二", "ハ八", "タ夕", "ト卜")
"""Characters that a scanner or a typist takes for each other, in NFKC and lower case."""

_MOST_ALIKE = 50  # codes that could all be one another; more are made to take time


@dataclass(frozen=True, slots=True)
class LookAlike:
    """A code that may be a misreading of another: of one that is there too, or of one like its siblings'."""

    code: str
    like: str


def look_alikes(headings: Iterable[Heading]) -> list[LookAlike]:
    """The codes that can be taken for another, in order: 3-①-A beside 3-①-ア, or Latin where all others are kana."""
    coded = {heading.code: heading for heading in headings if heading.code}
    distinct = {code: heading.segments for code, heading in coded.items()}
    usual = _usual_kinds(distinct.values())
    stranger = {code: twin for code, heading in coded.items() if (twin := _usual_twin(heading, usual))}
    # Of two that look alike, the one that is unlike its siblings is the odd one; else the later one.
    twins = {b: a for a, b in _pairs(distinct) if a not in stranger and b not in stranger}
    likes = twins | stranger
    return [LookAlike(code, likes[code]) for code in distinct if code in likes]


def _pairs(distinct: dict[str, tuple[str, ...]]) -> list[tuple[str, str]]:
    """The codes that differ, but only in characters that look alike."""
    alike = defaultdict(list)
    for code, segments in distinct.items():
        alike[tuple(_blurred(segment) for segment in segments)].append(code)
    return [
        pair
        for group in alike.values()
        for pair in combinations(group[:_MOST_ALIKE], 2)
        if all(_is_alike(a, b) for a, b in zip(distinct[pair[0]], distinct[pair[1]], strict=True))
    ]


def _usual_kinds(codes: Iterable[tuple[str, ...]]) -> dict[tuple[int, int], str]:
    """The kind of character that most codes of a length have at each level, where it is a clear majority."""
    kinds = defaultdict[tuple[int, int], Counter[str]](Counter)
    for segments in codes:
        for level, segment in enumerate(segments):
            kinds[len(segments), level][_kind(segment)] += 1
    most = {at: counter.most_common(1)[0] for at, counter in kinds.items()}
    return {at: kind for at, (kind, n) in most.items() if 3 * n >= 2 * kinds[at].total() and n > 1}


def _usual_twin(heading: Heading, usual: dict[tuple[int, int], str]) -> str:
    """The code as its siblings would have it, "" where it is like them."""
    twin, rest = "", heading.code
    for level, segment in enumerate(heading.segments):
        before, _, rest = rest.partition(segment)
        twin += before + _as_kind(segment, usual.get((len(heading.segments), level), ""))
    twin += rest
    return "" if twin == heading.code else twin


def _as_kind(segment: str, kind: str) -> str:
    bare = _bare(segment)
    if not kind or _kind(segment) == kind or len(bare) != 1:
        return segment
    others = [c for group in _ALIKE if bare in group for c in group if _kind(c) == kind]
    return others[0] if len(set(others)) == 1 else segment


def _kind(segment: str) -> str:
    bare = _bare(segment)
    if bare.isdecimal():
        return "number"
    if re.fullmatch("[ア-ン]", bare):
        return "kana"
    return "latin" if re.fullmatch("[a-z]", bare) else "other"


def _is_alike(one: str, other: str) -> bool:
    a, b = _bare(one), _bare(other)
    return a == b or any(a in group and b in group for group in _ALIKE if len(a) == len(b) == 1)


def _bare(segment: str) -> str:
    """The character or number that a segment is, without brackets and width; ① stays apart from 1."""
    return segment if re.match("[①-⓿❶-➓]", segment) else fold(segment).casefold().strip("()")


def _blurred(segment: str) -> str:
    """The same for all segments that could look alike; groups that share a character count as one."""
    bare = _bare(segment)
    near = {bare} | {c for group in _ALIKE if bare in group and len(bare) == 1 for c in group}
    wider = near | {c for group in _ALIKE if near & set(group) for c in group}
    return min(wider)
