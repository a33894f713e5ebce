"""The borders of the house that import-linter cannot draw."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("plan", "db", "imports", "exports", "work", "console", "desktop", "resources")
SOURCES = [path for room in ROOMS for path in sorted((ROOT / room).rglob("*.py"))]


def imported(path: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.split(".")[0])
    return names


def test_the_words_of_the_domain_need_nothing_but_the_standard_library() -> None:
    allowed = sys.stdlib_module_names | {"plan"}
    strangers = {p.name: imported(p) - allowed for p in (ROOT / "plan").rglob("*.py")}
    assert not {name: found for name, found in strangers.items() if found}


def test_the_command_line_starts_without_qt_or_any_format() -> None:
    code = (
        "import sys, console.cli, console.verbs; "
        "print([m for m in ('PySide6', 'openpyxl', 'reportlab', 'pypdfium2') if m in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("path", SOURCES, ids=lambda p: str(p.relative_to(ROOT)))
def test_every_module_opens_with_one_sentence_and_stays_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert ast.get_docstring(ast.parse(text))
    assert text.count("\n") <= 400


def test_no_file_names_a_room_of_another_machine() -> None:
    places = ("/" + "root/", "/" + "work/", "/" + "tmp/")
    for path in [*SOURCES, *(ROOT / "tests").rglob("*.py"), *ROOT.glob("*.md"), ROOT / "run"]:
        assert not any(place in path.read_text(encoding="utf-8") for place in places), path
