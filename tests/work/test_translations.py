"""Every language is complete and up to date: no text without its translation, none that the source no longer has."""

import ast
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.catalog import Message
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from plan.errors import say
from plan.fields import FIELDS
from plan.states import State
from work import language
from work.language import SOURCE, _, languages, pgettext, preferred, sentence, speak
from work.places import resource, settings_folder

TRANSLATIONS = resource("translations")
ROOT = Path(__file__).parents[2]
ROOMS = ("work", "console", "desktop")
UPDATE = f"Run: python {(TRANSLATIONS / 'update.py').relative_to(ROOT)}, then translate what is untranslated"
OTHERS = [language for language in languages() if language != SOURCE]


def messages(language: str) -> list[Message]:
    with (TRANSLATIONS / f"{language}.po").open("rb") as file:
        return [message for message in read_po(file) if message.id]


@pytest.mark.parametrize("language", OTHERS)
def test_no_text_is_untranslated(language: str) -> None:
    missing = [(m.context, m.id) for m in messages(language) if not m.string]
    assert not missing, UPDATE


@pytest.mark.parametrize("language", OTHERS)
def test_translations_fill_the_same_places(language: str) -> None:
    known = {frozenset({"era_year"}): frozenset({"year"})}  # a language without eras
    differing = []
    for message in messages(language):
        asked, filled = (frozenset(re.findall(r"{(\w+)", str(text))) for text in (message.id, message.string))
        if known.get(asked, asked) != filled:
            differing.append(message.id)
    assert not differing


def test_translations_are_up_to_date_with_the_source(tmp_path: Path) -> None:
    for code in OTHERS:
        shutil.copy(TRANSLATIONS / f"{code}.po", tmp_path)
    subprocess.run([sys.executable, TRANSLATIONS / "update.py", tmp_path], check=True)
    for made in tmp_path.iterdir():
        assert made.read_bytes() == (TRANSLATIONS / made.name).read_bytes(), UPDATE


@pytest.mark.parametrize("language", OTHERS)
def test_fields_and_states_of_the_domain_have_their_words(language: str) -> None:
    known = {(m.context, m.id) for m in messages(language)}
    assert {("field", field.label) for field in FIELDS} <= known
    assert {("state", state.value) for state in State} <= known


def test_a_language_is_what_the_person_chose_else_what_the_system_speaks() -> None:
    assert preferred({}) == "ja"
    assert preferred({"LANG": "en_GB.UTF-8"}) == "en"
    assert preferred({"LANG": "de_DE.UTF-8"}) == "ja"
    (settings_folder() / "settings.ini").write_text("[General]\nlanguage=ja\n", encoding="utf-8")
    assert preferred({"LANG": "en_GB.UTF-8"}) == "ja"


def test_what_is_said_is_said_in_the_language_that_is_spoken() -> None:
    speak("en")
    try:
        assert _("終了") == "Quit"
        assert pgettext("state", "終了") == "Ended"
        assert sentence(say("「{name}」という点検はありません。点検の名前を確かめてください。", name="x")) != ""
        assert _("") == ""
    finally:
        speak(SOURCE)
    assert _("終了") == "終了"


def test_no_text_hides_in_a_formatted_string_where_it_is_not_found() -> None:
    hidden = [
        f"{path.name}:{call.lineno}"
        for room in ROOMS
        for path in (ROOT / room).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.JoinedStr)
        for call in ast.walk(node)
        if isinstance(call, ast.Call)
        and re.fullmatch(r"_|pgettext|N_|NP_|.*\btell", ast.unparse(call.func))
        and any(isinstance(argument, ast.Constant) for argument in call.args)
    ]
    assert not hidden


def test_a_language_is_one_file_that_the_menu_draws_from(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (TRANSLATIONS / "en.po").open("rb") as file:
        other = read_po(file)
    own_name = other.get("この言語の名前")
    assert own_name is not None
    own_name.string = "Tiếng Việt"
    shutil.copy(TRANSLATIONS / "en.mo", tmp_path)
    with (tmp_path / "vi.mo").open("wb") as made:
        write_mo(made, other)
    monkeypatch.setattr(language, "resource", lambda *parts: tmp_path.joinpath(*parts[1:]))
    assert language.names() == {"ja": "日本語", "en": "English", "vi": "Tiếng Việt"}
    assert preferred({"LANG": "vi_VN.UTF-8"}) == "vi"
    speak("vi")
    assert _("終了") == "Quit"
    speak("xx")
    assert language.spoken() == SOURCE
