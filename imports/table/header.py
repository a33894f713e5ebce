"""The table's header, found by its words wherever it stands; each column's meaning with a confidence from 0 to 1."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from plan.era import ERAS, YEAR_PATTERN, FiscalYear, fold, years_in
from plan.fields import CONTENT, DEPARTMENT, LEAD, PROGRESS, PROJECT, Field
from plan.table import Column

MOST = 300
"""Lines that are looked at as headers: more are no pages of a table, but made to take time."""

FEWEST = 3
"""Matched columns that make a header."""

_LONGEST = 40  # characters of a heading; longer texts are prose
_SURE = 0.4  # a match below this is none
_GOOD = 0.8  # the share of the best score by which the first header is taken
_NEAR = 0.7  # the share of equal headings by which a header is taken for the same one again
_SAMPLE = 200  # rows that show what a column holds
_MARK = 2  # characters of a mark
_ODD = 0.3  # the weight of a heading whose column holds something else
_LONGEST_PLAN = 20  # years from the first to the last
_FORESEEN = 20  # years of the present era that a table may mean without naming it
_BARE_YEAR = re.compile(r"(?<![0-9])([0-9]{1,2}|元)年度")
_PERSON = re.compile("者|氏名|職名|電話|内線|連絡先")
_DRESS = re.compile(r"[\s()\[\]【】「」<>《》.,:・◆■●▼]")
_EXACT = 0.85  # the likeness of words that are a heading and nothing else
_LEVELS = (1, 2, 3)  # lines that a header may have
NAMING = (PROJECT, CONTENT, DEPARTMENT)
"""What says what or who a row is about."""


@dataclass(frozen=True, slots=True)
class Match:
    """One column of the source: its heading as written, and what it was taken for (None: nothing known)."""

    index: int  # from 0
    heading: str
    column: Column | None
    confidence: float


@dataclass(frozen=True, slots=True)
class Header:
    """Where the header stands (its first line, counted from 0, and how many lines it has) and its columns."""

    line: int
    height: int
    matches: tuple[Match, ...]

    @property
    def score(self) -> float:
        """How much of a header it is: the sum of its confidences."""
        return sum(match.confidence for match in self.matches if match.column)

    @property
    def is_one(self) -> bool:
        """Whether enough columns are known, and one of them says what or who a row is about."""
        known = [match.column.field for match in self.matches if match.column]
        return len(known) >= FEWEST and any(field in known for field in NAMING)


def find_header(rows: Sequence[Sequence[str]], around: FiscalYear | None) -> Header | None:
    """The best header among all rows; `around` is the one year that the titles name, if they do."""
    lines = islice((line for line, row in enumerate(rows) if looks_like_header(row)), MOST)
    headers = [header for line in lines if (header := header_at(rows, line, around))]
    best = max((header.score for header in headers), default=0.0)
    # A header that is repeated on every page may come out a little better further down.
    return next((header for header in headers if header.score >= _GOOD * best), None)


def looks_like_header(row: Sequence[str]) -> bool:
    """Whether two cells could be headings (a lone 評価 or a title is none); cheap, for it is asked of every row."""
    short = {cell for cell in row if cell and len(cell) <= _LONGEST}
    words = (cell for cell in short if _names_year(cell) or _candidates(_year_and_words(cell)[2]))
    return len(list(islice(words, 2))) > 1


def header_at(rows: Sequence[Sequence[str]], line: int, around: FiscalYear | None) -> Header | None:
    """The header that begins at this line, of one level or more."""
    headers = [_header(rows, line, height, around) for height in _LEVELS if line + height <= len(rows)]
    good = [header for header in headers if header.is_one]
    # Each level must be worth it: it could be the first row of the table.
    return max(good, key=lambda header: header.score - 0.5 * (header.height - 1), default=None)


def is_heading(text: str) -> bool:
    """Whether a cell is a heading word for word, with or without a year."""
    words = _year_and_words(text)[2]
    return any(score >= _EXACT for _, score in _candidates(words))


def match_by_hand(header: Header, columns: Mapping[int, Column | None]) -> Header:
    """The header with the person's own choice for some columns; what they chose is taken from any other column."""
    chosen = {column for column in columns.values() if column}

    def choice(match: Match) -> Match:
        if match.index in columns:
            return replace(match, column=columns[match.index], confidence=1.0)
        return replace(match, column=None, confidence=0.0) if match.column in chosen else match

    return replace(header, matches=tuple(map(choice, header.matches)))


def is_repeat(row: Sequence[str], heads: Iterable[Sequence[str]]) -> bool:
    """Whether a row is one of the header's rows (each as bare headings) again, as on every page of a printed table."""
    words = {i: bare_heading(cell) if len(cell) <= _LONGEST else cell for i, cell in enumerate(row) if cell}
    return len(words) > 1 and any(
        sum(word == head[i] for i, word in words.items() if i < len(head)) >= _NEAR * len(words) for head in heads
    )


@lru_cache(maxsize=4096)
def bare_heading(text: str) -> str:
    """A heading as it is compared: folded, without blanks, line breaks, brackets and points."""
    return _DRESS.sub("", fold(text)).casefold()


_LEAD_WORDS = frozenset(map(bare_heading, LEAD.headings))


def _header(rows: Sequence[Sequence[str]], line: int, height: int, around: FiscalYear | None) -> Header:
    headings = _joined(rows[line : line + height])
    years = _years(headings, around)
    scores = [
        (score, index, Column(field, years[index] if field.yearly else None))
        for index, heading in enumerate(headings)
        for field, score in _scored(heading, years[index])
    ]
    below = rows[line + height : line + height + _SAMPLE]
    weighed = [
        (score * (_ODD if column.field is LEAD and not _are_marks(below, index) else 1), index, column)
        for score, index, column in scores
    ]
    return Header(line, height, _assigned(headings, weighed))


def _assigned(headings: Sequence[str], scores: Iterable[tuple[float, int, Column]]) -> tuple[Match, ...]:
    """The best match of columns and meanings: the surest first, each column and each meaning once."""
    taken: dict[int, tuple[Column, float]] = {}
    owners: dict[Column, int] = {}
    doubled: set[int] = set()
    for score, index, column in sorted(scores, key=lambda each: (-each[0], each[1])):
        if score < _SURE or index in taken or index in doubled:
            continue
        if column not in owners:
            taken[index] = column, round(score, 2)
            owners[column] = index
        elif bare_heading(headings[index]) == bare_heading(headings[owners[column]]):
            doubled.add(index)  # the same heading again means nothing else: a person has to say
    return tuple(Match(i, heading, *taken.get(i, (None, 0.0))) for i, heading in enumerate(headings))


def _joined(levels: Sequence[Sequence[str]]) -> list[str]:
    """The headings of all levels; a year that stands only in the first of its columns holds for the next."""
    joined = list(levels[0])
    for level in levels[1:]:
        joined = _under(joined, level)
    return joined


def _under(above: Sequence[str], below: Sequence[str]) -> list[str]:
    width = max(len(above), len(below))
    upper, lower = ([*level, *[""] * (width - len(level))] for level in (above, below))
    for i in range(1, width):
        if not upper[i].strip() and lower[i].strip() and _is_shared(upper[i - 1], lower[i]):
            upper[i] = upper[i - 1]
    return [_one(a, b) for a, b in zip(upper, lower, strict=True)]


def _one(upper: str, lower: str) -> str:
    """One heading of two levels; a cell merged over both says the same twice."""
    return upper if bare_heading(upper) == bare_heading(lower) else "\n".join(filter(None, (upper, lower)))


def _is_shared(upper: str, lower: str) -> bool:
    """Whether `upper` can stand over several columns: a year above fields, or a field above years."""
    return _names_year(upper) != _names_year(lower)


def _names_year(heading: str) -> bool:
    years, bare, _ = _year_and_words(heading)
    return bool(years or bare)


def _scored(heading: str, year: FiscalYear | None) -> list[tuple[Field, float]]:
    """The fields that a heading may mean; yearly fields want a year, the others none."""
    words = _year_and_words(heading)[2] if len(heading) <= _LONGEST else ""
    named = _names_year(heading)
    without = 0.6 if year else 0.0  # a table about the one year of its title
    return [
        (field, score * ((1 if named and year else without) if field.yearly else (0.3 if named else 1)))
        for field, score in _candidates(words)
    ]


@lru_cache(maxsize=4096)
def _candidates(words: str) -> tuple[tuple[Field, float], ...]:
    if not words:
        return ()
    is_person = _PERSON.search(words) is not None  # who works on it is no department
    scores = (
        (field, max(_likeness(words, bare_heading(variant), rank) for rank, variant in enumerate(field.headings)))
        for field in PROGRESS
        if not (is_person and field in (DEPARTMENT, LEAD))
    )
    return tuple((field, score) for field, score in scores if score >= _SURE)


def _likeness(words: str, variant: str, rank: int) -> float:
    """How surely `words` are the variant; the variants are ranked, the printed one first."""
    if words == variant:
        return 1 - 0.02 * rank
    if variant in words:
        return 0.2 + 0.7 * len(variant) / len(words)
    if len(words) > 1 and variant.startswith(words):
        return 0.3 + 0.5 * len(words) / len(variant)
    return 0.0


def _year_and_words(heading: str) -> tuple[tuple[FiscalYear, ...], str, str]:
    """The years that a heading names, a year without its era (29年度: "29"), and the words without them."""
    return _parts(heading) if len(heading) <= 2 * _LONGEST else ((), "", "")


@lru_cache(maxsize=4096)
def _parts(heading: str) -> tuple[tuple[FiscalYear, ...], str, str]:
    text = re.sub(r"\s", "", fold(heading))
    years = tuple(dict.fromkeys(years_in(text)))
    rest = YEAR_PATTERN.sub("", text)
    bare = _BARE_YEAR.search(rest)
    return years, bare[1] if bare and not years else "", bare_heading(_BARE_YEAR.sub("", rest))


def _years(headings: Sequence[str], around: FiscalYear | None) -> list[FiscalYear | None]:
    """Each column's year; where no heading names one, the table is about the one year of its title, `around`."""
    told = [_year_and_words(heading)[:2] for heading in headings]
    if not any(years or bare for years, bare in told):
        return [around] * len(told)
    named = [years[0] for years, _ in told if years] or ([around] if around else [])
    bare_years = _placed(tuple(dict.fromkeys(bare for _, bare in told if bare)), named)
    return [years[0] if len(years) == 1 else bare_years.get(bare) for years, bare in told]


def _placed(bare: Sequence[str], named: Sequence[FiscalYear]) -> dict[str, FiscalYear]:
    """Years without their eras (30, 元, 2) as the years of one plan: as near to each other as the eras allow.

    Of two ways that are as good the later is taken; none where the years would lie further apart than a plan's do.
    """
    bare = [number for number in bare if _years_of(number)]
    begins = list(named) or (_years_of(bare[0]) if bare else [])
    ways = [way for first in begins if (way := [_nearest(number, first) for number in bare])]
    spans = [(max(*way, *named, way[0]) - min(*way, *named, way[0]), -way[0], way) for way in ways]
    span, _, best = min(spans, default=(0, 0, []))
    return dict(zip(bare, best, strict=True)) if best and span <= _LONGEST_PLAN else {}


def _nearest(bare: str, near: FiscalYear) -> FiscalYear:
    return min(_years_of(bare), key=lambda year: (abs(year - near), -year))


def _years_of(bare: str) -> list[FiscalYear]:
    """The year of that number in every era that has, or may yet have, as many years."""
    number = 1 if bare == "元" else int(bare)
    ends = (ERAS[0].first_year + _FORESEEN, *(era.first_year + 1 for era in ERAS))
    eras = zip(ERAS, ends, strict=False)
    return [FiscalYear(year) for era, end in eras if (year := era.first_year + number - 1) < end]


def _are_marks(rows: Sequence[Sequence[str]], index: int) -> bool:
    """Whether a column holds marks or nothing; 主担当 above names of departments is another column."""
    cells = [row[index].strip() for row in rows if index < len(row) and len(set(row)) > FEWEST]
    told = [cell for cell in cells if cell and bare_heading(cell) not in _LEAD_WORDS]  # the next page's header
    return 2 * sum(len(cell) <= _MARK for cell in told) >= len(told)
