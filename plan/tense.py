"""Whether a text promises (…努める。…図る。) or reports (…した。…だった。), told by how its sentences end."""

import re

_ASIDE = re.compile(r"【[^【】]*】[^。【\n]*|[（(][^（(）)]*[）)]")  # measures and brackets tell no tense
_SENTENCE = re.compile(r"[^。\n]+")
_REPORTS = re.compile(r"(?:[^まあ]た|んだ|済み?|完了)$")
_PROMISES = re.compile(r"(?:(?<![てで]い)(?<!であ)る|[うくぐすつぬぶむ]|予定)$")  # …ている, …である tell neither


def reports(text: str) -> bool:
    """Whether every sentence that shows a tense tells what was done."""
    return _endings(text) == {"report"}


def promises(text: str) -> bool:
    """Whether every sentence that shows a tense tells what will be done."""
    return _endings(text) == {"promise"}


def _endings(text: str) -> set[str]:
    sentences = [sentence.strip() for sentence in _SENTENCE.findall(_ASIDE.sub("", text))]
    told = {"report" for sentence in sentences if _REPORTS.search(sentence)}
    return told | {"promise" for sentence in sentences if _PROMISES.search(sentence)}
