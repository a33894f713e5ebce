"""Files on disks and shares that may fail: written whole or not at all, and every refusal is one sentence."""

import errno
import os
import stat
import time
import uuid
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from plan.errors import PlanError, Sentence, say

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)
_FORBIDDEN = (errno.EACCES, errno.EPERM, errno.EROFS)
_GONE = (errno.ENOENT, errno.ENOTDIR)
_UNFIT = (errno.ENAMETOOLONG, errno.EINVAL)
_RETRIES = (0.05, 0.1, 0.2, 0.4, 0.8)
"""Seconds between attempts to replace a file: Windows refuses while somebody else is reading it."""

_AN_HOUR = 3600
_A_DAY = 24 * _AN_HOUR
_WRITABLE = 0o222


class LostFileError(PlanError):
    """A file is gone or damaged: what this PC has of it may be all there is."""

    def __init__(self, sentence: Sentence) -> None:
        super().__init__(sentence.template, **dict(sentence.values))


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Say in one sentence what an operating system's refusal means for this file."""
    try:
        yield
    except OSError as error:
        raise refusal(path, error) from error


def refusal(path: Path, error: OSError) -> PlanError:
    """What happened to the file, and what to do next."""
    if error.errno in _FULL:
        return PlanError(
            "空き容量がないため「{file}」に書き込めません。不要なファイルを片づけてから、もう一度お試しください。",
            file=path.name,
        )
    if error.errno in _FORBIDDEN:
        return PlanError(
            "「{file}」を読み書きする権限がありません。フォルダーの権限を確かめるか、別の場所をお使いください。",
            file=path.name,
        )
    if error.errno in _GONE:
        return LostFileError(
            say(
                "「{file}」が見つかりません。移動や削除をされていないか、ネットワークにつながっているか確かめてください。",
                file=path.name,
            )
        )
    if error.errno in _UNFIT:
        return PlanError("「{file}」はファイル名として使えません。短い名前に変えてください。", file=path.name)
    return PlanError(
        "「{file}」を読み書きできませんでした（{reason}）。ディスクやネットワークを確かめて、もう一度お試しください。",
        file=path.name,
        reason=error.strerror or type(error).__name__,
    )


def is_gone(path: Path) -> bool:
    """Whether there is surely no such file; what cannot be looked at is not gone."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return True
    except OSError:
        return False
    return False


def expect_new(path: Path) -> None:
    """Refuse a name that is taken: a new file is never written over one that exists."""
    with telling(path):
        exists = path.exists()
    if exists:
        raise PlanError("「{file}」はすでにあります。別の名前を付けてください。", file=path.name)


def read_whole(path: Path, limit: int) -> bytes:
    """The bytes of a file of at most `limit` bytes."""
    with telling(path), path.open("rb") as file:
        content = file.read(limit + 1)
    if len(content) > limit:
        raise PlanError(
            "「{file}」は大きすぎるため開けません（上限 {limit} MB）。正しいファイルか確かめてください。",
            file=path.name,
            limit=limit >> 20,
        )
    return content


def write_whole(path: Path, content: bytes, before: Callable[[], None] = lambda: None) -> None:
    """Put a file in its place in one step: whoever looks sees the old one or the new one, also after a power cut.

    `before` is called when all is written and nothing is replaced yet; what it raises leaves the old file standing.
    A link stays a link; a file keeps its permissions, and one that is read-only or a folder is refused.
    """
    path = Path(os.path.realpath(path))
    draft = temporary(path)
    with telling(path):
        _refuse_unwritable(path)
        try:
            _write_draft(draft, path, content)
            before()
            _keep_rights(path, draft)
            _put_in_place(draft, path)
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)


def is_protected(path: Path) -> bool:
    """Whether a file is there that nobody may write, by its own setting."""
    try:
        return not path.stat().st_mode & _WRITABLE
    except (FileNotFoundError, NotADirectoryError):
        return False


def _keep_rights(path: Path, draft: Path) -> None:
    """Give what takes a file's place its group and mode: the colleagues who could open it still can."""
    with suppress(FileNotFoundError):
        former = path.stat()
        if os.name != "nt":
            with suppress(PermissionError):  # a group that we are not of
                os.chown(draft, -1, former.st_gid)
        draft.chmod(stat.S_IMODE(former.st_mode))


def _refuse_unwritable(path: Path) -> None:
    if path.is_dir():
        raise PlanError("「{file}」という名前のフォルダーがあります。別のファイル名にしてください。", file=path.name)
    if is_protected(path):
        raise PlanError(
            "「{file}」は読み取り専用です。読み取り専用を解除するか、別の名前で保存してください。", file=path.name
        )


def _write_draft(draft: Path, path: Path, content: bytes) -> None:
    """Write all of it, durably; a folder that cannot be written to is named."""
    try:
        file = draft.open("xb")
    except OSError as error:
        raise _folder_refusal(path, error) from error
    with file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def _folder_refusal(path: Path, error: OSError) -> PlanError:
    file, folder = path.name, str(path.parent)
    if error.errno in _GONE:
        return LostFileError(
            say(
                "フォルダー「{folder}」が見つからないため、「{file}」を保存できません。保存先を確かめてください。",
                file=file,
                folder=folder,
            )
        )
    if error.errno in _FORBIDDEN:
        return PlanError(
            "フォルダー「{folder}」には書き込めないため、「{file}」を保存できません。別の場所に保存してください。",
            file=file,
            folder=folder,
        )
    return refusal(path, error)


def _put_in_place(draft: Path, path: Path) -> None:
    try:
        replace(draft, path)
    except PermissionError as error:
        raise PlanError(
            "「{file}」は Excel などで開かれているため、書き込めません。閉じてから、もう一度お試しください。",
            file=path.name,
        ) from error


def temporary(path: Path) -> Path:
    """A new name beside a file, for something that is made on the way to it; `sweep` removes what is left of it."""
    return path.with_name(f"{_mark(path)}{uuid.uuid4().hex[:8]}.tmp")


def replace(source: Path, target: Path) -> None:
    """Move a file over another, with patience, and make the move itself durable."""
    for pause in _RETRIES:
        try:
            source.replace(target)
            break
        except PermissionError:
            time.sleep(pause)
    else:
        source.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Make what was created, moved or removed in a folder durable, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno != errno.EINVAL:  # some shares do not know how to
            raise
    finally:
        os.close(handle)


def sweep(path: Path) -> None:
    """Remove what killed processes left of their attempts to write this file, or, since yesterday, any other here.

    Whoever calls holds the file's lock; without one, `sweep_stale` spares what somebody may still be writing.
    """
    _sweep(path, 0)


def sweep_stale(path: Path) -> None:
    """Remove what killed processes left of their attempts to write this file more than an hour ago."""
    _sweep(path, _AN_HOUR)


def _sweep(path: Path, age: float) -> None:
    now = time.time()
    with suppress(OSError):
        for left in path.parent.glob(".~????????-????????.tmp*"):  # SQLite writes journals beside its drafts
            allowed = age if left.name.startswith(_mark(path)) else _A_DAY
            if now - left.stat().st_mtime >= allowed:
                left.unlink(missing_ok=True)


def _mark(path: Path) -> str:
    # A digest, because a long Japanese name leaves no room for a longer one.
    return f".~{zlib.crc32(path.name.encode()):08x}-"
