"""Bring the translations up to date: `python resources/translations/update.py [FOLDER]`.

Texts of the interface are found by pyside6-lupdate; sentences, commands, fields and states, which stand as values in
the source, are found here and handed to it. Then the .qm is made. FOLDER (default: beside this file) holds the .ts.
"""

import ast
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
ROOMS = ("plan", "db", "imports", "exports", "work", "console", "desktop")
TS, QM = "ayumi_en.ts", "ayumi_en.qm"
ARGUMENTS = {
    "PlanError": ("Sentence", (0,)),
    "say": ("Sentence", (0,)),
    "Command": ("Command", (1, 2)),
    "Menu": ("Menu", (0,)),
    "Form": ("Documents", (1,)),
    "_step": ("Step", (0,)),
    "Field": ("Fields", (2,)),
    "_f": ("Fields", (2,)),
}
"""Calls whose arguments are texts for people: their context, and which arguments."""


def texts() -> set[tuple[str, str]]:
    """Every text that stands as a value in the source, with its context."""
    return {found for tree in _trees(ROOMS) for found in (*_of_calls(tree), *_of_states(tree))}


def _trees(rooms: Iterable[str]) -> Iterator[ast.Module]:
    for room in rooms:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield ast.parse(path.read_text(encoding="utf-8"))


def _of_calls(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ARGUMENTS:
            context, places = ARGUMENTS[node.func.id]
            for text in (_text(node.args[place]) for place in places if place < len(node.args)):
                if text:
                    yield context, text


def _of_states(tree: ast.Module) -> Iterator[tuple[str, str]]:
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef) and node.name == "State":
            for line in node.body:
                if isinstance(line, ast.Assign) and (text := _text(line.value)):
                    yield "States", text


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def english_fields() -> dict[str, str]:
    """The fields' English labels, which stand beside the Japanese ones in the source."""
    calls = (
        node
        for tree in _trees(("plan",))
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("Field", "_f")
    )
    # The first one wins: 評価 is the column of every year before it is a grade of a sheet.
    return {_text(c.args[2]): _text(c.args[3]) for c in reversed(list(calls)) if len(c.args) > 3}  # noqa: PLR2004


def update(folder: Path) -> None:
    """Write the .ts and the .qm in `folder`, whose .ts keeps the translations that it has."""
    with tempfile.TemporaryDirectory() as made:
        values = Path(made) / "values.py"
        lines = (f"translate({context!r}, {text!r})\n" for context, text in sorted(texts()))
        values.write_text("".join(lines), encoding="utf-8")
        sources = [str(path) for room in ("work", "desktop") for path in sorted((ROOT / room).rglob("*.py"))]
        options = ("-locations", "none", "-no-obsolete", "-no-ui-lines", "-silent")
        _run("pyside6-lupdate", *sources, str(values), *options, "-target-language", "en", "-ts", str(folder / TS))
    _fill_fields(folder / TS)
    _run("pyside6-lrelease", "-silent", str(folder / TS), "-qm", str(folder / QM))


def _run(program: str, *arguments: str) -> None:
    subprocess.run([Path(sys.executable).with_name(program), *arguments], check=True)  # noqa: S603 - Qt's own tools


def _fill_fields(path: Path) -> None:
    tree = ET.parse(path)  # noqa: S314 - our own file
    english = english_fields()
    for context in tree.getroot().findall("context"):
        if context.findtext("name") == "Fields":
            for message in context.findall("message"):
                translation = message.find("translation")
                assert translation is not None
                translation.text = english[message.findtext("source", "")]
                translation.attrib.pop("type", None)
    _write(tree.getroot(), path)


def _write(root: ET.Element, path: Path) -> None:
    text = ET.tostring(root, encoding="unicode")
    path.write_text(f'<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n{text}\n', encoding="utf-8")


if __name__ == "__main__":
    update(Path(sys.argv[1]) if len(sys.argv) > 1 else HERE)
