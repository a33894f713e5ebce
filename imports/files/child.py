"""A process of its own for files from outside: limits on memory and time, and any death becomes one sentence."""

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

from imports.files.guard import Source, damaged, read_bytes, too_large
from imports.files.rectangle import Handling, Kind, Sheet, Span
from plan.errors import PlanError, Sentence
from plan.findings import Finding, Place, Severity

FLAG = "--read-workbook"
"""What the frozen program is started with to be the child: it then has to call `main` with what follows."""

SECONDS = 60
MEMORY = 2 << 30
_ROOT = Path(__file__).parents[2]


def read_in_child(path: Path, source: Source, *, seconds: float = SECONDS) -> list[Sheet]:
    """The sheets of a workbook, read in a child process; PlanError for whatever keeps it from coming back."""
    with tempfile.TemporaryDirectory(prefix="ayumi-") as folder:
        answer = Path(folder, "sheets.json")
        try:
            done = subprocess.run(  # noqa: S603  # our own program
                [*_command(), source.value, str(path), str(answer)],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                env=os.environ | {"PYTHONPATH": str(_ROOT), "PYTHONUTF8": "1"},
                creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
                timeout=seconds,
                check=False,
            )
        except subprocess.TimeoutExpired as error:
            raise PlanError(
                "「{file}」は読み込みに時間がかかりすぎるため、中止しました。表だけを新しいブックに写してください。",
                file=path.name,
            ) from error
        if not answer.exists():
            death = damaged(path.name)
            death.add_note(done.stderr.decode("utf-8", "replace")[-2000:])  # for our own report, not for the person
            raise death
        return _opened(json.loads(answer.read_bytes()))


def main(arguments: list[str]) -> int:
    """The child: read the workbook named in the arguments and leave the answer as JSON."""
    _limit()
    kind, path, answer = Source(arguments[0]), Path(arguments[1]), Path(arguments[2])
    try:
        told: dict[str, Any] = {"sheets": [_packed(sheet) for sheet in _read(kind, path)]}
    except PlanError as error:
        told = {"refused": _packed_sentence(error.sentence)}
    except MemoryError:
        told = {"refused": _packed_sentence(too_large(path.name).sentence)}
    unfinished = answer.with_suffix(".part")
    unfinished.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8", errors="replace")
    unfinished.replace(answer)
    return 0


def _read(kind: Source, path: Path) -> list[Sheet]:
    # What reads foreign files is not even imported by the parent.
    if kind is Source.WORKBOOK:
        from imports.files.workbook import read_sheets  # noqa: PLC0415

        return read_sheets(read_bytes(path), path.name)
    if kind is Source.OPEN_DOCUMENT:
        from imports.files.open_document import read_open_sheets  # noqa: PLC0415

        return read_open_sheets(read_bytes(path), path.name)
    from imports.files.old_excel import read_old_sheets  # noqa: PLC0415

    return read_old_sheets(read_bytes(path), path.name)


def _command() -> list[str]:
    if getattr(sys, "frozen", False):
        return [sys.executable, FLAG]
    return [
        sys.executable,
        "-P",
        "-m",
        "imports.files.child",
    ]  # -P: no module from the folder that we happen to stand in


def _limit() -> None:
    """Limits of the operating system, where it has them; the parent's limit of time holds everywhere."""
    if sys.platform != "win32":
        import resource  # noqa: PLC0415  # not on Windows

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _packed(sheet: Sheet) -> dict[str, Any]:
    findings = [
        {
            "severity": finding.severity.value,
            "check": finding.check,
            "sentence": _packed_sentence(finding.sentence),
            "line": finding.place.line,
            "column": finding.place.column,
        }
        for finding in sheet.findings
    ]
    arrows = [[arrow.top, arrow.left, arrow.bottom, arrow.right] for arrow in sheet.arrows]
    told = {"name": sheet.name, "rows": sheet.rows, "hidden": sheet.hidden, "findings": findings, "arrows": arrows}
    return told | {"handling": _packed_handling(sheet.handling)}


def _packed_handling(done: Handling) -> dict[str, Any]:
    return {
        "protected": done.protected,
        "rows": sorted(done.hidden_rows),
        "columns": sorted(done.hidden_columns),
        "merged": [[span.top, span.left, span.bottom, span.right] for span in done.merged],
        "kinds": [[row, column, kind.value] for (row, column), kind in done.kinds.items()],
        "colours": [[row, column, colour] for (row, column), colour in done.open_colours.items()],
        "comments": sorted(done.comments),
        "struck": [[row, column, text] for (row, column), text in done.struck.items()],
        "uncalculated": sorted(done.uncalculated),
        "unshown": [[row, column, code] for (row, column), code in done.unshown.items()],
    }


def _packed_sentence(sentence: Sentence) -> list[Any]:
    return [sentence.template, dict(sentence.values)]


def _opened(told: dict[str, Any]) -> list[Sheet]:
    if "refused" in told:
        template, values = told["refused"]
        raise PlanError(template, **values)
    return [
        Sheet(
            sheet["name"],
            sheet["rows"],
            sheet["hidden"],
            tuple(_finding(sheet["name"], f) for f in sheet["findings"]),
            tuple(Span(*arrow) for arrow in sheet["arrows"]),
            _handling(sheet["handling"]),
        )
        for sheet in told["sheets"]
    ]


def _handling(packed: dict[str, Any]) -> Handling:
    return Handling(
        packed["protected"],
        frozenset(packed["rows"]),
        frozenset(packed["columns"]),
        tuple(Span(*span) for span in packed["merged"]),
        {(row, column): Kind(kind) for row, column, kind in packed["kinds"]},
        {(row, column): colour for row, column, colour in packed["colours"]},
        frozenset((row, column) for row, column in packed["comments"]),
        {(row, column): text for row, column, text in packed["struck"]},
        frozenset((row, column) for row, column in packed["uncalculated"]),
        {(row, column): code for row, column, code in packed["unshown"]},
    )


def _finding(sheet: str, packed: dict[str, Any]) -> Finding:
    template, values = packed["sentence"]
    place = Place(sheet=sheet, line=packed["line"], column=packed["column"])
    return Finding(Severity(packed["severity"]), packed["check"], Sentence(template, tuple(values.items())), place)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
