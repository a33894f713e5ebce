"""Fiscal years (年度, April to March) and the eras they are written in: 2019 ↔ 令和元年度 ↔ R1 ↔ H31."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Self

from plan.errors import PlanError
from plan.folding import fold


@dataclass(frozen=True, slots=True)
class Era:
    """An era and the western year of its year one (元年)."""

    name: str
    letter: str
    first_year: int


ERAS = (
    Era("令和", "R", 2019),
    Era("平成", "H", 1989),
    Era("昭和", "S", 1926),
    Era("大正", "T", 1912),
    Era("明治", "M", 1868),
)
_NAMES = "|".join(e.name for e in ERAS)
_LETTERS = "".join(e.letter for e in ERAS)
ERA_PATTERN = rf"(?P<era>{_NAMES}|(?<![\u4e00-\u9fff])[令平昭]|(?<![A-Za-z])[{_LETTERS}](?![A-Za-z]))"
"""An era as it is written before a number: 令和, 令, R; the 平 of 公平 and the T of ICT are none."""

YEAR_PATTERN = re.compile(
    rf"(?:{ERA_PATTERN}\s*\.?\s*(?P<in_era>元|[0-9]{{1,2}})|(?<![0-9])(?P<western>(?:18|19|20)[0-9]{{2}}))"
    r"(?![0-9])(?!\s*[かカヵヶケ箇]年)\s*(?P<unit>年度|年)?",
)


class FiscalYear(int):
    """The western year in which a fiscal year begins (平成31年度 = 令和元年度 = 2019)."""

    __slots__ = ()

    @classmethod
    def parse(cls, text: str) -> Self:
        """The year that the whole text names: 2019, R1, H31, 令和元年度, 平成３１年度."""
        match = YEAR_PATTERN.fullmatch(fold(text))
        if match is None:
            raise PlanError(
                "「{text}」は年度として読めません。2019、R1、令和元年度 のように入れてください。", text=text
            )
        return cls(_western(match))

    @property
    def era(self) -> Era:
        """The era of the fiscal year's greater part."""
        return next((e for e in ERAS if self >= e.first_year), ERAS[-1])

    @property
    def number(self) -> str:
        """The year within its era, 元 for the first."""
        year = self - self.era.first_year + 1
        return "元" if year == 1 else str(year)

    @property
    def label(self) -> str:
        """As printed: 令和元年度."""
        return f"{self.era.name}{self.number}年度"

    @property
    def short(self) -> str:
        """As in file names and narrow headings: R1."""
        return f"{self.era.letter}{self - self.era.first_year + 1}"


@dataclass(frozen=True, slots=True)
class YearRange:
    """Fiscal years from `first` to `last`, both included."""

    first: FiscalYear
    last: FiscalYear

    @classmethod
    def parse(cls, text: str) -> Self:
        """`2017-2021`, `H29～R3`, or one year."""
        parts = re.split(r"\s*[-~〜–—]\s*", fold(text))
        years = [FiscalYear.parse(part) for part in parts]
        if len(years) > 2 or years[0] > years[-1]:  # noqa: PLR2004
            raise PlanError("「{text}」は年度の範囲として読めません。2017-2021 のように入れてください。", text=text)
        return cls(years[0], years[-1])

    def __iter__(self) -> Iterator[FiscalYear]:
        return (FiscalYear(y) for y in range(self.first, self.last + 1))

    def __contains__(self, year: object) -> bool:
        return isinstance(year, int) and self.first <= year <= self.last

    def __len__(self) -> int:
        return self.last - self.first + 1


def years_in(text: str) -> list[FiscalYear]:
    """Every year that a heading names, in order."""
    return [FiscalYear(_western(m)) for m in YEAR_PATTERN.finditer(fold(text))]


def era_of(written: str) -> Era:
    """The era that is written so, as `ERA_PATTERN` finds it."""
    return next(era for era in ERAS if written in (era.name, era.letter, era.name[0]))


def _western(match: re.Match[str]) -> int:
    if match["western"]:
        return int(match["western"])
    return era_of(match["era"]).first_year + (1 if match["in_era"] == "元" else int(match["in_era"])) - 1
