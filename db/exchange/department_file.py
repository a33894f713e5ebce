"""An open department file: the door through which a department's window and the command line come to its part."""

from collections.abc import Sequence
from contextlib import ExitStack, closing
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

import sqlalchemy as sa

from db.exchange import department_store
from db.exchange.distribution import Distribution
from db.exchange.handout import department_label
from db.exchange.package import SUFFIX, Package
from db.exchange.unpacking import FILE_LIMIT, unpack
from db.file import backups
from db.file import lock as locks
from db.file.editions import editions, seen, settle
from db.file.places import bring_up, install, new_image, position_of, reader_path, store_path, stores_of
from db.file.publishing import put_beside, standing_copy
from db.file.salvage import bring_beside, once, set_aside, set_broken_aside, steps_after
from db.file.snapshot import Snapshot, hash_of
from db.file.workfile import WorkFile, protection
from db.log import history
from db.log.changes import recording
from db.log.history import newest_revision
from db.models import DISTRIBUTION
from db.read.table import progress_table
from db.store.disk import read_whole, sweep
from db.store.working import Actor, Revision, Store, open_store
from plan.changes import StepName
from plan.errors import PlanError, Sentence, say
from plan.exchange.returns import Cell
from plan.ids import AssignmentId, ItemId, Source
from plan.table import CellEdit, ProgressTable


@dataclass(slots=True)
class DepartmentFile(WorkFile):
    """A department's part that is open; each time that it is published it is the file's next edition."""

    limit: ClassVar[int] = FILE_LIMIT

    @staticmethod
    def image(store: Store) -> Snapshot:
        """The store's content as the file's next edition."""
        return department_store.image(store)

    @property
    def handed(self) -> Distribution:
        """What is asked for, until when, and by whom."""
        with self.store.reading() as connection:
            return department_store.handed(connection)

    @property
    def department(self) -> str:
        """Whose file it is."""
        with self.store.reading() as connection:
            return department_label(connection, department_store.handed(connection))

    @property
    def complete(self) -> bool:
        """Whether the department has said that it is done."""
        with self.store.reading() as connection:
            return department_store.is_complete(connection)

    def table(self) -> ProgressTable:
        """The department's rows and those beside them, with the texts of every year."""
        with self.store.reading() as connection:
            return progress_table(connection)

    def asked(self) -> list[Cell]:
        """The cells that can be edited."""
        with self.store.reading() as connection:
            return department_store.asked_cells(connection)

    def missing(self) -> list[Cell]:
        """The asked cells that are still blank."""
        with self.store.reading() as connection:
            return department_store.missing(connection)

    def set_cells(self, edits: Sequence[CellEdit], label: StepName = "セルの入力") -> None:
        """Write texts as one step; a PlanError names the cell that is not this department's to fill."""
        with recording(self.store, label, self) as door:
            department_store.fill_in(door, edits)

    def add_row(self, project: ItemId, content: str) -> AssignmentId:
        """Propose a row under a 実施事業 of the file."""
        with recording(self.store, "行の追加の提案", self) as door:
            return department_store.add_row(door, project, content)

    def submit(self, *, as_it_is: bool = False) -> None:
        """Say that the department is done; a PlanError tells what is left, unless it is to go as it is."""
        with recording(self.store, "提出", self) as door:
            department_store.submit(door, as_it_is=as_it_is)

    def undo(self) -> Revision | None:
        """Take the newest step back."""
        return history.undo(self.store, self)

    def redo(self) -> Revision | None:
        """Do again what was undone last."""
        return history.redo(self.store, self)


def is_department_file(path: Path) -> bool:
    """Whether the file's name or its first bytes say that it is a department file, not a plan."""
    if path.suffix.lower() == SUFFIX:
        return True
    try:
        with path.open("rb") as file:
            return file.read(2) == b"PK"
    except OSError:
        return False


def open_department_file(
    path: Path, actor: Actor, *, read_only: bool = False, source: Source | None = None
) -> DepartmentFile:
    """Open a department file; for reading only where `read_only` or the folder says so.

    PlanLocked when somebody has it open; a PlanError when it is missing, damaged, altered or too new.
    """
    path, source = path.resolve(), source or Source()
    protected = () if read_only else protection(path)
    held = None if read_only or protected else locks.acquire(path, actor, source.now())
    with ExitStack() as undone:
        if held is not None:
            undone.callback(held.release)
        opened = _for_reading(path, actor, source) if held is None else _for_editing(path, actor, source)
        opened.lock = held
        opened.notices += protected
        if held is not None:
            _recover(opened)
        undone.pop_all()
        return opened


def _for_reading(path: Path, actor: Actor, source: Source) -> DepartmentFile:
    content = read_whole(path, FILE_LIMIT)
    place = reader_path()
    _make(place, unpack(content, path.name), content, actor)
    return DepartmentFile(path, open_store(place, actor, source, read_only=True))


def _for_editing(path: Path, actor: Actor, source: Source) -> DepartmentFile:
    """The working store that knows the file, with what could not be published; else one made of the file."""
    sweep(path)
    broken = set_broken_aside(path)
    content = read_whole(path, FILE_LIMIT)
    unpack(content, path.name)  # before any store that knows the bytes: that of a plan would know them too
    opened = _known(path, content, actor, source) or _taken_over(path, content, actor, source)
    opened.notices += tuple(_salvaged(opened, content, place) for place in broken)
    return opened


def _known(path: Path, content: bytes, actor: Actor, source: Source) -> DepartmentFile | None:
    for place in stores_of(path):
        bring_up(place, path.name, source.now())
        store = open_store(place, actor, source)
        if settle(store, hash_of(content)):
            return DepartmentFile(path, store)
        store.close()
    return None


def _taken_over(path: Path, content: bytes, actor: Actor, source: Source) -> DepartmentFile:
    package = unpack(content, path.name)
    place = store_path(path, package.distribution)
    notices: tuple[Sentence, ...] = ()
    if place.exists():
        with closing(open_store(place, actor, source)) as store:
            notices = _put_aside(path, store, package)
    _make(place, package, content, actor)
    return DepartmentFile(path, open_store(place, actor, source), notices=notices)


def _put_aside(path: Path, store: Store, package: Package) -> tuple[Sentence, ...]:
    """The file is none that this PC wrote: keep what this PC has as a backup, and beside the file what that lacks."""
    with store.reading() as connection:
        if not connection.scalar(sa.select(sa.func.count()).select_from(DISTRIBUTION)):
            return ()
        saved = max((e.revision for e in editions(connection) if e.state != "intended"), default=-1)
        unsaved, older = newest_revision(connection) > saved, package.edition <= seen(connection).generation
    kept = department_store.image(store).content
    backups.keep(kept, package.distribution, backups.Reason.REPLACEMENT, store.source.now(), SUFFIX)
    if not unsaved and not older:
        return ()
    copy = standing_copy(store, path) or put_beside(store, path, department_store.image)
    return (_replaced(path, copy) if older else _changed_elsewhere(path, copy),)


def _replaced(path: Path, copy: Path) -> Sentence:
    return say(
        "「{file}」が、このPCで保存した内容と違う、古いファイルに置き換わっていました。"
        "このPCにあった記入は「{copy}」に保存しました。続きは、そちらに記入してください。",
        file=path.name,
        copy=copy.name,
    )


def _changed_elsewhere(path: Path, copy: Path) -> Sentence:
    return say(
        "「{file}」がほかで変更されていました。このPCに残っていた記入は「{copy}」に保存しました。両方を送ってください。",
        file=path.name,
        copy=copy.name,
    )


def _salvaged(opened: DepartmentFile, content: bytes, broken: Path) -> Sentence:
    """Put what a broken store still says beyond the file beside it; answers what to tell."""
    path, position = opened.path, position_of(broken, hash_of(content))
    steps = steps_after(broken, position) if position is not None else []
    if not steps:
        return set_aside(path)
    with once(reader_path()) as place:
        _make(place, unpack(content, path.name), content, opened.store.actor)
        with closing(open_store(place, opened.store.actor, opened.store.source)) as store:
            return bring_beside(store, path, steps, department_store.image)


def _make(place: Path, package: Package, content: bytes, actor: Actor) -> None:
    """A working store, put in its place when it is whole."""
    draft = place.with_suffix(".draft")
    install(draft, new_image(package.distribution))
    with closing(open_store(draft, actor)) as store:
        department_store.fill(store, package, hash_of(content))
    install(place, draft.read_bytes())
    draft.unlink()


def _recover(opened: DepartmentFile) -> None:
    try:
        opened.publish()
    except PlanError as error:
        opened.notices += (error.sentence,)
