"""Files that appear whole or not at all: written beside their place, made durable, and put there in one step."""

import errno
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from glob import escape
from pathlib import Path
from typing import BinaryIO

from plan.errors import PlanError

_TRIES = 5  # Windows refuses for a moment while a virus scanner or the Explorer's preview reads the file
_PAUSE = 0.1  # seconds before the second try, longer before each next
_STALE = 3600  # seconds after which nobody is writing a temporary file any more
_LONGEST_PREFIX = 40  # characters, so that the temporary name is allowed where the file's own name is


@contextmanager
def atomic_write(path: Path) -> Iterator[BinaryIO]:
    """A binary file to write into; it takes the place of `path` when the block ends, and never if the block fails.

    PlanError if that cannot be, whatever the reason; what stood at `path` is then untouched.
    """
    path = Path(os.path.realpath(path))
    _sweep(path)
    temporary = path.with_name(f"{_prefix(path)}{secrets.token_hex(4)}.tmp")
    try:
        _refuse_read_only(path)
        with temporary.open("xb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        _put_in_place(temporary, path)
    except OSError as error:
        raise _refusal(path, error) from error
    finally:
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def _prefix(path: Path) -> str:
    return f".{path.name[:_LONGEST_PREFIX]}."


def _sweep(path: Path) -> None:
    """Remove what earlier writers of this file left behind when they were killed."""
    for stale in path.parent.glob(f"{escape(_prefix(path))}????????.tmp"):
        with suppress(OSError):
            if time.time() - stale.stat().st_mtime > _STALE:
                stale.unlink()


def _refuse_read_only(path: Path) -> None:
    if path.is_dir():
        raise PlanError("「{file}」という名前のフォルダーがあります。別のファイル名にしてください。", file=path.name)
    if path.exists() and not path.stat().st_mode & 0o222:
        raise PlanError(
            "「{file}」は読み取り専用です。読み取り専用を解除するか、別の名前で保存してください。", file=path.name
        )


def _put_in_place(temporary: Path, path: Path) -> None:
    if path.exists():
        shutil.copymode(path, temporary)
    for attempt in range(1, _TRIES):
        with suppress(PermissionError):
            temporary.replace(path)
            break
        time.sleep(_PAUSE * attempt)
    else:
        _replace_or_say_why(temporary, path)
    _sync_folder(path.parent)


def _replace_or_say_why(temporary: Path, path: Path) -> None:
    try:
        temporary.replace(path)
    except PermissionError as error:
        raise PlanError(
            "「{file}」は Excel などで開かれているため、書き込めません。閉じてから、もう一度お試しください。",
            file=path.name,
        ) from error


def _sync_folder(folder: Path) -> None:
    if os.name != "posix":  # elsewhere a folder cannot be opened, and the rename is durable by itself
        return
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        with suppress(OSError):  # some network shares cannot; the file is in its place all the same
            os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refusal(path: Path, error: OSError) -> PlanError:
    """The sentence for what the operating system answered."""
    file, folder = path.name, str(path.parent)
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT | errno.EFBIG:
            return PlanError(
                "空き容量が足りないため、「{file}」を保存できません。不要なファイルを消すか、別の場所に保存してください。",
                file=file,
            )
        case errno.ENOENT | errno.ENOTDIR:
            return PlanError(
                "フォルダー「{folder}」が見つからないため、「{file}」を保存できません。保存先を確かめてください。",
                file=file,
                folder=folder,
            )
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return PlanError(
                "フォルダー「{folder}」には書き込めないため、「{file}」を保存できません。別の場所に保存してください。",
                file=file,
                folder=folder,
            )
        case errno.ENAMETOOLONG | errno.EINVAL:
            return PlanError("「{file}」はファイル名として使えません。短い名前に変えてください。", file=file)
    return PlanError(
        "「{file}」を保存できませんでした（{reason}）。保存先を確かめて、もう一度お試しください。",
        file=file,
        reason=error.strerror,
    )
