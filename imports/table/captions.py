"""What stands around a table: its title and label (資料2), page numbers, and the same again on every page."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from plan.era import FiscalYear, years_in
from plan.folding import fold

_LABEL = re.compile(
    r"(?:資料|別紙|別表|別添|様式|参考資料?)\s*(?:第\s*)?[0-9０-９]+(?:\s*[-－‐の]\s*[0-9０-９]+)?\s*号?"
)
_AT_END = re.compile(rf"(.*?)[\s　]*[\[【(（]?({_LABEL.pattern})[\]】)）]?\s*", re.DOTALL)
_FORM = re.compile(
    r"(.*計画(?![)）])(?:[(（][^)）]*[)）])?)[\s　]*"
    r"((?:の)?\S*(?:表|書|シート|一覧|調査票|状況)(?:[(（][^)）]*[)）])?)\s*",
    re.DOTALL,
)
_LONGEST = 200  # characters of a title; longer texts are prose
_LONGEST_PAGE = 30
_FORM_ALONE = re.compile(r"\S{2,20}(?:管理表|調書|シート|一覧表?|状況)")
_PAGE = re.compile(
    r"[-‐－–—\s]*(?:p\.?)?\s*\d{1,4}\s*(?:(?:/|of|ページ中)\s*\d{1,4})?\s*(?:ページ|頁)?[-‐－–—\s]*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Captions:
    """The texts above the table: the plan's title, the form's name, the document label, and all of them as written."""

    title: str = ""
    form: str = ""
    label: str = ""
    texts: tuple[str, ...] = ()

    @property
    def year(self) -> FiscalYear | None:
        """The one year that they name, None where they name none or several."""
        years = {year for text in self.texts if "月" not in text for year in years_in(text)}
        return years.pop() if len(years) == 1 else None


def texts_of(row: Sequence[str]) -> list[str]:
    """The different texts of a row in order; a text merged over many cells counts once."""
    return list(dict.fromkeys(cell for cell in row if cell.strip()))


def read_captions(rows: Sequence[Sequence[str]]) -> Captions:
    """The captions among the rows above a table's header."""
    texts = tuple(dict.fromkeys(text for row in rows for text in texts_of(row)))
    cut = [_without_label(text) for text in texts if len(text) <= _LONGEST]
    label = next((label for _, label in cut if label), "")
    title, form = _title([text for text, _ in cut if text])
    return Captions(title, form, label, texts)


def is_furniture(row: Sequence[str], captions: Captions) -> bool:
    """Whether a row has nothing but the captions again, in whatever cells, or a page number."""
    known = {word for text in captions.texts for word in fold(text).split()}
    texts = texts_of(row)
    if len(texts) > max(len(captions.texts), 1):
        return False
    return all(_is_page(text) or set(fold(text).split()) <= known for text in texts) and _is_telling(texts)


def _is_page(text: str) -> bool:
    return len(text) <= _LONGEST_PAGE and _PAGE.fullmatch(fold(text)) is not None


def _is_telling(texts: list[str]) -> bool:
    """A lone number is a page number only where it says so (- 3 -, 3/14), for a row may have just its 番号."""
    return any(not text.strip().isdecimal() for text in texts)


def _without_label(text: str) -> tuple[str, str]:
    match = _AT_END.fullmatch(text)
    return (match[1].strip(), match[2]) if match else (text.strip(), "")


def _title(texts: list[str]) -> tuple[str, str]:
    """The plan's title and the form's name: 第4次○○計画 進行管理表; texts without 計画 name the form alone."""
    for text in texts:
        match = _FORM.fullmatch(text)
        if match:
            return match[1].strip(), match[2].removeprefix("の")
    form = next((text for text in texts if _FORM_ALONE.fullmatch(text)), "")
    return next((text for text in texts if "計画" in text and text != form), ""), form
