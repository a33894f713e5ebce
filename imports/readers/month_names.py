"""The months that a label names: （4～5月） is one span, （8、10月） are two months, 上半期 is April to September."""

import re

from plan.folding import fold

APRIL, _YEAR = 4, 12
_WORDS = {
    "通年": (4, 15),
    "年間": (4, 15),
    "上半期": (4, 9),
    "下半期": (10, 15),
    "年度当初": (4, 4),
    "年度初め": (4, 4),
    "年度末": (15, 15),
    **{f"第{n}四半期": (3 * n + 1, 3 * n + 3) for n in range(1, 5)},
}
_WHEN = rf"(?:{'|'.join(_WORDS)}|\d{{1,2}}(?:月(?:\d{{1,2}}日)?|/\d{{1,2}})?(?:上旬|中旬|下旬|初め|末|頃)?)"
_THROUGH = re.compile(r"[～~〜\-－]")
_LIST = rf"{_WHEN}(?:\s*[、,，・～~〜\-－]\s*{_WHEN})*"
_AT_END = re.compile(rf"[(（]\s*({_LIST})\s*[)）]?$")  # the bracket's end may have been lost
_IN_FRONT = re.compile(rf"(?:[(（]\s*({_LIST})\s*[)）]|({_LIST})[\s:：])\s*\S")
_NUMBER = re.compile(r"(\d{1,2})(月|/)?.*")


def named_months(text: str) -> list[tuple[int, int]]:
    """The spans of months (4 April to 15 March) that a label names at its end or in front; none where it names none."""
    whole = fold(text)
    match = _AT_END.search(whole) or _IN_FRONT.match(whole)
    told = next(filter(None, match.groups()), "") if match else ""
    if not re.search("月|/|期|年", told):
        return []  # （8、10） may be anything
    spans = [_span(part.strip()) for part in re.split("[、,，・]", told)]
    return [span for span in spans if span is not None] if None not in spans else []


def _span(part: str) -> tuple[int, int] | None:
    if part in _WORDS:
        return _WORDS[part]
    ends = [_month(end.strip()) for end in _THROUGH.split(part)]
    first, last = ends[0], ends[-1]
    if first is None or last is None or first[0] > last[1] or len(ends) > 2:  # noqa: PLR2004  # from, to
        return None
    return first[0], last[1]


def _month(text: str) -> tuple[int, int] | None:
    if text in _WORDS:
        return _WORDS[text]
    match = _NUMBER.fullmatch(text)
    number = int(match[1]) if match else 0
    return (counted(number), counted(number)) if 1 <= number <= _YEAR else None


def counted(month: int) -> int:
    """A month as a fiscal year counts them: 4 April to 15 March."""
    return month if month >= APRIL else month + _YEAR
