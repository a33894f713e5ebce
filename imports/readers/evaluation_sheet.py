"""Evaluation sheets (個別事業評価表), from text or from our own form: found by their labels, never by their places."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from imports.readers.drawn_schedule import Arrows, Drawing, about_drawing, read_drawing
from imports.readers.sheet_budget import read_budget
from imports.reports.labelled_boxes import boxes_of
from imports.reports.records import Part, ReportReading, SourceRecord, Subject
from imports.reports.report_lines import Line
from imports.reports.unread import not_read
from imports.source_kind import SourceKind
from plan.departments import split_label
from plan.era import YearRange, years_in
from plan.errors import Sentence, say
from plan.findings import Finding, Severity
from plan.folding import same_words

_LABELS = {
    "事業名": "project",
    "個別事業掲載no": "number",
    "担当課": "department",
    "事業概要・事業量": "outline",
    "【事業概要】": "outline",
    "事業概要": "outline",
    "【事業量】": "volume",
    "事業量": "volume",
    "スケジュール": "schedule",
    "まだ描いていない予定": "undrawn",
    "成果目標": "outcome_goal",
    "上半期の実績・課題等": "interim_result",
    "事業評価審査会特記意見": "committee_remark",
    "政策会議評価・意見等": "policy_opinion",
    "主管課評価": "own",
    "事業評価審査会評価": "committee",
    "【事業量の実績】": "actual_volume",
    "事業量の実績": "actual_volume",
    "成果目標の達成状況": "outcome_status",
    "事業の総括(主管課)": "summary",
    "事業の総括": "summary",
    "事業評価審査会評価・意見等": "committee_opinion",
    "予算執行": "budget",
    "予算額": "amount",
    "決算額": "settlement",
    "執行率": "rate",
    "執行率(%)": "rate",
    "予算執行(千円)": "budget",
    "予算額(千円)": "amount",
    "決算額(千円)": "settlement",
}
_MANY = frozenset({"number", "schedule", "budget", "amount", "settlement", "rate", "own", "committee", ""})
_PARTS = {"当初計画": "initial", "中間評価": "interim", "事後評価": "final"}
_TEXTS = (
    *("outcome_goal", "interim_result", "committee_remark", "policy_opinion"),
    *("actual_volume", "outcome_status", "summary", "committee_opinion"),
)
_ONCE = frozenset({"project", "department", "volume", *_TEXTS})
_TITLE = re.compile(r"個別事業評価表")
_PLAN = re.compile(r"「([^」]+)」")
_CLOSING = re.compile(r"\s*(?:</(?:p|ul|ol|li|div)>|<br\s*/?>)\s*", re.IGNORECASE)
_OPENING = re.compile(r"<li[^<>]{0,200}>\s*", re.IGNORECASE)
_TAG = re.compile(r"</?(?:p|ul|ol|li|div|span|b|i|u|strong|em)(?:\s[^<>]{0,200})?>\s*", re.IGNORECASE)
_SCHEDULES = {"planned": "initial", "actual": "final"}
_SCHEDULE_NAMES = {"planned": "スケジュール（計画）", "actual": "スケジュール（実績）"}
_SYMBOL = 3  # characters of a grade; longer texts are what the grades mean


def is_evaluation_sheet(lines: Iterable[Line]) -> bool:
    """Whether the lines are a form of this kind."""
    words = {same_words(cell) for line in lines for cell in line.cells if cell and len(cell) <= 30}  # noqa: PLR2004
    return {"事業名", "個別事業掲載no", "主管課評価"} <= words


def read_evaluations(lines: Sequence[Line], source: str, arrows: Arrows) -> ReportReading:
    """Every sheet, with its schedules, grades and amounts."""
    findings: list[Finding] = []
    titles = [line for line in lines if _TITLE.search(line.text)]
    offices: dict[str, SourceRecord] = {}
    subjects = [_Sheet(form, titles, findings).subject(arrows, offices) for form in _forms(lines)]
    years = [year for title in titles for year in years_in(title.text)[:1]]
    named = next((match for title in titles if (match := _PLAN.search(title.text))), None)
    return ReportReading(
        source,
        SourceKind.SHEETS,
        tuple(subjects),
        tuple(findings),
        named[1] if named else "",
        years=YearRange(min(years), max(years)) if years else None,
        level_names=("事業",),
    )


def _forms(lines: Sequence[Line]) -> list[list[Line]]:
    """The lines of each sheet, from 事業名 on; titles belong to none."""
    forms: list[list[Line]] = []
    for line in lines:
        if any(same_words(cell) == "事業名" for cell in line.cells if len(cell) <= _SYMBOL + 2):
            forms.append([])
        if forms and not _TITLE.search(line.text):
            forms[-1].append(line)
    return forms


class _Sheet:
    """One sheet on its way to records."""

    def __init__(self, form: Sequence[Line], titles: Sequence[Line], findings: list[Finding]) -> None:
        self._findings = findings
        self._line = form[0]
        above = [t for t in titles if t.sheet == self._line.sheet and t.number < self._line.number]
        self._year = next((year for title in reversed(above) for year in years_in(title.text)), None)
        plain = [_plain(line) for line in form]
        if plain != list(form):
            self._tell(Severity.NOTICE, "markup_removed", say("文字の中の書式の記号（<p> など）を除いて読み込みます。"))
        self._boxes = boxes_of(plain, _LABELS, _PARTS, _MANY)
        self._by_label = {box.label: box for box in reversed(self._boxes)}

    def subject(self, arrows: Arrows, offices: dict[str, SourceRecord]) -> Subject:
        """The sheet with all that belongs to it; `offices` are the departments that other sheets have named."""
        project, number = self._text("project") or "", " ".join(self._box_texts("number"))
        item = SourceRecord("item", {"name": project})
        department, drawings = self._department(offices), self._read_drawings(number, arrows)
        sheet = self._sheet(number, item, department, drawings)
        schedules = [line for kind, drawing in drawings.items() for line in _schedule(sheet, kind, drawing)]
        grades = [grade for stage in ("interim", "final") for grade in self._grades(sheet, stage)]
        self._findings += self._unread_boxes()
        records = (sheet, item, *([department] if department else []), *schedules, *grades)
        return Subject(f"{number} {project}".strip(), self._line.place, records)

    def _unread_boxes(self) -> Iterator[Finding]:
        """The boxes of the form that nobody here knows, and those that it has twice."""
        for box in self._boxes:
            twice = box.label in _ONCE and box.text not in ("", self._by_label[box.label].text)
            if twice or (not box.label and box.text):
                yield not_read(box.line, " ".join(box.texts))

    def _undrawn(self, kind: str, drawing: Drawing) -> str | None:
        """What was left to be drawn already, and what could not be drawn now."""
        boxes = (box.text for box in self._boxes if (box.label, box.part) == ("undrawn", _SCHEDULES[kind]))
        return "\n".join(filter(None, (*boxes, drawing.undrawn))) or None

    def _sheet(
        self, number: str, item: SourceRecord, department: SourceRecord | None, drawings: Mapping[str, Drawing]
    ) -> SourceRecord:
        if self._year is None:
            sentence = say("評価表の年度が書かれていないため、計画の最終年度のものとして読み込みます。")
            self._tell(Severity.WARNING, "year_unknown", sentence)
        budget = read_budget(self._by_label, self._findings)
        outline, volume = self._outline()
        values: dict[str, Part] = {
            "item_id": item,
            "department_id": department,
            "outline": outline,
            "volume": volume,
            **{name: self._text(name) for name in _TEXTS},
            **{f"{kind}_undrawn": self._undrawn(kind, drawing) for kind, drawing in drawings.items()},
            "budget_initial": budget.initial or None,
            "budget_revised": budget.revised or None,
            "settlement": budget.settlement or None,
        }
        typed: dict[str, Part] = {"typed_rate": budget.typed_rate or None}
        year = None if self._year is None else int(self._year)
        key: dict[str, Part] = {"fiscal_year": year, **({"number": number} if number else {"item_id": item})}
        if budget.disagrees:
            return SourceRecord("evaluation_sheet", key, values | typed)
        return SourceRecord("evaluation_sheet", key, values, typed)  # a rate that agrees is computed, not kept in step

    def _outline(self) -> tuple[str | None, str | None]:
        """Outline and volume, which the form prints in one box under their own names."""
        texts = [box.text for box in self._boxes if box.label == "outline" and box.part == "initial"]
        whole = "\n".join(filter(None, texts))
        outline, _, volume = whole.partition("【事業量】")
        volume = volume.strip() or self._text("volume") or ""
        known = "outline" in self._by_label
        return (outline.replace("【事業概要】", "", 1).strip(), volume) if known else (None, volume or None)

    def _department(self, offices: dict[str, SourceRecord]) -> SourceRecord | None:
        """The department of our own form: its division, a blank, and its name."""
        division, _, name = (self._text("department") or "").rpartition("　")
        if name and name not in offices:
            label = split_label(name)
            key: dict[str, Part] = {"name": label.name, "section": label.section or None}
            first: dict[str, Part] = {"division": division.strip() or None, "brackets": label.section_brackets}
            offices[name] = SourceRecord("department", key, first=first)
        return offices.get(name)

    def _grades(self, sheet: SourceRecord, stage: str) -> Iterable[SourceRecord]:
        for grader in ("own", "committee"):
            box = next((b for b in self._boxes if (b.label, b.part) == (grader, stage)), None)
            grade = box.texts[0] if box and box.texts and len(box.texts[0]) <= _SYMBOL else ""
            if grade:
                key: dict[str, Part] = {"sheet_id": sheet, "stage": stage, "grader": grader}
                yield SourceRecord("sheet_grade", key, {"grade": grade})

    def _read_drawings(self, number: str, arrows: Arrows) -> dict[str, Drawing]:
        found: dict[str, Drawing] = {}
        for kind, part in _SCHEDULES.items():
            box = next((b for b in self._boxes if (b.label, b.part) == ("schedule", part)), None)
            found[kind] = read_drawing(_SCHEDULE_NAMES[kind], box, arrows)
            self._findings += about_drawing(found[kind], number)
        return found

    def _text(self, label: str) -> str | None:
        """The text of a box, "" for a blank one, None where the form does not have it."""
        box = self._by_label.get(label)
        return box.text if box else None

    def _box_texts(self, label: str) -> list[str]:
        return self._by_label[label].texts if label in self._by_label else []

    def _tell(self, severity: Severity, check: str, sentence: Sentence) -> None:
        self._findings.append(Finding(severity, check, sentence, self._line.place))


def _schedule(sheet: SourceRecord, kind: str, drawing: Drawing) -> Iterator[SourceRecord]:
    for position, bar in enumerate(drawing.read.bars):
        key: dict[str, Part] = {
            "sheet_id": sheet,
            "kind": kind,
            "from_month": bar.first,
            "to_month": bar.last,
            "point": int(bar.point),
            "label": bar.label or None,
        }
        yield SourceRecord("schedule_line", key, first={"line": bar.line, "position": position})


def _plain(line: Line) -> Line:
    """The line without the tags that an extraction left in its texts."""
    if "<" not in line.text:
        return line
    cells = tuple(_TAG.sub("", _OPENING.sub("・", _CLOSING.sub("\n", cell))).strip() for cell in line.cells)
    return replace(line, cells=cells)
