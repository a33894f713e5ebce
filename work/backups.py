"""The safety net: what this PC still has of a plan, brought back as a new file; and a copy without history."""

from contextlib import closing
from pathlib import Path

from db.exchange import department_store
from db.exchange.package import SUFFIX as PART
from db.file import backups
from db.file.backups import Reason
from db.file.publishing import plan_image
from db.file.remains import Remains, What, remains_of, remains_without_file
from db.file.whole_plan import EXCHANGE, whole_plan
from db.store.disk import expect_new, write_whole
from db.store.faults import is_whole
from db.store.working import Actor, Store, open_store
from plan.errors import PlanError
from work.language import N_, _
from work.samples import create_from_whole

__all__ = [
    "Remains", "What", "copy_with_history", "copy_without_history", "kind_label", "remains_of",
    "remains_without_file", "restore", "size_label",
]  # fmt: skip
_KINDS = {
    What.BACKUP: N_("控え"),
    What.STORE: N_("作業中の内容"),
    What.BROKEN: N_("壊れた作業中の内容"),
}
_REASONS = {
    Reason.IMPORT: N_("取り込み前"),
    Reason.COLLECTION: N_("回収前"),
    Reason.UNDO: N_("取り消し前"),
    Reason.MIGRATION: N_("形式の更新前"),
    Reason.REPLACEMENT: N_("置き換え前"),
}
_MEGABYTE = 1_000_000


def kind_label(kept: Remains) -> str:
    """What it is and, of a backup, before what it was taken: 控え（取り込み前）."""
    what = _(_KINDS[kept.what])
    return what if kept.reason is None else _("{what}（{reason}）").format(what=what, reason=_(_REASONS[kept.reason]))


def size_label(kept: Remains) -> str:
    """How much room it takes: 1.2 MB."""
    return f"{kept.size / _MEGABYTE:.1f} MB"


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


def copy_with_history(store: Store, path: Path) -> None:
    """Write the plan as it now stands as a new plan file, with all its past."""
    expect_new(path)
    write_whole(path, plan_image(store).content)


def copy_without_history(store: Store, path: Path) -> None:
    """Write the plan as it now stands as a new plan file that has no past: for a file too large, or to be given away.

    What was handed out and came back is not in it either: it can be compared with the past alone.
    """
    with store.reading() as connection:
        text = whole_plan(connection, EXCHANGE)
    create_from_whole(path, store.actor, text, path.name).close()
