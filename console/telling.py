"""How the command line tells its results: sentences for people, one JSON document for programs."""

import json
import sys
from collections.abc import Iterable, Sequence

from db.log.history import Event
from exports.document import Clipped, Loss, Overfull, PlainForm, TooManyPages, Unprintable, codes
from plan.changes import RECORD
from plan.fields import FIELDS
from plan.findings import Finding, Severity
from work.language import _, sentence

_LABELS = {(f.table, f.name): f.label for f in FIELDS}


def tell(template: str, /, **values: object) -> None:
    """One sentence to standard output."""
    words = _(template)
    sys.stdout.write(f"{words.format(**values) if values else words}\n")


def document(content: object) -> None:
    """One JSON document to standard output."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=1) + "\n")


def losses(found: Iterable[Loss]) -> None:
    """What a reader of the file will not see, cell by cell, to standard error."""
    for loss in found:
        sys.stderr.write(_sentence(loss) + "\n")


def _sentence(loss: Loss) -> str:
    match loss:
        case Unprintable(where, character):
            return f"{where}: 「{character}」（{codes(character)}）は、使える書体に字がないため印刷できません。"
        case PlainForm(where, character):
            code = codes(character)
            return f"{where}: 「{character}」（{code}）の異体字が書体にないため、標準の字形で印刷されます。"
        case Clipped(where):
            return f"{where}: 文章が長く、Excel の行の高さに収まりません（ファイルにはすべて入っています）。"
        case Overfull(where, size, smallest, longest):
            told = f"{size:g}ポイントの文字になります（{smallest:g}ポイント以上にしてください）。"
            return f"{where}: 1枚に収めると、{told}長い文章: {'、'.join(longest)}"
        case TooManyPages(pages, limit, longest):
            return f"{pages}枚になります（{limit}枚までにしてください）。長い文章: {'、'.join(longest)}"


_SEVERITIES = {Severity.ERROR: "エラー", Severity.WARNING: "警告", Severity.NOTICE: "お知らせ"}


def finding(found: Finding) -> dict[str, object]:
    """A finding as programs read it: its place in the source and in the plan, as far as they are known."""
    place = found.place
    return {
        "severity": found.severity.value,
        "check": found.check,
        "sheet": place.sheet,
        "line": place.line,
        "column": place.column,
        "row": place.number,
        "department": place.department,
        "year": None if place.year is None else int(place.year),
        "field": None if place.field is None else place.field.name,
        "message": sentence(found.sentence),
        "quote": found.quote,
    }


def tell_finding(found: Finding) -> None:
    """A finding on one line: how grave, where, what."""
    place = found.place
    parts = [
        f"シート {place.sheet}" if place.sheet else "",
        f"{place.line} 行目" if place.line else "",
        f"{place.column} 列目" if place.column else "",
        f"番号 {place.number}" if place.number else "",
        place.department,
        place.year.label if place.year is not None else "",
        place.field.label if place.field is not None else "",
    ]
    where = " ".join(part for part in parts if part)
    tell(f"  {_SEVERITIES[found.severity]}  {where}  {sentence(found.sentence)}")


def history(found: Sequence[Event], *, as_json: bool) -> None:
    """The events, newest first."""
    if as_json:
        document([_event(event) for event in found])
        return
    for event in found:
        tell(_line(event))


def _line(event: Event) -> str:
    revision, change = event.revision, event.change
    who = f"{revision.actor}（{revision.pc}）"
    what = f"{_shown(change.before)} → {_shown(change.after)}"
    return "  ".join((str(revision.number), revision.at, who, sentence(revision.name), _label(event), what))


def _event(event: Event) -> dict[str, object]:
    revision, change = event.revision, event.change
    return {
        "revision": revision.number,
        "at": revision.at,
        "who": revision.actor,
        "pc": revision.pc,
        "what": str(revision.name),
        "kind": revision.kind,
        "table": change.table,
        "record": change.id,
        "field": change.field,
        "before": change.before,
        "after": change.after,
    }


def _label(event: Event) -> str:
    change = event.change
    if change.field == RECORD:
        return f"{change.table}（全体）"
    return _LABELS.get((change.table, change.field), f"{change.table}.{change.field}")


def _shown(value: object) -> str:
    return "（未入力）" if value is None else str(value).replace("\n", "⏎")
