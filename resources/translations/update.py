"""Bring the languages up to date with the source: `python resources/translations/update.py [FOLDER]`.

Every text for people is found in the source, by the calls that say it or that make the value that bears it. A language
is one file, FOLDER/en.po (default: beside this file): translations stay, new texts come in untranslated, what the
source no longer has goes. Beside it stands what the program reads, en.mo.
"""

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
ROOMS = ("plan", "db", "imports", "exports", "work", "console", "desktop")
Text = tuple[str | None, str]
"""A text with its context, if it has one."""
SAID = {
    "_": (0,), "N_": (0,), "say": (0,), "tell": (0,), "PlanError": (0,),
    "Command": (1, 2), "Menu": (0,), "Form": (1,), "Kind": (1,),
}  # fmt: skip
"""Calls of which these arguments are texts."""
SAID_IN_CONTEXT = ("pgettext", "NP_")
"""Calls of which the first argument is a context, and the second a text."""
FIELDS = ("Field", "_f")
"""Calls that make a field: its label, and the English that stands beside it."""
_LABEL, _ENGLISH = 2, 3


def texts() -> set[Text]:
    """Every text for people, with its context."""
    return {found for tree in _trees() for node in ast.walk(tree) for found in _of(node)}


def english_labels() -> dict[str, str]:
    """The fields' English labels, which stand beside the Japanese ones in the source."""
    calls = [node for tree in _trees() for node in ast.walk(tree) if _called(node) in FIELDS]
    # The first one wins: 評価 is the column of every year before it is a grade of a sheet.
    return {
        _text(c.args[_LABEL]): _text(c.args[_ENGLISH])
        for c in reversed(calls)
        if isinstance(c, ast.Call) and len(c.args) > _ENGLISH
    }


def _trees() -> Iterator[ast.Module]:
    for room in ROOMS:
        for path in sorted((ROOT / room).rglob("*.py")):
            yield ast.parse(path.read_text(encoding="utf-8"))


def _called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def _of(node: ast.AST) -> Iterator[Text]:
    if isinstance(node, ast.ClassDef) and node.name == "State":
        yield from (("state", _text(line.value)) for line in node.body if isinstance(line, ast.Assign))
    if not isinstance(node, ast.Call):
        return
    name = _called(node)
    if name in SAID:
        found = [_text(node.args[place]) for place in SAID[name] if place < len(node.args)]
        yield from ((None, text) for text in found if text)
    elif name in SAID_IN_CONTEXT and _text(node.args[1]):
        yield _text(node.args[0]), _text(node.args[1])
    elif name in FIELDS and len(node.args) > _LABEL and _text(node.args[_LABEL]):
        yield "field", _text(node.args[_LABEL])


def _text(node: ast.expr) -> str:
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def update(path: Path) -> None:
    """Bring one language up to date, and make of it what the program reads."""
    with path.open("rb") as file:
        old = read_po(file)
    new = Catalog(old.locale, project="Ayumi", creation_date=old.creation_date, revision_date=old.revision_date)
    english = english_labels() if path.stem == "en" else {}
    for context, text in sorted(texts(), key=lambda found: (found[0] or "", found[1])):
        known = old.get(text, context)
        words = english.get(text, "") if context == "field" else ""
        new.add(text, words or (known.string if known is not None else ""), context=context)
    with path.open("wb") as file:
        write_po(file, new, width=0, sort_output=False)
    with path.with_suffix(".mo").open("wb") as file:
        write_mo(file, new)


if __name__ == "__main__":
    for language in sorted((Path(sys.argv[1]) if len(sys.argv) > 1 else HERE).glob("*.po")):
        update(language)
