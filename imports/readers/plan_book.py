"""A plan book (計画書): indicator tables, the numbered tree with ◎ ※ and references, narratives, footnotes."""

import re
from collections.abc import Sequence
from dataclasses import replace

from imports.readers import indicator_table
from imports.readers.numbered_tree import Branch, Tree, subjects_of
from imports.readers.printed_words import WordsRead
from imports.readers.results_report import level_names
from imports.reports.heading_codes import bare_code
from imports.reports.records import ReportReading, SourceRecord, Subject
from imports.reports.report_lines import Line, is_contents
from imports.reports.unread import not_read, unread
from imports.source_kind import SourceKind
from plan.codes import Heading, split_heading
from plan.documents.footnotes import with_markers_of, without_markers
from plan.documents.printed_words import BOOK, BUILT_IN
from plan.era import YearRange
from plan.errors import say
from plan.findings import Finding, Severity
from plan.folding import same_words

_SECTION = re.compile(r"(?:[Ⅰ-Ⅻ]|[IVX]{1,4})[.．\s]\s*(?P<name>\S.{0,40})")
_KINDS = (("体系", "tree"), ("関連", "related"), ("事業", "narratives"), ("指標", "indicators"))
_LEGEND = re.compile(r"[◎※○●]\s*[:：＝=]")
_MARKED = re.compile(r"([◎※])\s*[:：＝=]\s*([^\s◎※○●]+)")
_MARKS = {"◎": "key", "※": "promoted"}  # the marks by their places in our form
_FOOTNOTE = re.compile(r"[(（]注\s?[0-9０-９]*[)）]\s*(?P<term>[^:：]{1,80})[:：]\s*(?P<text>.+)", re.DOTALL)
_NOTED = re.compile(r"[・･]?\s*(?P<title>.+?)(?:（(?P<note>(?!仮称)[^（）]*)）)?", re.DOTALL)
_SUFFIX = re.compile(r"[(（]指標・施策体系[)）]")
_ENDED = ("。", "．", ".", "」", ")", "）", "：", ":")
_BULLETS = ("・", "-", "○", "●")
_RESULTS = "指標の年度別の実績"  # our own form's caption
_CAPTION = 30  # characters of a table's caption
_LONGEST = 80  # characters of a heading


def is_plan_book(lines: Sequence[Line]) -> bool:
    """Whether the lines have an indicator table, or a tree with marked measures."""
    marked = sum(re.search(r"(?:^|\s)[◎※]\s*[①-⓿(（\d]", line.text) is not None for line in lines)
    return marked > 1 or any(indicator_table.headings_of(line) for line in lines)


def read_plan_book(lines: Sequence[Line], source: str) -> ReportReading:
    """Everything of it that can be told for certain; what cannot is left alone, and told."""
    book = _Book(sectioned=any(_section_of(line) for line in lines))
    for line in lines:
        if not is_contents(line.text):
            book.read(line)
    return book.reading(source)


class _Book:
    """A book being read line by line; `_text` is what running lines belong to."""

    def __init__(self, *, sectioned: bool) -> None:
        self._sectioned = sectioned
        self._title = ""
        self._section = ""
        self._indicators: dict[str, indicator_table.ReadIndicator] = {}
        self._table: tuple[Line, dict[int, indicator_table.Heading]] | None = None
        self._tree = Tree()
        self._loose: list[tuple[Line, Heading, list[str]]] = []  # narratives of items that the source does not list
        self._footnotes: list[tuple[Line, str, str, Branch | None]] = []
        self._related: list[Line] = []
        self._findings: list[Finding] = []
        self._text: list[str] | None = None
        self._captions: list[Line] = []
        self._last: Line | None = None
        self._about: Branch | None = None
        self._words = WordsRead(BOOK)
        self._unmarked: Line | None = None  # the heading of a section whose narratives nobody has met yet
        self._headed: list[Branch | None] = []  # the narratives' headings in order, None where a run of them ends

    def read(self, line: Line) -> None:
        """Take one line."""
        if self._is_section(line) or self._is_legend(line):
            return
        footnote = _FOOTNOTE.fullmatch(line.text)
        if footnote:
            self._footnotes.append((line, footnote["term"].strip(), footnote["text"].strip(), self._about))
        elif not self._is_table(line) and not self._is_part(line):
            self._findings.append(not_read(line, line.text))

    def _is_section(self, line: Line) -> bool:
        kind = _section_of(line)
        if kind:
            self._section, self._table, self._text, self._about = kind, None, None, None
            self._headed.append(None)
            self._unmarked = line if kind == "narratives" else None
        if kind in BUILT_IN[BOOK]:
            self._read_heading(kind, line)
        return bool(kind)

    def _read_heading(self, place: str, line: Line) -> None:
        self._words.read(place, _SECTION.sub(r"\g<name>", line.text), BUILT_IN[BOOK][place], line)

    def _is_legend(self, line: Line) -> bool:
        if not _LEGEND.search(line.text) or len(line.text) > _LONGEST:
            return False
        for mark, name in _MARKED.findall(line.text):
            self._words.read(_MARKS[mark], name, BUILT_IN[BOOK][_MARKS[mark]], line)
        return True

    def _is_table(self, line: Line) -> bool:
        """Whether the line is the heading or a row of an indicator table."""
        headings = indicator_table.headings_of(line)
        if headings:
            self._forget_caption()
            indicator_table.read_words(headings.values(), line, self._words)
            self._table, self._text, self._about = (line, headings), None, None
            self._about_years(headings, line)
            self._about_columns(headings, line)
            return True
        return self._table is not None and self._is_row(*self._table, line)

    def _is_row(self, heading: Line, headings: dict[int, indicator_table.Heading], line: Line) -> bool:
        found = indicator_table.read_row(headings, line, self._indicators)
        if found is not None:
            self._text = found.note
            self._findings += [not_read(line, text) for text in indicator_table.beside(heading, line)]
        elif indicator_table.is_undated(headings, line):
            self._findings.append(not_read(line, line.text))
        else:
            self._table = None
        return self._table is not None

    def _forget_caption(self) -> None:
        """A short line right above a table is its caption, no part of the text before it."""
        if self._text and len(self._text[-1]) <= _CAPTION and not self._text[-1].endswith("。"):
            self._text.pop()
            self._captions += [self._last] if self._last else []

    def _is_part(self, line: Line) -> bool:
        if self._section == "related":
            self._related.append(line)
            return True
        if self._section != "tree" and (self._is_narrative(line) or self._goes_on(line)):
            return True
        if self._section in ("", "tree") and len(line.text) <= 4 * _LONGEST and not line.text.endswith("。"):
            if not self._section and not self._title and not self._tree.branches and self._is_title(line):
                self._title = _SUFFIX.sub("", line.text)
                return True
            return self._tree.read(line)
        return False

    def _is_title(self, line: Line) -> bool:
        return self._sectioned or (len(line.texts) == 1 and "計画" in line.text and not split_heading(line.text).code)

    def _is_narrative(self, line: Line) -> bool:
        """Whether the line is the heading of a narrative: a whole code (1-(1)-①) and a name."""
        heading = split_heading(line.text)
        if not heading.code or len(line.text) > _LONGEST or len(line.texts) > 1 or line.text.endswith("。"):
            return False
        whole = len(heading.segments) > 1  # a lone (1) may be a branch of the tree, or begin a paragraph
        branch = self._tree.by_code.get(bare_code(heading.code)) if whole or self._section else None
        if branch is None and not whole:
            return False
        if branch is None:
            self._loose.append((line, heading, []))
            self._text, self._about = self._loose[-1][2], None
            self._headed.append(None)
        else:
            self._begin(branch)
            self._compare_names(line, heading, branch)
            branch.heading = replace(branch.heading, name=with_markers_of(branch.heading.name, heading.name))
        return True

    def _begin(self, branch: Branch) -> None:
        """Let what follows be the narrative of an item; the first of a section tells of which mark the section is."""
        self._text, self._about = branch.narrative, branch
        self._headed.append(branch)
        if self._unmarked is not None and branch.piece.mark in _MARKS:
            self._read_heading(f"{_MARKS[branch.piece.mark]}_described", self._unmarked)
            self._unmarked = None

    def _goes_on(self, line: Line) -> bool:
        """Whether the line is running text; a paragraph torn by the end of a page is put together again."""
        if self._text is None:
            return False
        torn = line.after_blank and self._text and not self._text[-1].endswith(_ENDED)
        if torn and not line.text.startswith(_BULLETS) and not self._text[-1].startswith(_BULLETS):
            self._text[-1] += line.text
        else:
            self._text.append(line.text)
            self._last = line
        return True

    def _compare_names(self, line: Line, heading: Heading, branch: Branch) -> None:
        if same_words(without_markers(heading.name)) != same_words(without_markers(branch.heading.name)):
            sentence = say(
                "説明の見出し「{name}」が、体系の「{other}」と違います。体系の名称のまま読み込みます。",
                name=heading.text[:40],
                other=branch.heading.text[:40],
            )
            self._findings.append(Finding(Severity.NOTICE, "name_differs", sentence, line.place))

    def _about_years(self, headings: dict[int, indicator_table.Heading], line: Line) -> None:
        yearly = any(heading.kind == "year" for heading in headings.values())
        if not yearly and not any(heading.year for heading in headings.values() if heading.kind == "target"):
            sentence = say("目標値が何年のものか書かれていないため、この表の目標値は読み込んでいません。")
            self._findings.append(Finding(Severity.WARNING, "target_without_year", sentence, line.place))

    def _about_columns(self, headings: dict[int, indicator_table.Heading], line: Line) -> None:
        """The columns of a table that hold nothing an indicator has."""
        others = dict.fromkeys(cell for at, cell in enumerate(line.cells) if cell and at not in headings)
        known = {line.cells[at] for at in headings}
        if others.keys() - known:
            sentence = say(
                "指標の表の列「{columns}」は、どの欄に入れるものか分からないため、読み込んでいません。",
                columns="」「".join(name for name in others if name not in known),
            )
            self._findings.append(Finding(Severity.WARNING, "column_not_read", sentence, line.place))

    def reading(self, source: str) -> ReportReading:
        """All of it as records."""
        found = list(self._indicators.values())
        self._findings += unread(self._captions, (_RESULTS, *(indicator.name for indicator in found)))
        subjects = [indicator_table.subject_of(indicator, self._findings) for indicator in found]
        _share_narratives(self._headed)
        items, told = subjects_of(self._tree)
        subjects += [*items, *map(_narrated, self._loose)]
        subjects += [_explained(*footnote, told) for footnote in self._footnotes]
        subjects += map(_stands_beside, self._related)
        subjects += self._words.subjects
        depth = max((branch.depth for branch in self._tree.branches), default=2) + 1
        return ReportReading(
            source,
            SourceKind.PLAN_BOOK,
            tuple(subjects),
            tuple(self._findings),
            self._title,
            years=_period(found),
            level_names=("基本目標", "施策", "事業") if depth == 3 else level_names(depth),  # noqa: PLR2004
        )


def _section_of(line: Line) -> str:
    """Which part of the book begins with this line, "" for none."""
    match = _SECTION.fullmatch(line.text)
    return next((kind for word, kind in _KINDS if match and word in match["name"]), "")


def _period(found: Sequence[indicator_table.ReadIndicator]) -> YearRange | None:
    years = indicator_table.span(found)
    return YearRange(*years) if years else None


def _share_narratives(headed: Sequence[Branch | None]) -> None:
    """Headings that stand right above one another are described by the text below the last."""
    below: Branch | None = None
    for branch in reversed(headed):
        if branch is None or branch.narrative:
            below = branch
        elif below is not None:
            branch.described_with = below


def _narrated(loose: tuple[Line, Heading, list[str]]) -> Subject:
    line, heading, text = loose
    key = {"code": heading.code, "name": without_markers(heading.name)}
    item = SourceRecord("item", key, {"narrative": "\n".join(text) or None}, known_only=True)
    return Subject(heading.text, line.place, (item,), counted=False)


def _explained(line: Line, term: str, text: str, branch: Branch | None, told: dict[Branch, SourceRecord]) -> Subject:
    footnote = SourceRecord("footnote", {"term": term}, {"text": text, "item_id": told[branch] if branch else None})
    return Subject(term, line.place, (footnote,), counted=False)


def _stands_beside(line: Line) -> Subject:
    match = _NOTED.fullmatch(line.text)
    title, note = (match["title"], match["note"]) if match else (line.text, None)
    return Subject(title, line.place, (SourceRecord("related_plan", {"title": title}, {"note": note}),), counted=False)
