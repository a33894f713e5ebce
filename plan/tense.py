"""Whether a text promises (…努める。…図る。) or reports (…した。…だった。), told by how its sentences end."""

import re

_ASIDE = re.compile(r"【[^】]*】[^。【\n]*|[（(][^）)]*[）)]")  # measures and brackets tell no tense
_SENTENCE = re.compile(r"[^。\n]+")
_REPORTS = re.compile(r"(?:した|った|いた|えた|めた|れた|せた|けた|じた|んだ|きた|べた|ました|済み|済)$")
_PROMISES = re.compile(
    r"(?:努める|図る|行う|する|進める|目指す|めざす|高める|深める|続ける|設ける|いく|予定|こととする)$"
)


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
