"""The rows of a returned questionnaire: every asked cell that was filled in, and a finding for whatever was altered."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from imports.files.rectangle import Kind, Sheet
from plan import questionnaire as words
from plan.errors import Sentence, say
from plan.fields import KEYS
from plan.findings import Finding, Place, Severity
from plan.ids import AssignmentId, RecordId
from plan.questionnaire import Check, column_keyed, read_check
from plan.returns import Cell

_LONGEST = 32_767  # UTF-16 units, after which Excel cuts
_SHOWN = 30  # characters of a text that a finding quotes
_LABELS = (words.ROW_LABEL, words.CHECK_LABEL)
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


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the table stands: the line (from 0) with the columns' names, and the places of every text in it."""

    sheet: Sheet
    line: int
    distribution: RecordId
    columns: tuple[str, ...]
    places: Mapping[str, Sequence[int]]

    def text(self, line: int, key: str) -> str:
        """The text of a row in the column of that name; "" where it has none."""
        places, row = self.places.get(key, ()), self.sheet.rows[line]
        return row[places[0]] if places and places[0] < len(row) else ""

    def kind(self, line: int, key: str) -> Kind | None:
        """What the cell holds where it is not a text."""
        places = self.places.get(key)
        return self.sheet.handling.kinds.get((line, places[0])) if places else None

    @property
    def readable(self) -> list[str]:
        """The columns that are there, and once only."""
        return [key for key in self.columns if len(self.places.get(key, ())) == 1]


@dataclass(slots=True)
class Answers:
    """What the rows say: the asked cells that no longer say what was handed out; `rows` are those recognised."""

    layout: Layout
    values: dict[Cell, str] = field(default_factory=dict)
    rows: list[AssignmentId] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)

    def tell(self, severity: Severity, check: str, sentence: Sentence, line: int, key: str = "") -> None:
        """Add a finding at a line (from 0) of the sheet, in the column of that name."""
        column = column_keyed(key)
        places = self.layout.places.get(key, ())
        place = Place(
            self.layout.sheet.name,
            line + 1,
            places[0] + 1 if places else None,
            self.layout.text(line, "number").strip() if line > self.layout.line else "",
            year=column.year if column else None,
            field=column.field if column else None,
        )
        self.findings.append(Finding(severity, check, sentence, place))


def read_answers(layout: Layout) -> Answers:
    """Read the rows below the columns' names."""
    answers = Answers(layout)
    _tell_sheet(answers)
    tell_columns(answers)
    recognised: dict[AssignmentId, list[tuple[int, Check]]] = {}
    for line in range(layout.line + 1, len(layout.sheet.rows)):
        found = _recognised(answers, line)
        if found is not None:
            recognised.setdefault(found.row, []).append((line, found))
    merged = merged_away(layout.sheet)
    _tell_foreign_columns(answers, merged)
    for row, copies in recognised.items():
        answers.rows.append(row)
        if _is_usable(answers, copies):
            _read_row(answers, *copies[0], merged)
    return answers


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


def _tell_foreign_columns(answers: Answers, merged: Mapping[tuple[int, int], tuple[int, int]]) -> None:
    """Tell of what is written in columns that were not handed out, at the first line of each."""
    layout = answers.layout
    known = {place for key in (*_LABELS, *layout.columns) for place in layout.places.get(key, ())}
    told = set(known)
    for line in range(layout.line + 1, len(layout.sheet.rows)):
        if not set(_LABELS).intersection(text.strip() for text in layout.sheet.rows[line]):  # no line of the headings
            for place, text in enumerate(layout.sheet.rows[line]):
                if text.strip() and place not in told and (line, place) not in merged:
                    told.add(place)
                    where = Place(layout.sheet.name, line + 1, place + 1)
                    answers.findings.append(Finding(Severity.WARNING, "column_inserted", _FOREIGN_COLUMN, where))


def _recognised(answers: Answers, line: int) -> Check | None:
    """Which row of the distribution a line is; a line that is none but says something is told."""
    layout = answers.layout
    row, check = layout.text(line, words.ROW_LABEL).strip(), layout.text(line, words.CHECK_LABEL).strip()
    if {row, check}.intersection(_LABELS):
        return None  # a line of the headings
    if not row and not check:
        if any(layout.text(line, key).strip() for key in layout.readable):
            sentence = say(
                "行ID のない行です（挿入された行か、行ID が消された行です）。取り込んでいません。"
                "新しい実施内容は「行の追加」のシートに書いてください。"
            )
            answers.tell(Severity.WARNING, "row_inserted", sentence, line)
        return None
    found = read_check(layout.distribution, AssignmentId(RecordId(row)), layout.columns, check)
    if found is None:
        sentence = say(
            "行ID か照合の文字が変えられているか、ほかの調査票の行です。この行は取り込んでいません。"
            "配布した調査票に記入し直して、もう一度お送りください。"
        )
        answers.tell(Severity.WARNING, "row_key_altered", sentence, line)
    return found


def merged_away(sheet: Sheet) -> dict[tuple[int, int], tuple[int, int]]:
    """The cells that a merged range hides, each with the range's first cell; ranges over many columns are not ours."""
    return {
        (line, column): (span.top, span.left)
        for span in sheet.handling.merged
        for line in range(span.top, min(span.bottom + 1, len(sheet.rows)))
        for column in range(span.left, min(span.right + 1, len(sheet.rows[line])))
        if (line, column) != (span.top, span.left)
    }


def _is_usable(answers: Answers, copies: Sequence[tuple[int, Check]]) -> bool:
    """Whether the lines with one row's name say the same; more than one of them is told."""
    layout = answers.layout
    texts = {tuple(layout.text(line, key) for key in layout.readable if check.asked[key]) for line, check in copies}
    for line, _ in copies[1:]:
        if len(texts) == 1:
            sentence = say("同じ行が重なっています。記入は同じなので、一度だけ取り込みます。")
            answers.tell(Severity.NOTICE, "row_doubled", sentence, line)
        else:
            sentence = say(
                "同じ行ID の行が重なっていて記入が異なるため、どちらも取り込んでいません（もうひとつは {line} 行目）。",
                line=copies[0][0] + 1,
            )
            answers.tell(Severity.WARNING, "row_doubled", sentence, line)
    return len(texts) == 1


def _read_row(answers: Answers, line: int, check: Check, merged: Mapping[tuple[int, int], tuple[int, int]]) -> None:
    layout = answers.layout
    for key in layout.readable:
        place = line, layout.places[key][0]
        text = layout.text(line, key)
        if place in merged and merged[place][0] > layout.line:
            _tell_merged(answers, line, key, merged[place][0])
        elif check.unchanged(key, text) and (text or layout.kind(line, key) is None):
            continue  # a cell that shows nothing may still hold a formula that was never calculated
        elif not check.asked[key] or (column := column_keyed(key)) is None or column.year is None:
            _tell_foreign(answers, line, key, text)
        elif _may_be_taken(answers, line, key, layout.kind(line, key)):
            answers.values[Cell(check.row, column.year, column.field.name)] = text


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
    answers.tell(Severity.WARNING, "outside_of_asked", sentence, line, key)


def _may_be_taken(answers: Answers, line: int, key: str, kind: Kind | None) -> bool:
    sentence = refused(kind, answers.layout.text(line, key))
    if sentence is not None:
        answers.tell(Severity.WARNING, "cell_not_taken", sentence, line, key)
        return False
    if kind is Kind.NUMBER:
        sentence = say("文字ではなく数値として入っています。見えているとおりに取り込みます。")
        answers.tell(Severity.NOTICE, "cell_is_number", sentence, line, key)
    return True


def refused(kind: Kind | None, text: str) -> Sentence | None:
    """Why a cell that was filled in is not taken."""
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 >= _LONGEST:
        return say("セルに入る文字数の上限に達しています。途中で切れたおそれがあるため、取り込んでいません。")
    return None if kind is None else _NOT_TAKEN.get(kind)
