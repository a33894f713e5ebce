"""What a results report says of its plan in prose: purpose, period with its phases, basic goals, the evaluation."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from imports.readers.field_goals import is_cover
from imports.readers.printed_words import WordsRead
from imports.reports.preview_words import field_of
from imports.reports.records import SourceRecord, Subject
from imports.reports.report_lines import Line, is_contents
from plan.codes import split_heading
from plan.documents.printed_words import BUILT_IN, RESULTS
from plan.era import years_in
from plan.folding import fold, same_words

_TEXTS = ("purpose", "period_text", "basic_goals", "evaluation_summary")
_HEADINGS = tuple(
    (re.compile(pattern), place)
    for pattern, place in (
        (r"(?:計画の?)?(?:策定の?)?(?:趣旨|目的)", "purpose"),
        (r"(?:計画の?)?期間", "period_text"),
        (r"(?:計画の?)?基本(?:目標|方針|理念)", "basic_goals"),
        (BUILT_IN[RESULTS]["counts"], "counts"),
        (r"目標に届かなかった理由等", "reasons"),
        (r"(?:\S{0,40}計画の)?(?:総合)?評価", "evaluation_summary"),
        (r"\S{0,40}の?概要", "overview"),
        (r"\S{0,20}分野別\S{0,20}", "fields"),
        (r"\S{0,20}実施状況", "statuses"),
        (r"目次", "contents"),
    )
)
"""The headings by their places; a chapter about the evaluation is told from a section of it by its code."""
_OTHERS = frozenset({"overview", "fields", "statuses", "contents"})  # what is below them is read elsewhere
_REASONS = ("項目", "実施状況", "説明")
_PHASE = re.compile(
    r"(?P<first>[^、。「」]{2,14}年度)(?:\([^()]*\))?から(?P<last>[^、。「」]{2,14}年度)(?:\([^()]*\))?(?:まで)?"
    r"[がをは]?「(?P<name>[^」]{1,30})」"
)
_LONGEST = 60  # characters of a heading


@dataclass(slots=True)
class Overview:
    """The lines of each part of the report, by the field that they are kept in, and the headings over them."""

    parts: dict[str, list[Line]] = field(default_factory=dict)
    headings: list[Line] = field(default_factory=list)
    words: dict[str, Line] = field(default_factory=dict)  # the headings by their places in our form

    def text(self, name: str) -> str:
        """One part, line by line as it was written."""
        return "\n".join(" ".join(line.texts) for line in self.parts.get(name, ()))

    @property
    def notes(self) -> dict[str, str]:
        """Why a measure did not come to its goal, by its heading as headings are compared."""
        rows = [line.texts for line in self.parts.get("reasons", ()) if tuple(line.texts) != _REASONS]
        return {same_words(row[0]): row[2] for row in rows if len(row) == len(_REASONS)}

    @property
    def lines(self) -> Iterator[Line]:
        """Every line that is read, or computed from the rows."""
        yield from self.headings
        for name in (*_TEXTS, "counts", "reasons"):
            yield from self.parts.get(name, ())


def read_overview(lines: Iterable[Line]) -> Overview:
    """The parts under their headings; what stands before the first and behind the last belongs to none."""
    found = Overview()
    part = ""
    for line in lines:
        place = _place_of(line)
        if is_contents(line.text):
            found.headings.append(line)
        elif place is not None:
            part = _part_below(place)
            found.headings.append(line)
            found.words.setdefault(place, line)
        elif is_cover(line):
            part = ""
        elif part:
            found.parts.setdefault(part, []).append(line)
    return found


def _place_of(line: Line) -> str | None:
    """The place of this heading in our form; None where the line is none."""
    text = " ".join(line.texts)
    heading = split_heading(text)
    name = same_words(heading.name)
    if len(text) > _LONGEST or not (heading.code or "計画" in name or name == "目次"):
        return None
    place = next((place for pattern, place in _HEADINGS if pattern.fullmatch(name)), None)
    is_chapter = len(heading.segments) == 1 and not heading.code.startswith(("(", "（"))
    return "evaluation" if place == "evaluation_summary" and is_chapter else place


def _part_below(place: str) -> str:
    if place == "evaluation":
        return "evaluation_summary"
    return "" if place in _OTHERS else place


def read_words(overview: Overview, title: str, words: WordsRead) -> None:
    """The headings as the report writes them, without their numbers."""
    for place, line in overview.words.items():
        built_in = BUILT_IN[RESULTS][place].replace("{title}", title)
        words.read(place, split_heading(" ".join(line.texts)).name, built_in, line)


def facts_of(overview: Overview) -> list[Subject]:
    """The plan's own texts as records, and the phases that its period names."""
    told = [
        Subject(
            field_of("plan", name).label,
            overview.parts[name][0].place,
            (SourceRecord("plan", {}, {name: overview.text(name)}),),
            counted=False,
        )
        for name in _TEXTS
        if name in overview.parts
    ]
    return [*told, *(_phase(*found) for line in overview.parts.get("period_text", ()) for found in _phases(line))]


def _phases(line: Line) -> Iterator[tuple[Line, str, int, int]]:
    for match in _PHASE.finditer(fold(line.text)):
        first, last = years_in(match["first"]), years_in(match["last"])
        if first and last and first[-1] <= last[-1]:
            yield line, match["name"], int(first[-1]), int(last[-1])


def _phase(line: Line, name: str, first: int, last: int) -> Subject:
    phase = SourceRecord("phase", {"name": name}, {"first_year": first, "last_year": last})
    return Subject(name, line.place, (phase,), counted=False)


def without(lines: Iterable[Line], *taken: Sequence[Line]) -> list[Line]:
    """The lines that are none of those."""
    known = {line.place for part in taken for line in part}
    return [line for line in lines if line.place not in known]
