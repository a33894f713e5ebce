"""How a department is printed: 課税課(旧資産税課) bears a former name, 生涯学習課(図書館) a section."""

import re
from dataclasses import dataclass

DEFAULT_BRACKETS = "()"
_LABEL = re.compile(r"(?P<name>[^()（）]+)(?P<rest>(?:[(（][^()（）]+[)）]){1,2})")
_BRACKETED = re.compile(r"([(（])([^()（）]+)([)）])")
_FORMER = "旧"


@dataclass(frozen=True, slots=True)
class DepartmentLabel:
    """A printed 担当課 in its parts, each bracketed part with the pair of brackets it stands in."""

    name: str
    section: str = ""
    section_brackets: str = DEFAULT_BRACKETS
    former: str = ""
    former_brackets: str = DEFAULT_BRACKETS

    @property
    def text(self) -> str:
        """The label as printed."""
        former = _FORMER + self.former if self.former else ""
        return self.name + bracketed(self.section, self.section_brackets) + bracketed(former, self.former_brackets)


def bracketed(text: str, brackets: str) -> str:
    """The text in its pair of brackets; nothing for nothing."""
    return f"{brackets[0]}{text}{brackets[1]}" if text else ""


def split_label(text: str) -> DepartmentLabel:
    """The label's parts; what cannot be taken apart and put together again is all name."""
    match = _LABEL.fullmatch(text)
    if match is None:
        return DepartmentLabel(text)
    parts: dict[str, str] = {}
    for opening, inner, closing in _BRACKETED.findall(match["rest"]):
        if inner.startswith(_FORMER) and len(inner) > 1:
            parts |= {"former": inner[1:], "former_brackets": opening + closing}
        else:
            parts |= {"section": inner, "section_brackets": opening + closing}
    label = DepartmentLabel(match["name"], **parts)
    return label if label.text == text else DepartmentLabel(text)
