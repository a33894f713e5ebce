"""Who has a plan open: a text beside it says so to people, an operating system's lock on one byte decides."""

import errno
import json
import os
import sys
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path

from db.store.disk import telling
from db.store.working import Actor
from plan.errors import PlanError, Sentence, say

_LOCKLESS = (errno.EACCES, errno.EPERM, errno.EROFS, errno.ENOLCK, errno.EOPNOTSUPP)
"""Refusals that mean: in this folder, or on this share, nobody can lock."""
_BYTE = 1 << 30  # far behind the text, so that others can read who it is
_TEXT_LIMIT = 4096
_ATTEMPTS = 5
_NAME_LIMIT = 100
_held: dict[Path, "Owner"] = {}
"""The locks of this process: POSIX locks do not stop their own process, and closing any handle would drop them."""

if sys.platform == "win32":
    import msvcrt

    def _locked(handle: int) -> bool:
        """Take the byte, if nobody has it; the system gives it back when the process ends, however it ends."""
        os.lseek(handle, _BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        return True

    def _unheld(_handle: int) -> bool:
        """Whether nobody has the byte; here it cannot be asked without the right to write."""
        return False
else:
    import fcntl

    def _locked(handle: int) -> bool:
        """Take the byte, if nobody has it; the system gives it back when the process ends, however it ends."""
        try:
            fcntl.lockf(handle, fcntl.LOCK_EX | fcntl.LOCK_NB, 1, _BYTE)
        except (BlockingIOError, PermissionError):
            return False
        return True

    def _unheld(handle: int) -> bool:
        """Whether nobody has the byte; as long as the handle is open, nobody can take it then."""
        try:
            fcntl.lockf(handle, fcntl.LOCK_SH | fcntl.LOCK_NB, 1, _BYTE)
        except (BlockingIOError, PermissionError):
            return False
        return True


@dataclass(frozen=True, slots=True)
class Owner:
    """Who has the plan open, at which PC, since when (2026-11-21 09:05); blank where the text does not say."""

    name: str = ""
    pc: str = ""
    since: str = ""


class PlanLocked(PlanError):  # noqa: N818 - a state of affairs, said by name everywhere
    """Somebody else has the plan open; it can still be opened for reading, or as a copy."""

    def __init__(self, sentence: Sentence, owner: Owner) -> None:
        super().__init__(sentence.template, **dict(sentence.values))
        self.owner = owner


@dataclass(slots=True)
class Lock:
    """A plan's lock, held until `release`; `former` is who held it last and did not close the plan."""

    path: Path
    handle: int
    former: Owner | None

    def release(self) -> None:
        """Let others in; the text goes with the lock."""
        with suppress(OSError):
            os.ftruncate(self.handle, 0)
            self.path.unlink()
        os.close(self.handle)
        if os.name == "nt":  # an open file cannot be removed there; a closed one that others hold cannot, either
            with suppress(OSError):
                self.path.unlink()
        _held.pop(self.path, None)


def lock_path(plan: Path) -> Path:
    """The lock's file beside the plan."""
    return plan.with_name(f".~lock.{plan.name}#")


def acquire(plan: Path, actor: Actor, now: datetime) -> Lock | None:
    """Lock a plan; PlanLocked when somebody has it, None where the folder allows no lock (it is read-only)."""
    path = lock_path(plan)
    if path in _held:
        raise _refusal(plan, _held[path])
    owner = Owner(actor.name, actor.pc, now.astimezone().strftime("%Y-%m-%d %H:%M"))
    try:
        with telling(plan):
            lock = _take(plan, path, owner)
    except PlanError as error:
        if isinstance(error.__cause__, OSError) and error.__cause__.errno in _LOCKLESS:
            return None
        raise
    _held[path] = owner
    return lock


def _take(plan: Path, path: Path, owner: Owner) -> Lock:
    for _ in range(_ATTEMPTS):
        try:
            handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
        except PermissionError:
            if not _clear_away(plan, path):
                raise
            continue
        try:
            _lock(plan, handle)
            if _stands(path, handle):
                former = _owner(handle)
                _write(handle, owner)
                return Lock(path, handle, former)
        except BaseException:
            os.close(handle)
            raise
        os.close(handle)
    raise _refusal(plan, Owner())


def _clear_away(plan: Path, path: Path) -> bool:
    """Remove a lock's file that another user left behind and we may not write; False where there is none."""
    try:
        handle = os.open(path, os.O_RDONLY)
    except OSError:
        return False
    try:
        if not _unheld(handle):
            raise _refusal(plan, _owner(handle) or Owner())
        path.unlink()
    finally:
        os.close(handle)
    return True


def _lock(plan: Path, handle: int) -> None:
    if not _locked(handle):
        raise _refusal(plan, _owner(handle) or Owner())


def _stands(path: Path, handle: int) -> bool:
    """Whether the file that was locked is still the one beside the plan: its holder may just have removed it."""
    try:
        return os.path.samestat(os.fstat(handle), path.stat())
    except FileNotFoundError:
        return False


def _owner(handle: int) -> Owner | None:
    """Who the text names; None when it is empty, as after a proper close."""
    os.lseek(handle, 0, os.SEEK_SET)
    text = os.read(handle, _TEXT_LIMIT)
    if not text:
        return None
    try:
        facts = json.loads(text)
        return Owner(*(str(facts[name])[:_NAME_LIMIT] for name in ("name", "pc", "since")))
    except (ValueError, LookupError, TypeError, RecursionError):
        return Owner()


def _write(handle: int, owner: Owner) -> None:
    if os.name != "nt":
        with suppress(OSError):
            os.chmod(handle, 0o666)  # noqa: S103 - whoever may write in this folder may take it over, from any user
    with suppress(OSError):  # a full disk cannot take the text, but the lock stands without it
        os.ftruncate(handle, 0)
        os.lseek(handle, 0, os.SEEK_SET)
        os.write(handle, json.dumps(asdict(owner), ensure_ascii=False).encode())
        os.fsync(handle)


def _refusal(plan: Path, owner: Owner) -> PlanLocked:
    if not owner.name:
        return PlanLocked(
            say("「{file}」はほかの人が開いています。閉じてもらうか、読み取り専用で開いてください。", file=plan.name),
            owner,
        )
    return PlanLocked(
        say(
            "「{file}」は {name} さん（{pc}）が {since} から開いています。"
            "閉じてもらうか、読み取り専用で開いてください。",
            file=plan.name,
            **asdict(owner),
        ),
        owner,
    )
