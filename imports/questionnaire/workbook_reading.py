"""A returned questionnaire (調査票), found by the names written in it, never by position; read into what it says."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import NoReturn

from imports.files.child import read_in_child
from imports.files.guard import Source, recognise
from imports.files.rectangle import Sheet
from imports.files.text import read_text
from imports.questionnaire.added_rows import Additions, read_additions
from imports.questionnaire.answer_reading import Answers, read_answers
from imports.questionnaire.layout import LABELS, Layout
from imports.questionnaire.person import last_person
from plan.errors import PlanError, Sentence, say
from plan.exchange import questionnaire as words
from plan.exchange.returns import Return, ReturnRefusedError, ReturnState, contribution
from plan.findings import Finding, Place, Severity
from plan.ids import AssignmentId, RecordId

SUFFIXES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods", ".csv")
"""How questionnaires may come back."""

_FORM = re.compile(rf"{words.FORMAT} ([0-9]{{1,4}})")
_ID = re.compile(r"[0-9A-Za-z-]{8,64}")


def read_questionnaire(path: Path) -> Return:
    """What a returned questionnaire says and what was found in it, also where it is refused."""
    try:
        return _read(path)
    except ReturnRefusedError as error:
        return Return(path.name, refusal=error)
    except PlanError as error:
        return Return(path.name, refusal=ReturnRefusedError(ReturnState.DAMAGED, error.sentence))


def _read(path: Path) -> Return:
    kind = recognise(path)
    sheets = [read_text(path)] if kind is Source.TEXT else read_in_child(path, kind)
    identity = _identity(sheets, path.name)
    layout = _layout(sheets, identity, path.name)
    answers = read_answers(layout, sheets)
    _tell_rows(answers, _handed_rows(sheets))
    complete = _is_complete(sheets, answers)
    added = _additions(sheets, identity)
    said = contribution(identity.distribution, None, answers.values, added.rows.values(), complete=complete)
    findings = (*_told(answers, kind), *added.findings)
    return Return(path.name, said, findings=findings, person=last_person(path, kind))


def _told(answers: Answers, kind: Source) -> Iterator[Finding]:
    """What was found in the table; no other form than Excel's says whether a sheet is protected."""
    if kind is Source.WORKBOOK:
        yield from answers.findings
        return
    sentence = say(
        "Excel（.xlsx）以外の形式で返送されています。セルの色や保護が残らないため、行のずれを見分けにくくなります。"
    )
    yield Finding(Severity.NOTICE, "other_form", sentence, Place(sheet=answers.layout.sheet.name))
    yield from (f for f in answers.findings if f.check != "unprotected")


def _refuse(state: ReturnState, sentence: Sentence) -> NoReturn:
    raise ReturnRefusedError(state, sentence)


@dataclass(frozen=True, slots=True)
class _Identity:
    """Whose answers these are, and the names of the columns that were handed out."""

    distribution: RecordId
    columns: tuple[str, ...]
    added: tuple[str, ...]


def _identity(sheets: Sequence[Sheet], file: str) -> _Identity:
    forms = _forms(sheets, file)
    ids = {text for text in _beside(sheets, words.DISTRIBUTION_LABEL) if _ID.fullmatch(text)}
    columns, added = (
        {keys for text in _beside(sheets, label) if (keys := _keys(text))}
        for label in (words.COLUMNS_LABEL, words.ADDED_COLUMNS_LABEL)
    )
    if len(ids) > 1 or len(columns) > 1 or len(added) > 1:
        _refuse(
            ReturnState.ALTERED,
            say(
                "「{file}」には二つ以上の調査票が混ざっています。配布した調査票ごとに分けて、もう一度お送りください。",
                file=file,
            ),
        )
    if not (forms or ids or any(_names_rows(row) for sheet in sheets for row in sheet.rows)):
        _refuse(
            ReturnState.FOREIGN,
            say("「{file}」はあゆみの調査票ではありません。ファイルを確かめてください。", file=file),
        )
    if not ids or not columns:
        _refuse(
            ReturnState.ALTERED,
            say(
                "「{file}」には、調査票を見分けるための情報（配布ID と構成）がありません。"
                "配布した調査票に記入し直して、もう一度お送りください。",
                file=file,
            ),
        )
    return _Identity(RecordId(ids.pop()), columns.pop(), added.pop() if added else ())


def _forms(sheets: Sequence[Sheet], file: str) -> set[str]:
    """The versions of the form that the sheets bear, none of them newer than this program's."""
    forms = {match[1] for text in _beside(sheets, words.FORM_LABEL) if (match := _FORM.fullmatch(text))}
    if any(int(version) > words.VERSION for version in forms):
        _refuse(
            ReturnState.NEWER_PROGRAM,
            say(
                "「{file}」は新しい版のあゆみで作られた調査票です。あゆみを更新してから取り込んでください。", file=file
            ),
        )
    return forms


def _beside(sheets: Sequence[Sheet], label: str) -> Iterator[str]:
    """What stands to the right of every cell with this label."""
    for sheet in sheets:
        for row in sheet.rows:
            for place, text in enumerate(row):
                if text.strip() == label:
                    value = next((t.strip() for t in row[place + 1 :] if t.strip() not in ("", label)), None)
                    if value is not None:
                        yield value


def _keys(text: str) -> tuple[str, ...]:
    keys = tuple(text.split())
    return keys if all(words.column_keyed(key) for key in keys) and len(set(keys)) == len(keys) else ()


def _layout(sheets: Sequence[Sheet], identity: _Identity, file: str) -> Layout:
    found = list(_layouts(sheets, identity.distribution, identity.columns, LABELS))
    if not found:
        _refuse(
            ReturnState.ALTERED,
            say(
                "「{file}」には、行と列を見分けるための灰色の文字（行ID と照合）がありません。"
                "配布した調査票に記入し直して、もう一度お送りください。",
                file=file,
            ),
        )
    if len(found) > 1:
        _refuse(
            ReturnState.ALTERED,
            say(
                "「{file}」には調査票のシートが {count} 枚あります。"
                "記入したシートだけを残して、もう一度お送りください。",
                file=file,
                count=len(found),
            ),
        )
    return found[0]


def _names_rows(texts: Sequence[str]) -> bool:
    return words.ROW_LABEL in texts and words.CHECK_LABEL in texts


def _layouts(
    sheets: Sequence[Sheet], distribution: RecordId, columns: tuple[str, ...], labels: Sequence[str]
) -> Iterator[Layout]:
    """Where tables stand in the sheets, told by the row that bears the labels and the columns' names."""
    for sheet in sheets:
        for line, row in enumerate(sheet.rows):
            texts = [text.strip() for text in row]
            if set(labels).issubset(texts) and set(texts) & set(columns):
                places: dict[str, list[int]] = {}
                for place, text in enumerate(texts):
                    places.setdefault(text, []).append(place)
                yield Layout(sheet, line, distribution, columns, places)
                break


def _additions(sheets: Sequence[Sheet], identity: _Identity) -> Additions:
    layouts = list(_layouts(sheets, identity.distribution, identity.added, (words.ADDED_LABEL,)))
    found = read_additions(layouts, sheets)
    if not layouts:
        sentence = say(
            "「{sheet}」のシートを読み取れません。行の追加の提案は、ないものとして扱います。", sheet=words.ADDITIONS
        )
        found.findings.append(Finding(Severity.NOTICE, "additions_gone", sentence))
    return found


def _handed_rows(sheets: Sequence[Sheet]) -> dict[AssignmentId, str]:
    """The rows that were handed out with their 番号, as the hidden sheet lists them; empty where it is gone."""
    for sheet in sheets:
        head = [text.strip() for text in sheet.rows[0]] if sheet.rows else []
        if head[:2] == [words.ROW_LABEL, words.NUMBER_LABEL]:
            pairs = ((row[0].strip(), row[1] if len(row) > 1 else "") for row in sheet.rows[1:] if row)
            return {AssignmentId(RecordId(row)): number for row, number in pairs if row}
    return {}


def _tell_rows(answers: Answers, handed: dict[AssignmentId, str]) -> None:
    """Which rows are missing, and whether they stand in another order."""
    sheet = answers.layout.sheet.name
    if not handed:
        answers.findings.append(
            Finding(
                Severity.NOTICE,
                "list_gone",
                say("配布した行の一覧がないため、行が欠けていないかは確かめられません。"),
                Place(sheet=sheet),
            )
        )
    for row, number in handed.items():
        if row not in answers.rows:
            sentence = (
                say("番号「{number}」の行がありません。この行の記入を、もう一度お送りください。", number=number)
                if number.strip()
                else say("番号のない行が欠けています。配布した調査票と比べ、欠けた行の記入を、もう一度お送りください。")
            )
            place = Place(sheet=sheet, number=number)
            answers.findings.append(Finding(Severity.WARNING, "row_missing", sentence, place))
    known = [row for row in answers.rows if row in handed]
    if known != [row for row in handed if row in answers.rows]:
        sentence = say("行の並びが変わっています。行は行ID で見分けるため、取り込みに影響はありません。")
        answers.findings.append(Finding(Severity.NOTICE, "rows_sorted", sentence, Place(sheet=sheet)))


def _is_complete(sheets: Sequence[Sheet], answers: Answers) -> bool:
    said = set(_beside(sheets, words.STANDING_LABEL)) & {words.FILLING, words.COMPLETE}
    if not said:
        sentence = say(
            "「{label}」に「{complete}」とも「{filling}」とも書かれていません。記入の途中として扱います。",
            label=words.STANDING_LABEL,
            complete=words.COMPLETE,
            filling=words.FILLING,
        )
        answers.findings.append(Finding(Severity.NOTICE, "standing_unclear", sentence))
    return said == {words.COMPLETE}
