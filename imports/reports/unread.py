"""What a reader did not take, told line by line, so that nothing of a source is left out in silence."""

from collections.abc import Iterable, Iterator

from imports.reports.report_lines import Line
from plan.errors import say
from plan.findings import Finding, Severity
from plan.folding import same_words

_SHOWN = 40  # characters of a line that a person needs to find it again


def unread(lines: Iterable[Line], known: Iterable[str] = ()) -> Iterator[Finding]:
    """A notice for every line that says more than these texts, which were read elsewhere."""
    words = {same_words(part) for text in known for part in (text, *text.splitlines())} | {""}
    for line in lines:
        parts = [part for text in line.texts for part in text.splitlines() if same_words(part) not in words]
        if parts:
            yield not_read(line, " ".join(parts))


def not_read(line: Line, text: str) -> Finding:
    """The notice itself."""
    sentence = say("「{text}」は、どの欄に入れるものか分からないため、読み込んでいません。", text=_short(text))
    return Finding(Severity.NOTICE, "line_not_read", sentence, line.place)


def box_unknown(line: Line, name: str, *texts: str) -> Finding:
    """The warning that a form has a box of its own, by the name that is printed there."""
    sentence = say(
        "「{name}」という欄はこの様式にないため、その内容「{text}」を読み込んでいません。",
        name=name,
        text=_short(" ".join(texts)),
    )
    return Finding(Severity.WARNING, "box_unknown", sentence, line.place)


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"
