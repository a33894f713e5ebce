"""`ayumi backups` and `copy`: what this PC keeps of a file, and a copy of a plan as it stands."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from console import telling
from console.files import plan_of
from console.status import DONE
from db.store.disk import expect_new
from plan.errors import PlanError
from work.backups import Remains, copy_with_history, copy_without_history, kind_label, remains_of, restore, size_label
from work.language import moment


def backups(arguments: argparse.Namespace) -> int:
    """List what can be brought back, newest first; with --restore bring one back as a new file."""
    found = remains_of(arguments.file)
    if arguments.restore is not None:
        number, out = arguments.restore
        restore(_chosen(found, number, arguments.file), Path(out))
        telling.tell("{file} に戻しました。", file=out)
    elif arguments.json:
        telling.document([_as_json(number, kept) for number, kept in enumerate(found, 1)])
    else:
        _tell(found)
    return DONE


def _chosen(found: Sequence[Remains], number: str, file: Path) -> Remains:
    if number.isdecimal() and 0 < int(number) <= len(found):
        return found[int(number) - 1]
    raise PlanError(
        "「{file}」の控えに「{number}」番はありません。「ayumi backups {file}」で番号を確かめてください。",
        file=file,
        number=number,
    )


def _tell(found: Sequence[Remains]) -> None:
    for number, kept in enumerate(found, 1):
        telling.line(f"{number}  {moment(kept.at.isoformat())}  {kind_label(kept)}  {size_label(kept)}")
    if not found:
        telling.tell("このパソコンには、まだ控えがありません。取り込みや回収の前に、自動で作られます。")


def _as_json(number: int, kept: Remains) -> dict[str, object]:
    return {
        "number": number,
        "at": kept.at.isoformat(),
        "what": kept.what.name.lower(),
        "before": kept.reason.name.lower() if kept.reason is not None else None,
        "size": kept.size,
        "path": str(kept.path),
    }


def copy(arguments: argparse.Namespace) -> int:
    """The plan as it stands as a new file, with its history or without; a file that exists is never written over."""
    expect_new(arguments.out)
    write = copy_without_history if arguments.without_history else copy_with_history
    with plan_of(arguments.file, read_only=True) as plan:
        write(plan.store, arguments.out)
    telling.tell("{file} に写しを作りました。", file=arguments.out)
    return DONE
