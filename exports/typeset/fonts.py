"""Which fonts a page is set in: BIZ UDGothic, and behind it whatever a city has put into its fonts folder."""

from pathlib import Path

from exports.typeset.truetype import Font, NotTrueTypeError
from plan.errors import PlanError

_ENDINGS = (".ttf", ".ttc")


def further(folder: Path) -> tuple[Font, ...]:
    """The fonts of a city's fonts folder, by name: each serves for the characters that those before it lack.

    A folder that does not exist is an empty one. Raises PlanError where a file is not usable as a font.
    """
    if not folder.is_dir():
        return ()
    return tuple(_checked(path) for path in sorted(folder.iterdir()) if path.suffix.lower() in _ENDINGS)


def _checked(path: Path) -> Font:
    font = Font(path)
    try:
        font.check()
    except (NotTrueTypeError, OSError):
        raise PlanError(
            "フォント「{file}」は使えません。TrueType形式のフォントに替えるか、フォルダーから取り除いてください。",
            file=path.name,
        ) from None
    return font
