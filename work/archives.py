"""Archives (.zip) in which departments send their files: looked over under limits, and unpacked beside nothing else."""

import shutil
import zipfile
import zlib
from itertools import islice
from pathlib import Path, PurePosixPath

from plan.errors import PlanError

_MOST = 500  # files
_LARGEST = 30 << 20  # bytes of one file
_TOTAL = 300 << 20
_RATIO = 200
_SMALL = 1 << 20  # below this a high ratio is no bomb
_UTF_8 = 0x800  # the flag of a name in UTF-8; without it Windows in Japan writes cp932
_ENCRYPTED = 0x1
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, RuntimeError, ValueError)
_BESIDE = ("~$", ".", "__MACOSX")


def names_in(file: Path) -> list[str] | None:
    """The names of an archive's first parts; None where the file is no archive."""
    try:
        with zipfile.ZipFile(file) as archive:
            return [part.filename for part in islice(archive.infolist(), _MOST)]
    except _BROKEN:
        return None


def unpacked(file: Path, folder: Path) -> list[tuple[str, Path]]:
    """The archive's files, by their names in it, put into the folder under names of our own.

    A PlanError says why nothing is unpacked.
    """
    try:
        with zipfile.ZipFile(file) as archive:
            parts = [part for part in archive.infolist() if not part.is_dir() and not _is_beside(part)]
            _look_over(parts, file.name)
            return [(_name(part), _unpack(archive, part, folder, n)) for n, part in enumerate(parts)]
    except _BROKEN as error:
        raise PlanError(
            "「{file}」は壊れているため開けません。ファイルの送り直しが必要です。", file=file.name
        ) from error


def _is_beside(part: zipfile.ZipInfo) -> bool:
    return any(step.startswith(_BESIDE) and step != ".." for step in PurePosixPath(_name(part)).parts)


def _name(part: zipfile.ZipInfo) -> str:
    if part.flag_bits & _UTF_8:
        return part.filename
    try:
        return part.filename.encode("cp437").decode("cp932")
    except UnicodeError:
        return part.filename


def _look_over(parts: list[zipfile.ZipInfo], file: str) -> None:
    if any(part.flag_bits & _ENCRYPTED for part in parts):
        raise PlanError(
            "「{file}」にはパスワードがかかっています。パスワードを外すか、取り出してから、回収してください。",
            file=file,
        )
    swollen = any(p.file_size > max(_SMALL, _RATIO * p.compress_size) or p.file_size > _LARGEST for p in parts)
    if swollen or len(parts) > _MOST or sum(part.file_size for part in parts) > _TOTAL:
        raise PlanError(
            "「{file}」は展開すると大きくなりすぎるため、開きません。取り出してから、回収してください。", file=file
        )
    if not parts:
        raise PlanError("「{file}」は空の圧縮ファイルです。ファイルの送り直しが必要です。", file=file)


def _unpack(archive: zipfile.ZipFile, part: zipfile.ZipInfo, folder: Path, number: int) -> Path:
    """Put one file into a folder of its own; its name is only the last step of its path."""
    place = folder / str(number)
    place.mkdir()
    path = place / (PurePosixPath(_name(part).replace("\\", "/")).name or "file")
    with archive.open(part) as source, path.open("wb") as target:
        shutil.copyfileobj(source, target)
    if path.stat().st_size != part.file_size:
        raise zipfile.BadZipFile(part.filename)
    return path
