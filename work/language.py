"""What people are told, in their language: each word stands in Japanese at its call, and a language is one file.

`_` and `pgettext` say a text; `N_` and `NP_` only mark one that is said later. resources/translations/update.py finds
them all. The languages are the files there (en.po); Japanese, the language of the source, has none.
"""

import configparser
import os
from collections.abc import Mapping
from datetime import datetime
from gettext import GNUTranslations, NullTranslations

from plan.errors import Sentence
from work.places import resource, settings_folder

SOURCE = "ja"
_VARIABLES = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


class _Speech:
    """The language that is spoken now."""

    code: str = SOURCE
    words: NullTranslations = NullTranslations()


def languages() -> tuple[str, ...]:
    """The languages that there are, by their ISO 639 codes; Japanese first."""
    return (SOURCE, *sorted(path.stem for path in resource("translations").glob("*.mo")))


def names() -> dict[str, str]:
    """The languages by their codes, each under the name that it gives itself."""
    return {code: "日本語" if code == SOURCE else _words(code).gettext(_OWN_NAME) for code in languages()}


def spoken() -> str:
    """The code of the language that is spoken now."""
    return _Speech.code


def speak(language: str) -> None:
    """Say everything in a language from now on; Japanese where we do not know it."""
    _Speech.code = language if language in languages() else SOURCE
    _Speech.words = _words(_Speech.code)


def _words(language: str) -> NullTranslations:
    if language == SOURCE:
        return NullTranslations()
    with resource("translations", f"{language}.mo").open("rb") as file:
        return GNUTranslations(file)


def preferred(environment: Mapping[str, str] = os.environ) -> str:
    """The language that the person has chosen in the window, else that of the system, else Japanese."""
    known = languages()
    wanted = [_chosen(), *(environment.get(name, "") for name in _VARIABLES)]
    return next((code for text in wanted if (code := text[:2].lower()) in known), SOURCE)


def _chosen() -> str:
    settings = configparser.RawConfigParser(strict=False)
    try:
        settings.read(settings_folder() / "settings.ini", encoding="utf-8")
    except (configparser.Error, UnicodeDecodeError):
        return ""
    return settings.get("General", "language", fallback="")


def _(text: str) -> str:
    """A text in the language that is spoken."""
    return _Speech.words.gettext(text) if text else ""


def pgettext(context: str, text: str) -> str:
    """A text that means something else elsewhere, in the language that is spoken."""
    return _Speech.words.pgettext(context, text) if text else ""


def N_(text: str) -> str:  # noqa: N802 - gettext's own name
    """Mark a text that is said later, by `_`."""
    return text


def NP_(_context: str, text: str) -> str:  # noqa: N802 - as above
    """Mark a text that is said later, by `pgettext` in this context."""
    return text


_OWN_NAME = N_("この言語の名前")
"""What stands in a language's file under this text is what the menu calls it."""


def sentence(said: Sentence) -> str:
    """A sentence of another room in the language that is spoken."""
    return said.said(_)


def moment(at: str) -> str:
    """A time of the history (ISO 8601, UTC) as the clock on the wall showed it: 2026/11/21 14:30."""
    return datetime.fromisoformat(at).astimezone().strftime("%Y/%m/%d %H:%M")
