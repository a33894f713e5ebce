"""An outcome report (成果報告書): each project's indicators with target, result, ○△× and how they were measured."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from imports.reports.amounts import common_unit, in_unit
from imports.reports.preview_words import field_of
from imports.reports.records import Part, ReportReading, SourceRecord, Subject
from imports.reports.report_lines import Line, is_open
from imports.reports.unread import not_read
from imports.source_kind import SourceKind
from plan.codes import split_heading
from plan.era import YearRange, years_in
from plan.errors import say
from plan.findings import Finding, Severity
from plan.folding import same_words
from plan.states import State

_COLUMNS = {
    "個別事業": "project",
    "指標": "indicator",
    "目標値": "target",
    "結果の数値": "result",
    "達成状況": "grade",
    "計測方法・出典等": "method",
}
_REASONS = {"指標": "indicator", "達成状況": "grade", "理由": "reason"}
_FACTS = (
    ("実施市区町村", "city"),
    ("代表市区町村長", "mayor"),
    ("事業名称", "project_title"),
    ("事業実施概要", "project_outline"),
)
_CIRCLES = frozenset("0Oo〇◯０Ｏｏ")
_DASHES = frozenset("-－‐–—―ー_＿ıl|｜\\")
_MISREAD = frozenset("_＿ıl|｜\\")
_IDLE = re.compile(r"(?:事業展開|活動|実績)(?:は)?(?:なし|無し|ありません)")
_NUMBERED = re.compile(r"([0-9０-９]{1,3})(\s*)(?=【)")
_LISTED = re.compile(r"\n（[0-9]+）.*", re.DOTALL)  # our own form names the projects below the title
_GENERAL = "全般"
_REASON = re.compile(r"(?P<name>.+?)[(（][^()（）]{1,8}[)）]\s*[:：]\s*(?P<reason>.*)")
_TITLE = "成果報告書"
_FORM = re.compile(
    r"成果報告書(?:[(\[].*)?|目標の達成状況|(?:注\)?\d?(?:\)|:)?|・)*(?:(?:成果の)?達成状況欄.*|合計\d+枚まで.*)",
    re.DOTALL,
)
"""The form's own words: its title with the year, the table's name, what the marks mean, how long it may be."""


@dataclass(frozen=True, slots=True)
class _Row:
    """One row of the table, its cells by their columns' names."""

    line: Line
    cells: dict[str, str]


@dataclass(slots=True)
class _Report:
    """What has been read so far."""

    rows: list[_Row] = field(default_factory=list)
    facts: dict[str, tuple[Line, str]] = field(default_factory=dict)
    reasons: dict[str, tuple[Line, str]] = field(default_factory=dict)  # by the indicator's name
    findings: list[Finding] = field(default_factory=list)


def is_outcome_report(lines: Sequence[Line]) -> bool:
    """Whether one of the lines is the heading of the table of outcomes."""
    return any(len(_columns(line, _COLUMNS)) == len(_COLUMNS) for line in lines)


def read_outcomes(lines: Sequence[Line], source: str) -> ReportReading:
    """The table and the facts above it; of which year, the title or the plan says."""
    report = _Report()
    _read(lines, report)
    titles = {text for line in lines for text in (line.text, line.sheet) if _TITLE in text}
    years = {year for title in titles for year in years_in(title)}
    year = years.pop() if len(years) == 1 else None
    if year is None:
        sentence = say("報告書に年度が書かれていないため、計画の最終年度の結果として読み込みます。")
        report.findings.append(Finding(Severity.WARNING, "year_unknown", sentence))
    subjects = [*_facts(report), *_projects(report)]
    report.findings += _without_indicator(report)
    title = report.facts.get("project_title", (None, ""))[1]
    return ReportReading(
        source,
        SourceKind.OUTCOMES,
        tuple(subjects),
        tuple(report.findings),
        re.split(r"\s", title, maxsplit=1)[0],
        report.facts.get("city", (None, ""))[1],
        YearRange(year, year) if year else None,
        ("事業",),
        year,
    )


def _columns(line: Line, names: dict[str, str]) -> dict[int, str]:
    found: dict[str, int] = {}
    for at, cell in enumerate(line.cells):
        name = names.get(same_words(cell)) if len(cell) <= 20 else None  # noqa: PLR2004  # longer texts are no headings
        if name:
            found.setdefault(name, at)
    return {at: name for name, at in found.items()}


def _read(lines: Sequence[Line], report: _Report) -> None:
    columns: dict[int, str] = {}
    for line in lines:
        for names in (_COLUMNS, _REASONS):
            found = _columns(line, names)
            if len(found) == len(names):
                columns = found
                break
        else:
            _read_line(line, columns, report)


def _read_line(line: Line, columns: dict[int, str], report: _Report) -> None:
    if same_words(line.text).startswith("達成できなかった理由"):
        _read_reasons(line, report)
        return
    if _is_furniture(line):
        return
    cells = {name: line.cells[at] if at < len(line.cells) else "" for at, name in columns.items()}
    if "reason" in cells:
        report.reasons[same_words(cells["indicator"])] = line, cells["reason"]
    elif cells and any(cells[name] for name in cells if name != "project"):
        report.rows.append(_Row(line, cells))
    else:
        _read_fact(line, report)


def _read_reasons(line: Line, report: _Report) -> None:
    """The box of the reasons: each begins with its indicator and grade, 来場者（△）：, and may go on for lines."""
    name, known = "", {same_words(row.cells["indicator"]) for row in report.rows}
    for text in "\n".join(line.texts[1:]).splitlines():
        match = _REASON.fullmatch(text.strip())
        if match and same_words(match["name"]) in known:
            name = same_words(match["name"])
            report.reasons[name] = line, match["reason"]
        elif name:
            report.reasons[name] = line, f"{report.reasons[name][1]}\n{text}"
        else:
            report.findings.append(_left(line, text))


def _read_fact(line: Line, report: _Report) -> None:
    texts = line.texts
    name = next((name for label, name in _FACTS if same_words(texts[0]).startswith(label)), "")
    if name and len(texts) > 1:
        report.facts[name] = line, _LISTED.sub("", texts[1])
        report.findings += [not_read(line, text) for text in texts[2:]]
    elif not name:
        report.findings.append(not_read(line, line.text))


def _is_furniture(line: Line) -> bool:
    """Whether a line has only what the form itself prints, or nothing but the marks that a scanner sees in rules."""
    bare = same_words(line.text)
    return _FORM.fullmatch(bare) is not None or all(c in _DASHES or c.isspace() for c in line.text)


def _facts(report: _Report) -> list[Subject]:
    told = {name: (line, text) for name, (line, text) in report.facts.items() if name != "city"}
    return [
        Subject(field_of("plan", name).label, line.place, (SourceRecord("plan", {}, {name: text}),), counted=False)
        for name, (line, text) in told.items()
    ]


def _projects(report: _Report) -> list[Subject]:
    """The rows of each project; a project cell that a page or a merged cell left blank goes on from above."""
    subjects: list[Subject] = []
    title = report.facts["project_title"][1] if "project_title" in report.facts else ""
    for run in _runs(report):
        name = "".join(row.cells["project"] for row in run if not _is_dash(row.cells["project"]))
        item = _item(_untorn(name, title))
        records = (item,) if item else ()
        for row in run:
            subject = _subject(row, item, report)
            if subject:
                subjects.append(Subject(subject.name, subject.place, (*subject.records, *records)))
                records = ()
    return subjects


def _runs(report: _Report) -> list[list[_Row]]:
    runs: list[list[_Row]] = []
    for row in report.rows:
        text = row.cells["project"]
        above = "".join(each.cells["project"] for each in runs[-1]) if runs else ""
        if runs and (not text or _is_dash(text) or text == runs[-1][0].cells["project"] or is_open(above)):
            runs[-1].append(_Row(row.line, row.cells | ({"project": ""} if text in above else {})))
            if text and text in _MISREAD:
                report.findings.append(_misread(row.line, text, "－"))
        else:
            runs.append([row])
    return runs


def _untorn(name: str, title: str) -> str:
    """A name that a narrow column tore apart (充 実), as the report's own list of projects has it, if it does."""
    bare = [(at, c) for at, character in enumerate(title) for c in same_words(character)]
    text, wanted = "".join(c for _, c in bare), same_words(name)
    if not wanted or text.count(wanted) != 1:
        return name
    start = text.index(wanted)
    return title[bare[start][0] : bare[start + len(wanted) - 1][0] + 1]


def _item(name: str) -> SourceRecord | None:
    """The project; None for what is about the whole plan."""
    if same_words(name).strip("【】") in ("", _GENERAL):
        return None
    number = _NUMBERED.match(name)
    heading = split_heading(name)
    code, joint, bare = heading.code, heading.joint, heading.name
    if number:
        code, joint, bare = number[1], number[2], name[number.end() :]
    return SourceRecord("item", {"code": code or None, "name": bare}, first={"joint": joint or None})


def _subject(row: _Row, item: SourceRecord | None, report: _Report) -> Subject | None:
    cells, place = row.cells, row.line.place
    if _is_idle(cells):
        _tell_misread(row, report)
        if item is None:
            return None
        key: dict[str, Part] = {"item_id": item, "fiscal_year": None}
        status = SourceRecord("item_status", key, {"status": State.NO_ACTIVITY.value, "note": cells["method"]})
        return Subject(cells["method"], place, (status,))
    if not cells["indicator"] or _is_dash(cells["indicator"]):
        sentence = say("指標の名称がないため、この行は読み込んでいません。")
        report.findings.append(Finding(Severity.WARNING, "indicator_missing", sentence, place))
        return None
    return Subject(cells["indicator"], place, _indicator(row, item, report))


def _is_idle(cells: dict[str, str]) -> bool:
    """Whether a project had nothing to measure: dashes in all columns, and the last one says so."""
    dashed = all(_is_dash(cells[name]) or not cells[name] for name in ("indicator", "target", "result", "grade"))
    return dashed and _IDLE.search(same_words(cells["method"])) is not None


def _indicator(row: _Row, item: SourceRecord | None, report: _Report) -> tuple[SourceRecord, ...]:
    cells = row.cells
    unit = common_unit((cells["target"], cells["result"]))
    indicator = SourceRecord(
        "indicator",
        {"name": cells["indicator"], "item_id": item},
        {"unit": unit or None, "method": cells["method"] or None},
    )
    key: dict[str, Part] = {"indicator_id": indicator, "fiscal_year": None}
    told = {
        "value": in_unit(cells["result"], unit) or None,
        "grade": _grade(row, report) or None,
        "reason": report.reasons.get(same_words(cells["indicator"]), (row.line, ""))[1] or None,
    }
    target = SourceRecord("indicator_target", key, {"value": in_unit(cells["target"], unit) or None})
    return indicator, target, SourceRecord("indicator_result", dict(key), told)


def _grade(row: _Row, report: _Report) -> str:
    """The mark; 0 and O stand for ○ where a scanner read it so."""
    grade = row.cells["grade"]
    if grade in _CIRCLES:
        report.findings.append(_misread(row.line, grade, "○"))
        return "○"
    if grade in _MISREAD:
        report.findings.append(_misread(row.line, grade, "－"))
        return "－"
    return grade


def _is_dash(text: str) -> bool:
    return len(text) == 1 and text in _DASHES


def _tell_misread(row: _Row, report: _Report) -> None:
    odd = dict.fromkeys(cell for cell in row.cells.values() if len(cell) == 1 and cell in _MISREAD)
    report.findings += [_misread(row.line, text, "－") for text in odd]


def _misread(line: Line, text: str, mark: str) -> Finding:
    sentence = say(
        "「{text}」は「{mark}」の読み誤りとみて、「{mark}」として扱います。元の資料を確かめてください。",
        text=text,
        mark=mark,
    )
    return Finding(Severity.NOTICE, "mark_misread", sentence, line.place)


def _without_indicator(report: _Report) -> Iterator[Finding]:
    """The reasons that belong to no indicator of the report."""
    known = {same_words(row.cells["indicator"]) for row in report.rows}
    return (_left(line, reason) for name, (line, reason) in report.reasons.items() if reason and name not in known)


def _left(line: Line, text: str) -> Finding:
    sentence = say(
        "理由「{text}」がどの指標のものか分からないため、読み込んでいません。指標ごとに入力してください。",
        text=text[:40],
    )
    return Finding(Severity.WARNING, "reason_without_indicator", sentence, line.place)
