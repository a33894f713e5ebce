"""Returned files, of whatever kind, from files, folders and archives: each read into what it says, or why it cannot."""

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from fnmatch import fnmatch
from pathlib import Path
from tempfile import TemporaryDirectory

from db.exchange.package import PARTS, SUFFIX
from db.exchange.unpacking import read_return
from imports.questionnaire.workbook_reading import SUFFIXES, read_questionnaire
from plan.errors import PlanError, Sentence, say
from plan.exchange.returns import Return, ReturnRefusedError, ReturnState
from plan.progress import Progress, silent
from work.archives import names_in, unpacked

_AT_ONCE = 2
_DEPTH = 8  # folders within folders
_MOST = 2_000  # files of one collection
_BESIDE = ("~$", ".")
"""How Office and Ayumi name what lies beside an open file."""
_SYSTEM = ("thumbs.db", "desktop.ini")
_ARCHIVE = ".zip"
_TEXTS = (".csv", ".tsv", ".txt")
_WORKBOOK_PARTS = ("[Content_Types].xml", "mimetype")


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files that are named, and all in the folders that are named and in those within, in the order of their names.

    A PlanError tells of what is not there, and of a folder that is no folder of returns.
    """
    found: list[Path] = []
    for path in paths:
        if not path.exists():
            raise PlanError("「{file}」が見つかりません。ファイルの場所を確かめてください。", file=path.name)
        inside = list(_within(path, _DEPTH)) if path.is_dir() else [path]
        if not inside:
            raise PlanError(
                "フォルダー「{folder}」に、返送されたファイルがありません。フォルダーを確かめてください。",
                folder=path.name,
            )
        found += inside
        if len(found) > _MOST:
            raise PlanError(
                "「{folder}」にはファイルが多すぎます（{limit} 件まで）。返送ファイルのフォルダーを選んでください。",
                folder=path.name,
                limit=_MOST,
            )
    return found


def _within(folder: Path, depth: int) -> Iterator[Path]:
    for path in sorted(folder.iterdir()):
        if path.name.startswith(_BESIDE) or path.name.lower() in _SYSTEM or path.is_symlink():
            continue
        if path.is_file():
            yield path
        elif path.is_dir() and depth:
            yield from _within(path, depth - 1)


def read_returns(files: Iterable[Path], progress: Progress = silent) -> list[Return]:
    """Each file read, two at a time: a workbook's reader is a process of its own. One that cannot be read says why.

    An archive is as many returns as it holds files.
    """
    with ThreadPoolExecutor(_AT_ONCE) as readers:
        reading = [readers.submit(_read, file) for file in files]
        try:
            for done, each in enumerate(reading):
                progress(done, len(reading))
                each.result()
        finally:
            readers.shutdown(cancel_futures=True)
    return [found for each in reading for found in each.result()]


def without(returns: Iterable[Return], left_out: Iterable[str]) -> list[Return]:
    """The returns but those of these files; `*` stands for any part of a name. A PlanError names what fits none."""
    kept = list(returns)
    for name in left_out:
        fewer = [r for r in kept if not fnmatch(r.file, name) and not fnmatch(Path(r.file).name, name)]
        if len(fewer) == len(kept):
            raise PlanError("「{file}」という返送ファイルはありません。名前を確かめてください。", file=name)
        kept = fewer
    return kept


def _read(file: Path) -> list[Return]:
    names = names_in(file)
    if names is None:
        return [_read_plain(file)]
    if set(PARTS) & set(names):
        return [read_return(file)]
    if set(_WORKBOOK_PARTS) & set(names) or file.suffix.lower() == SUFFIX:
        return [read_return(file) if file.suffix.lower() == SUFFIX else read_questionnaire(file)]
    return _read_archive(file)


def _read_plain(file: Path) -> Return:
    """A file that is no archive of parts: an older workbook, a text, or nothing of ours."""
    if file.suffix.lower() == SUFFIX:
        return read_return(file)
    if file.suffix.lower() in (*SUFFIXES, *_TEXTS):
        return read_questionnaire(file)
    if file.suffix.lower() == _ARCHIVE:
        sentence = say("「{file}」は壊れているため開けません。ファイルの送り直しが必要です。", file=file.name)
        return _refused(file.name, ReturnState.DAMAGED, sentence)
    return _refused(
        file.name,
        ReturnState.FOREIGN,
        say("「{file}」は部署ファイルでも調査票でもありません。取り込みません。", file=file.name),
    )


def _refused(name: str, state: ReturnState, sentence: Sentence) -> Return:
    return Return(name, refusal=ReturnRefusedError(state, sentence))


def _read_archive(file: Path) -> list[Return]:
    """What an archive holds; an archive within it is told."""
    with TemporaryDirectory(prefix="ayumi-") as folder:
        try:
            inside = unpacked(file, Path(folder))
        except PlanError as error:
            return [_refused(file.name, ReturnState.DAMAGED, error.sentence)]
        return [replace(_read_inner(path), file=f"{file.name}/{name}") for name, path in inside]


def _read_inner(file: Path) -> Return:
    names = names_in(file)
    if names is not None and not {*PARTS, *_WORKBOOK_PARTS} & set(names) and file.suffix.lower() != SUFFIX:
        return _refused(
            file.name,
            ReturnState.FOREIGN,
            say("「{file}」は、圧縮ファイルの中の圧縮ファイルです。取り出してから、回収してください。", file=file.name),
        )
    return _read(file)[0]
