"""The rows of a returned questionnaire: every asked cell that was filled in, and a finding for whatever was altered."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

from db.edit.texts import TEXT_LIMIT, units
from imports.files.rectangle import Kind, Sheet
from imports.files.remarks import COMMENTS, remarks
from imports.questionnaire.displacement import Place as Spot
from imports.questionnaire.displacement import find_displaced
from imports.questionnaire.layout import LABELS, Layout, Merged, merged_away
from imports.questionnaire.row_identity import Fate, Line, identify, known_checks
from plan.errors import Sentence, say
from plan.exchange.questionnaire import Check, column_keyed
from plan.exchange.returns import Cell
from plan.fields import CONTENT, KEYS
from plan.findings import Finding, Place, Severity
from plan.ids import AssignmentId

_SHOWN = 30  # characters of a text that a finding quotes
_DOUBTFUL = say(
    "行ID と、番号・担当課・実施内容などが合いません（一部の列だけを並べ替えたか、セルを上下にずらしたようです）。"
    "どの行の記入かを決められないため、取り込んでいません。配布した調査票に記入し直して、もう一度お送りください。"
)
_ALTERED = say(
    "行ID か照合の文字が変えられているか、ほかの調査票の行です。この行は取り込んでいません。"
    "配布した調査票に記入し直して、もう一度お送りください。"
)
_INSERTED = say(
    "行ID のない行です（挿入された行か、行ID が消された行です）。取り込んでいません。"
    "新しい実施内容は「行の追加」のシートに書いてください。"
)
_ALL_STRUCK = say(
    "文章の全体に取り消し線が付いています。取り込んでいません。文章を消すか、取り消し線を外して、もう一度お送りください。"
)
_DISPLACED = say(
    "この列の記入が上下にずれているか、この列だけが並べ替えられています。"
    "どの行の記入かを決められないため、取り込んでいません。この行の記入を、もう一度お送りください。"
)
_FOREIGN_COLUMN = say(
    "調査票になかった列に記入があります。この列の記入は取り込んでいません。黄色のセルに書き直してください。"
)
_NOT_TAKEN = {
    Kind.FORMULA: say("計算式が入っています。取り込んでいません。値だけを入れて、もう一度お送りください。"),
    Kind.DATE: say(
        "日付になっています。「4-1」のような記入が変わったものかもしれないため、取り込んでいません。"
        "文字として入れ直してください。"
    ),
    Kind.FORMATTED: say("貼り付けた書式で表示された数値のため、取り込んでいません。文字として入れ直してください。"),
    Kind.OTHER: say("文字でも数値でもない値のため、取り込んでいません。文字として入れ直してください。"),
}


@dataclass(slots=True)
class Answers:
    """What the rows say: the asked cells that no longer say what was handed out; `rows` are those recognised."""

    layout: Layout
    values: dict[Cell, str] = field(default_factory=dict)
    rows: list[AssignmentId] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def tell(  # noqa: PLR0913 - a finding in its parts
        self, severity: Severity, check: str, sentence: Sentence, line: int, key: str = "", *, quote: str = ""
    ) -> None:
        """Add a finding at a line (from 0) of the sheet, in the column of that name; `quote` was not taken."""
        column = column_keyed(key)
        places = self.layout.places.get(key, ())
        below = line > self.layout.line
        place = Place(
            self.layout.sheet.name,
            line + 1,
            places[0] + 1 if places else None,
            self.layout.text(line, "number").strip() if below else "",
            year=column.year if column else None,
            field=column.field if column else None,
            content=self.layout.text(line, CONTENT.name).strip() if below else "",
        )
        self.findings.append(Finding(severity, check, sentence, place, quote))


def read_answers(layout: Layout, sheets: Sequence[Sheet]) -> Answers:
    """Read the rows below the columns' names; `sheets` are all of the workbook."""
    answers = Answers(layout)
    _tell_sheet(answers)
    tell_columns(answers)
    merged = merged_away(layout.sheet)
    checks = known_checks(layout, sheets)
    lines = identify(layout, checks)
    _tell_lines(answers, lines)
    _tell_foreign_columns(answers, merged)
    answers.findings += (found for found in remarks(layout.sheet, layout.first) if found.check == COMMENTS)
    displaced = find_displaced(layout, checks, lines)
    for row, copies in _copies(lines).items():
        answers.rows.append(row)
        if _is_usable(answers, copies):
            _read_row(answers, *copies[0], merged, displaced)
    answers.rows += [line.check.row for line in lines if line.fate is Fate.DOUBTFUL and line.check is not None]
    return answers


def _copies(lines: Sequence[Line]) -> dict[AssignmentId, list[tuple[int, Check]]]:
    """The lines of every row that was surely recognised."""
    found: dict[AssignmentId, list[tuple[int, Check]]] = {}
    for line in lines:
        if line.sure is not None:
            found.setdefault(line.sure.row, []).append((line.number, line.sure))
    return found


def _tell_sheet(answers: Answers) -> None:
    layout, done = answers.layout, answers.layout.sheet.handling
    if not done.protected:
        sentence = say("シートの保護が解除されています。変えられた欄がないかを、行ごとに確かめました。")
        answers.tell(Severity.NOTICE, "unprotected", sentence, layout.line)
    hidden = sorted(line for line in done.hidden_rows if line > layout.line)
    if hidden:
        sentence = say("{count} 行が隠されています。隠された行の記入も取り込みます。", count=len(hidden))
        answers.tell(Severity.NOTICE, "rows_hidden", sentence, hidden[0])
    for key in layout.readable:
        if layout.places[key][0] in done.hidden_columns:
            answers.tell(
                Severity.NOTICE,
                "column_hidden",
                say("列「{heading}」が隠されています。記入があれば取り込みます。", heading=_heading(key)),
                layout.line,
                key,
            )


def _heading(key: str) -> str:
    column = column_keyed(key)
    return "" if column is None else " ".join(column.headings)


def tell_columns(answers: Answers) -> None:
    """Tell which of the columns that were handed out are missing, doubled or moved."""
    layout = answers.layout
    for key in layout.columns:
        count = len(layout.places.get(key, ()))
        if count == 0:
            sentence = say("列「{heading}」がありません。この列の記入は取り込めません。", heading=_heading(key))
            answers.tell(Severity.WARNING, "column_missing", sentence, layout.line, key)
        elif count > 1:
            sentence = say(
                "列「{heading}」が {count} つあるため、この列の記入は取り込んでいません。",
                heading=_heading(key),
                count=count,
            )
            answers.tell(Severity.WARNING, "column_doubled", sentence, layout.line, key)
    readable = layout.readable
    if readable != sorted(readable, key=lambda key: layout.places[key][0]):
        sentence = say("列の並びが変わっています。列は名前で見分けるため、取り込みに影響はありません。")
        answers.tell(Severity.NOTICE, "columns_moved", sentence, layout.line)


def _tell_foreign_columns(answers: Answers, merged: Merged) -> None:
    """Tell of what is written in columns that were not handed out, at the first line of each."""
    layout = answers.layout
    known = {place for key in (*LABELS, *layout.columns) for place in layout.places.get(key, ())}
    told = set(known)
    for line in range(layout.line + 1, len(layout.sheet.rows)):
        if not set(LABELS).intersection(text.strip() for text in layout.sheet.rows[line]):  # no line of the headings
            for place, text in enumerate(layout.sheet.rows[line]):
                if text.strip() and place not in told and (line, place) not in merged:
                    told.add(place)
                    where = Place(layout.sheet.name, line + 1, place + 1)
                    answers.findings.append(Finding(Severity.WARNING, "column_inserted", _FOREIGN_COLUMN, where))


def _tell_lines(answers: Answers, lines: Sequence[Line]) -> None:
    """What is to be said of lines that are not simply the row that their 行ID names."""
    sure = {line.sure.row for line in lines if line.sure is not None}
    for line in lines:
        if line.fate is Fate.STRANGER:
            _tell_stranger(answers, line.number)
        elif line.fate is Fate.DOUBTFUL and (_written(answers, line.number) or _is_lost(line, sure)):
            answers.tell(Severity.WARNING, "row_doubtful", _DOUBTFUL, line.number, quote=_written(answers, line.number))
    found = [line.number for line in lines if line.fate is Fate.FOUND]
    if found:
        sentence = say(
            "{count} 行で、行ID と、番号や実施内容などの並びが合いません（一部の列だけの並べ替えなど）。"
            "これらの行は、番号・担当課・実施内容などのすべてが一致する行に取り込みます。",
            count=len(found),
        )
        answers.tell(Severity.NOTICE, "rows_refound", sentence, found[0])


def _is_lost(line: Line, sure: Collection[AssignmentId]) -> bool:
    return line.check is not None and line.check.row not in sure


def _written(answers: Answers, line: int) -> str:
    """What stands in the yearly columns of a line."""
    layout = answers.layout
    yearly = (key for key in layout.readable if (column := column_keyed(key)) and column.year is not None)
    return "\n".join(text for key in yearly if (text := layout.text(line, key)).strip())


def _tell_stranger(answers: Answers, line: int) -> None:
    layout = answers.layout
    if any(layout.text(line, label).strip() for label in LABELS):
        answers.tell(Severity.WARNING, "row_key_altered", _ALTERED, line, quote=_written(answers, line))
    else:
        answers.tell(Severity.WARNING, "row_inserted", _INSERTED, line, quote=_written(answers, line))


def _is_usable(answers: Answers, copies: Sequence[tuple[int, Check]]) -> bool:
    """Whether the lines with one row's name say the same; more than one of them is told."""
    layout = answers.layout
    texts = {tuple(layout.text(line, key) for key in layout.readable if check.asked[key]) for line, check in copies}
    for place, (line, _) in enumerate(copies):
        if len(texts) > 1:
            sentence = say(
                "同じ行の写しが重なっていて記入が異なるため、どちらも取り込んでいません（もうひとつは {line} 行目）。",
                line=copies[not place][0] + 1,
            )
            answers.tell(Severity.WARNING, "row_doubled", sentence, line, quote=_written(answers, line))
        elif place:
            sentence = say("同じ行が重なっています。記入は同じなので、一度だけ取り込みます。")
            answers.tell(Severity.NOTICE, "row_doubled", sentence, line)
    return len(texts) == 1


def _read_row(answers: Answers, line: int, check: Check, merged: Merged, displaced: Collection[Spot]) -> None:
    layout = answers.layout
    for key in layout.readable:
        place = line, layout.places[key][0]
        text = layout.text(line, key)
        if place in merged and merged[place][0] > layout.line:
            _tell_merged(answers, line, key, merged[place][0])
        elif check.unchanged(key, text) and not _holds_more(layout, line, key, text):
            continue
        elif check.asked[key] and place in displaced:
            answers.tell(Severity.WARNING, "cell_displaced", _DISPLACED, line, key, quote=text)
        elif not check.asked[key] or (column := column_keyed(key)) is None or column.year is None:
            _tell_foreign(answers, line, key, text)
        elif _may_be_taken(answers, line, key, layout.kind(line, key)):
            answers.values[Cell(check.row, column.year, column.field.name)] = text


def _holds_more(layout: Layout, line: int, key: str, text: str) -> bool:
    """Whether somebody wrote what the cell does not show: what is struck out, or a formula never calculated."""
    return bool(_struck(layout, line, key)) or (not text and layout.kind(line, key) is not None)


def _struck(layout: Layout, line: int, key: str) -> str:
    return layout.sheet.handling.struck.get((line, layout.places[key][0]), "")


def _tell_merged(answers: Answers, line: int, key: str, first: int) -> None:
    sentence = say("{line} 行目のセルと結合されています。このセルの記入は取り込んでいません。", line=first + 1)
    answers.tell(Severity.WARNING, "cell_merged", sentence, line, key)


def _tell_foreign(answers: Answers, line: int, key: str, text: str) -> None:
    column = column_keyed(key)
    quoted = text.replace("\n", " ")[:_SHOWN] or "（空欄）"
    if column is not None and column.field in KEYS:
        sentence = say(
            "「{heading}」が「{text}」に書き換えられています。取り込みません。", heading=_heading(key), text=quoted
        )
    else:
        sentence = say("お願いしていない欄が「{text}」に書き換えられています。取り込みません。", text=quoted)
    answers.tell(Severity.WARNING, "outside_of_asked", sentence, line, key, quote=text)


def _may_be_taken(answers: Answers, line: int, key: str, kind: Kind | None) -> bool:
    layout, text = answers.layout, answers.layout.text(line, key)
    struck = _struck(layout, line, key)
    sentence = _ALL_STRUCK if struck and not text.strip() else refused(kind, text)
    if sentence is not None:
        answers.tell(Severity.WARNING, "cell_not_taken", sentence, line, key, quote=text or struck)
        return False
    if struck:
        sentence = say("取り消し線の付いた「{text}」を除いて取り込みます。", text=struck[:_SHOWN])
        answers.tell(Severity.NOTICE, "struck_text", sentence, line, key, quote=struck)
    if kind is Kind.NUMBER:
        sentence = say("文字ではなく数値として入っています。見えているとおりに取り込みます。")
        answers.tell(Severity.NOTICE, "cell_is_number", sentence, line, key)
    return True


def refused(kind: Kind | None, text: str) -> Sentence | None:
    """Why a cell that was filled in is not taken."""
    if units(text) >= TEXT_LIMIT:
        return say("セルに入る文字数の上限に達しています。途中で切れたおそれがあるため、取り込んでいません。")
    return None if kind is None else _NOT_TAKEN.get(kind)
