"""A file that is open for work, a whole plan or a department's part: a working store, and how it gets into the file."""

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock as Mutex
from types import TracebackType
from typing import ClassVar, Self

from db.file import lock as locks
from db.file.editions import seen
from db.file.publishing import plan_image, publish
from db.file.received import SIZE_LIMIT
from db.file.snapshot import Snapshot
from db.log.history import newest_revision
from db.store.disk import is_protected, telling
from db.store.working import Store
from plan.errors import Sentence, say


def protection(path: Path) -> tuple[Sentence, ...]:
    """What to tell of a file that is set to be read only: it is opened as it says."""
    with telling(path):
        if not is_protected(path):
            return ()
    return (
        say(
            "「{file}」は読み取り専用に設定されているため、読むだけで開きました。"
            "編集するときは、ファイルの読み取り専用を解除してから開き直してください。",
            file=path.name,
        ),
    )


@dataclass(slots=True)
class WorkFile:
    """Every edit is durable in the working store at once, `publish` brings it into the file.

    `notices` are the sentences that whoever opened it should see.
    """

    limit: ClassVar[int] = SIZE_LIMIT
    """Bytes that a file of this kind may have and still be opened."""
    path: Path
    store: Store
    lock: locks.Lock | None = None
    notices: tuple[Sentence, ...] = ()
    _publishing: Mutex = field(default_factory=Mutex)

    @staticmethod
    def image(store: Store) -> Snapshot:
        """The store's content as the next version of the file."""
        return plan_image(store)

    @property
    def read_only(self) -> bool:
        """Whether it was opened for reading only."""
        return self.store.read_only

    def unpublished(self) -> bool:
        """Whether there are steps that the file does not have yet."""
        with self.store.reading() as connection:
            return not self.read_only and newest_revision(connection) > seen(connection).revision

    def publish(self) -> None:
        """Bring the file up to date; a PlanError says why it cannot be, and the work stays on this PC."""
        with self._publishing:
            if self.unpublished():
                publish(self.store, self.path, self.image, self.limit)

    def close(self) -> None:
        """Publish, and let others in; whatever happens, the work stays on this PC and is published next time."""
        try:
            self.publish()
        finally:
            self.store.close()
            if self.lock is not None:
                self.lock.release()
            if self.read_only:
                with suppress(OSError):  # what stays is swept later
                    self.store.path.unlink()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
