"""The rows that a department proposes in its questionnaire: every line that is filled in, a half-filled one told."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from imports.files.rectangle import Sheet
from imports.questionnaire.answer_reading import Answers, refused, tell_columns
from imports.questionnaire.layout import Layout, merged_away
from plan.errors import Sentence, say
from plan.exchange import questionnaire as words
from plan.exchange.questionnaire import column_keyed
from plan.exchange.returns import AddedRow
from plan.fields import BASELINE_AND_GOAL, CONTENT, PROJECT
from plan.findings import Finding, Severity
from plan.ids import AssignmentId, ItemId, RecordId

_PROJECT, _CONTENT, _BASELINE = (f.name for f in (PROJECT, CONTENT, BASELINE_AND_GOAL))


@dataclass(slots=True)
class Additions:
    """The proposed rows with the lines (from 0) on which they stand, and what was found on their way."""

    rows: dict[AssignmentId, AddedRow] = field(default_factory=dict)
    lines: dict[AssignmentId, int] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)


def read_additions(layouts: Sequence[Layout], sheets: Sequence[Sheet]) -> Additions:
    """What stands on the sheets for new rows, laid out as `layouts` say."""
    found, projects = Additions(), _projects(sheets)
    for layout in layouts:
        answers = Answers(layout)
        tell_columns(answers)
        for line, texts in _filled(answers):
            _propose(answers, line, texts, projects, found)
        found.findings += answers.findings
    return found


def _projects(sheets: Sequence[Sheet]) -> dict[str, ItemId]:
    """The 実施事業 that can be chosen, as the hidden sheet lists them; empty where it is gone."""
    for sheet in sheets:
        head = [text.strip() for text in sheet.rows[0]] if sheet.rows else []
        if words.PROJECT_LABEL in head:
            place = head.index(words.PROJECT_LABEL)
            pairs = (row[place : place + 2] for row in sheet.rows[1:])
            return {_on_one_line(pair[1]): ItemId(RecordId(pair[0].strip())) for pair in pairs if len(pair) > 1}
    return {}


def _on_one_line(text: str) -> str:
    return " ".join(text.split())


def _filled(answers: Answers) -> Iterator[tuple[int, dict[str, str]]]:
    """The lines in which anything is written, each with its texts; a text that cannot be taken is told and left out.

    In a merged range what stands there is said once, but its 実施事業 is that of all its lines.
    """
    layout = answers.layout
    merged = merged_away(layout.sheet)
    for line in range(layout.line + 1, len(layout.sheet.rows)):
        if layout.text(line, words.ADDED_LABEL).strip() == words.ADDED_LABEL:
            continue  # a line of the headings
        own = {key for key in layout.readable if (line, layout.places[key][0]) not in merged}
        filled = (key for key in (*own, _PROJECT) if layout.text(line, key).strip() or layout.kind(line, key))
        texts = {key: layout.text(line, key) for key in filled}
        if own & texts.keys():
            yield line, {key: text for key, text in texts.items() if _is_taken(answers, line, key, text)}


def _is_taken(answers: Answers, line: int, key: str, text: str) -> bool:
    sentence = refused(answers.layout.kind(line, key), text)
    if sentence is not None:
        answers.tell(Severity.WARNING, "cell_not_taken", sentence, line, key)
    return sentence is None


def _propose(
    answers: Answers, line: int, texts: Mapping[str, str], projects: Mapping[str, ItemId], found: Additions
) -> None:
    lacking = _lacking(texts, projects)
    if lacking is not None:
        key, sentence = lacking
        answers.tell(Severity.WARNING, "addition_incomplete", sentence, line, key)
        return
    row = _row(answers.layout.distribution, texts, projects)
    first = found.lines.setdefault(row.id, line)
    if found.rows.setdefault(row.id, row) != row:
        sentence = say(
            "{line} 行目と同じ実施事業・実施内容の行です。{line} 行目だけを取り込みます。1 行にまとめてください。",
            line=first + 1,
        )
        answers.tell(Severity.WARNING, "addition_doubled", sentence, line, _CONTENT)


def _lacking(texts: Mapping[str, str], projects: Mapping[str, ItemId]) -> tuple[str, Sentence] | None:
    """What keeps a line from being a row, and in which column."""
    if _CONTENT not in texts:
        return _CONTENT, say("実施内容が書かれていないため、この行は取り込めません。実施内容を記入してください。")
    if _PROJECT not in texts:
        return _PROJECT, say("実施事業が選ばれていないため、この行は取り込めません。▼から選んでください。")
    if _on_one_line(texts[_PROJECT]) not in projects:
        project = _on_one_line(texts[_PROJECT])
        return _PROJECT, say(
            "実施事業「{project}」は、この調査票の選択肢にないため、この行は取り込めません。▼から選んでください。",
            project=project,
        )
    return None


def _row(distribution: RecordId, texts: Mapping[str, str], projects: Mapping[str, ItemId]) -> AddedRow:
    project, content = projects[_on_one_line(texts[_PROJECT])], texts[_CONTENT].strip()
    said = ((column_keyed(key), text) for key, text in texts.items())
    yearly = sorted((c.year, c.field.name, text) for c, text in said if c is not None and c.year is not None)
    row = words.added_row(distribution, project, content)
    return AddedRow(row, project, content, texts.get(_BASELINE), tuple(yearly))
