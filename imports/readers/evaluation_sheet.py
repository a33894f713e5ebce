"""Evaluation sheets (個別事業評価表), from text or from our own form: found by their labels, never by their places."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from imports.readers.drawn_schedule import Arrows, Drawing, about_drawing, read_drawing
from imports.readers.sheet_budget import read_budget
from imports.reports.labelled_boxes import Box, boxes_of
from imports.reports.markup import without_markup
from imports.reports.records import Part, ReportReading, SourceRecord, Subject
from imports.reports.report_lines import Line
from imports.reports.unread import box_unknown, not_read, unread
from imports.source_kind import SourceKind
from plan.departments import split_label
from plan.era import YearRange, years_in
from plan.errors import Sentence, say
from plan.findings import Finding, Severity
from plan.folding import same_words

_UNITS = ("", "(千円)", "(単位:千円)", "(円)", "(単位:円)")
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
    **{f"予算執行{unit}": "budget" for unit in _UNITS},
    **{f"予算額{unit}": "amount" for unit in _UNITS},
    **{f"決算額{unit}": "settlement" for unit in _UNITS},
    "執行率": "rate",
    "執行率(%)": "rate",
}
_MANY = frozenset({"number", "schedule", "budget", "amount", "settlement", "rate", "own", "committee", ""})
_PARTS = {"当初計画": "initial", "中間評価": "interim", "事後評価": "final"}
_TEXTS = (
    *("outcome_goal", "interim_result", "committee_remark", "policy_opinion"),
    *("actual_volume", "outcome_status", "summary", "committee_opinion"),
)
_ONCE = frozenset({"project", "department", "volume", *_TEXTS})
_OF_PARTS = {
    "schedule": ("initial", "final"),
    "own": ("interim", "final"),
    "committee": ("interim", "final"),
}
"""The boxes that a sheet has once in each of these parts."""
_TITLE = re.compile(r".{0,150}個別事業評価表[≫》>〉）)\s]*(?:[（(].{0,30}[）)])?", re.DOTALL)
_INSIDE = re.compile(r"【スケジュール】(.*?)(?=【|\Z)", re.DOTALL)
_PLAN = re.compile(r"「([^」]+)」")
_SCHEDULES = {"planned": "initial", "actual": "final"}
_SCHEDULE_NAMES = {"planned": "スケジュール（計画）", "actual": "スケジュール（実績）"}
_WORD = 10  # characters of a grade in words
_SYMBOL = 3  # characters of a grade; longer texts are what the grades mean


def is_evaluation_sheet(lines: Iterable[Line]) -> bool:
    """Whether the lines are a form of this kind."""
    words = {same_words(cell) for line in lines for cell in line.cells if cell and len(cell) <= 30}  # noqa: PLR2004
    return {"事業名", "個別事業掲載no", "主管課評価"} <= words


def read_evaluations(lines: Sequence[Line], source: str, arrows: Arrows) -> ReportReading:
    """Every sheet, with its schedules, grades and amounts."""
    findings: list[Finding] = []
    titles = [line for line in lines if _is_title(line)]
    offices: dict[str, SourceRecord] = {}
    forms, outside = _forms(lines)
    findings += unread(outside)
    subjects = [_Sheet(form, titles, findings).subject(arrows, offices) for form in forms]
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


def _is_title(line: Line) -> bool:
    return len(line.texts) == 1 and _TITLE.fullmatch(line.texts[0]) is not None


def _forms(lines: Sequence[Line]) -> tuple[list[list[Line]], list[Line]]:
    """The lines of each sheet, from 事業名 on, and those that belong to none: between a title and 事業名."""
    forms: list[list[Line]] = []
    outside: list[Line] = []
    waiting: list[Line] | None = []
    for line in lines:
        if any(same_words(cell) == "事業名" for cell in line.cells if len(cell) <= _SYMBOL + 2):
            outside += waiting or []
            forms.append([line])
            waiting = None
        elif _is_title(line):
            (forms[-1] if forms else outside).extend(waiting or [])
            waiting = []
        else:
            (forms[-1] if waiting is None else waiting).append(line)
    (forms[-1] if forms else outside).extend(waiting or [])
    return forms, outside


class _Sheet:
    """One sheet on its way to records."""

    def __init__(self, form: Sequence[Line], titles: Sequence[Line], findings: list[Finding]) -> None:
        self._findings = findings
        self._line = form[0]
        above = [t for t in titles if t.sheet == self._line.sheet and t.number < self._line.number]
        self._year = next((year for title in reversed(above) for year in years_in(title.text)), None)
        plain = [_plain(line) for line in form]
        if any(one is not other for one, other in zip(plain, form, strict=True)):
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
        """The boxes of the form that nobody here knows, those that it has twice, and those of another part."""
        for box in self._boxes:
            if not box.label and len(box.texts) > 1:
                yield box_unknown(box.line, *box.texts)
            elif box.text and (not box.label or self._is_left(box)):
                yield not_read(box.line, " ".join(box.texts))

    def _is_left(self, box: Box) -> bool:
        """Whether a box was not read: one of which there is another, or one that stands in a part without its like."""
        if box.label in _ONCE:
            return box.text != self._by_label[box.label].text
        boxes = [b for part in _OF_PARTS.get(box.label, ()) for b in self._boxes_of(box.label, part)[:1]]
        return box.label in _OF_PARTS and not any(b is box for b in boxes)

    def _undrawn(self, kind: str, drawing: Drawing) -> str | None:
        """What was left to be drawn already, and what could not be drawn now."""
        boxes = (box.text for box in self._boxes_of("undrawn", _SCHEDULES[kind]))
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
        whole = self._without_schedule(
            "\n".join(filter(None, (box.text for box in self._boxes_of("outline", "initial"))))
        )
        outline, _, volume = whole.partition("【事業量】")
        volume = volume.strip() or self._without_schedule(self._text("volume") or "")
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
            grade = next(map(_grade, self._boxes_of(grader, stage)), "")
            if grade:
                key: dict[str, Part] = {"sheet_id": sheet, "stage": stage, "grader": grader}
                yield SourceRecord("sheet_grade", key, {"grade": grade})

    def _read_drawings(self, number: str, arrows: Arrows) -> dict[str, Drawing]:
        found: dict[str, Drawing] = {}
        for kind, part in _SCHEDULES.items():
            boxes = self._boxes_of("schedule", part)
            inside = self._schedule_inside() if part == "initial" and not boxes else []
            found[kind] = read_drawing(_SCHEDULE_NAMES[kind], boxes[0] if boxes else None, arrows, inside)
            self._findings += about_drawing(found[kind], number)
        return found

    def _boxes_of(self, label: str, part: str) -> list[Box]:
        """The boxes of a part; what stands before the first part's name is of the initial plan."""
        parts = (part, "") if part == "initial" else (part,)
        return [box for box in self._boxes if box.label == label and box.part in parts]

    def _without_schedule(self, text: str) -> str:
        """The text without a schedule that stands in it, where the form has no box for one."""
        return text if self._boxes_of("schedule", "initial") else _INSIDE.sub("", text).strip()

    def _schedule_inside(self) -> list[tuple[Line, str]]:
        """The entries of a schedule that stands inside the outline or the volume."""
        boxes = [*self._boxes_of("outline", "initial"), *self._boxes_of("volume", "initial")]
        found = ((box.line, match[1]) for box in boxes for match in _INSIDE.finditer(box.text))
        return [(line, entry.strip()) for line, text in found for entry in text.splitlines() if entry.strip()]

    def _text(self, label: str) -> str | None:
        """The text of a box, "" for a blank one, None where the form does not have it."""
        box = self._by_label.get(label)
        return box.text if box else None

    def _box_texts(self, label: str) -> list[str]:
        return self._by_label[label].texts if label in self._by_label else []

    def _tell(self, severity: Severity, check: str, sentence: Sentence) -> None:
        self._findings.append(Finding(severity, check, sentence, self._line.place))


def _grade(box: Box) -> str:
    """The grade right beside its label, a word at most; elsewhere a symbol, for there stands what the grades mean."""
    first = box.texts[0] if box.texts else ""
    cells = box.rows[0][1] if box.rows and box.rows[0][0] is box.line else []
    end = (box.line.merges.ends if box.line.merges else {}).get(box.column, box.column)
    beside = cells[:1] == [(end + 1, first)] and not re.search(r"\s", first)
    return first if len(first) <= (_WORD if beside else _SYMBOL) else ""


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
    """The line without the marks of HTML in its texts."""
    cells = tuple(map(without_markup, line.cells))
    return line if cells == line.cells else replace(line, cells=cells)
