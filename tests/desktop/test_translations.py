"""English is complete and up to date: no text without its translation, none that the source no longer has."""

import ast
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

from plan.fields import FIELDS
from plan.states import State
from work.places import resource

TRANSLATIONS = resource("translations")
ROOT = Path(__file__).parents[2]
UPDATE = f"Run: python {(TRANSLATIONS / 'update.py').relative_to(ROOT)}, then translate what is unfinished"


def messages() -> list[tuple[str, str, ET.Element]]:
    root = ET.parse(TRANSLATIONS / "ayumi_en.ts").getroot()  # noqa: S314 - our own file
    return [
        (context.findtext("name", ""), message.findtext("source", ""), translation)
        for context in root.findall("context")
        for message in context.findall("message")
        if (translation := message.find("translation")) is not None
    ]


def test_no_text_is_untranslated() -> None:
    missing = [(c, s) for c, s, t in messages() if t.get("type") == "unfinished" or not t.text]
    assert not missing, UPDATE


def test_translations_fill_the_same_places() -> None:
    differing = [
        source
        for context, source, translation in messages()
        if context != "Grid" and set(re.findall(r"{\w+}", source)) != set(re.findall(r"{\w+}", translation.text or ""))
    ]
    assert not differing


def test_translations_are_up_to_date_with_the_source(tmp_path: Path) -> None:
    shutil.copy(TRANSLATIONS / "ayumi_en.ts", tmp_path)
    subprocess.run([sys.executable, TRANSLATIONS / "update.py", tmp_path], check=True)
    for name in ("ayumi_en.ts", "ayumi_en.qm"):
        assert (tmp_path / name).read_bytes() == (TRANSLATIONS / name).read_bytes(), UPDATE


def test_fields_and_states_of_the_domain_have_their_words() -> None:
    known = {(context, source) for context, source, _ in messages()}
    assert {("Fields", field.label) for field in FIELDS} <= known
    assert {("States", state.value) for state in State} <= known


def test_no_text_hides_in_a_formatted_string_where_it_is_not_found() -> None:
    hidden = [
        f"{path.name}:{call.lineno}"
        for path in (ROOT / "desktop").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and re.fullmatch(r".*\b(tr|translate)", ast.unparse(call.func))
        and any(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert not hidden
