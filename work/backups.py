"""The safety net: what this PC still has of a plan, brought back as a new file; and a copy without history."""

from contextlib import closing
from pathlib import Path

from db.exchange import department_store
from db.exchange.package import SUFFIX as PART
from db.file import backups
from db.file.publishing import plan_image
from db.file.remains import Remains, What, remains_of, remains_without_file
from db.file.whole_plan import EXCHANGE, whole_plan
from db.store.disk import expect_new, write_whole
from db.store.faults import is_whole
from db.store.working import Actor, Store, open_store
from plan.errors import PlanError
from work.samples import create_from_whole

__all__ = ["Remains", "What", "copy_without_history", "remains_of", "remains_without_file", "restore"]


def restore(kept: Remains, path: Path) -> None:
    """Bring something back as a new file; one that exists is never written over, and what is kept stays."""
    expect_new(path)
    if kept.what is What.BACKUP:
        backups.restore(kept.path, path)
    elif not is_whole(kept.path):
        raise PlanError(
            "「{file}」の作業中の内容は壊れていて、ファイルに戻せません。ほかの控えから戻してください。",
            file=kept.file.name,
        )
    else:
        with closing(open_store(kept.path, Actor.here())) as store:
            image = department_store.image if kept.file.suffix.lower() == PART else plan_image
            write_whole(path, image(store).content)


def copy_without_history(store: Store, path: Path) -> None:
    """Write the plan as it now stands as a new plan file that has no past: for a file too large, or to be given away.

    What was handed out and came back is not in it either: it can be compared with the past alone.
    """
    with store.reading() as connection:
        text = whole_plan(connection, EXCHANGE)
    create_from_whole(path, store.actor, text, path.name).close()
