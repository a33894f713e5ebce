"""A full disk is one sentence in every format: no half file, no end of the process, and what stood there stays."""

import errno
import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib import import_module
from io import BytesIO
from pathlib import Path

import pytest

from exports.document import Box as FormBox
from exports.document import Column, Document, Form, Heading, Part, Row, Table
from plan.errors import PlanError
from work.writing import FORMATS, write_document

EACH = pytest.mark.parametrize("suffix", FORMATS)


class FullDisk(BytesIO):
    """A file on a disk that takes nothing."""

    def write(self, _content: object) -> int:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def documents() -> list[Document]:
    column = Column(("目標",), 60)
    table = Table((column,), [Row((f"{n} を行う。" * 20,), name=str(n)) for n in range(40)])
    form = Form("評価表", (20.0, 60.0), (Part("計画", (FormBox("概要", 0, 0, 2, "行う。"),)),))
    return [Document("あゆみ計画", (table,)), Document("あゆみ計画", (Heading("目標"), table)), Document("票", (form,))]


@pytest.fixture
def full(tmp_path: Path) -> Iterator[Path]:
    """A folder on a small disk of its own, with one file, and full."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(tmp_path)]
    if sys.platform != "linux" or os.geteuid() or subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("only root mounts a disk")
    try:
        with suppress(OSError), (tmp_path / "ほかの資料").open("wb", buffering=0) as file:
            while True:
                file.write(b"x" * 4096)
        yield tmp_path
    finally:
        subprocess.run(["umount", str(tmp_path)], check=True)


@EACH
def test_a_file_that_takes_nothing_is_an_error_of_the_system_and_no_more(suffix: str) -> None:
    write = import_module(FORMATS[suffix].module).write
    for document in documents():
        with pytest.raises(OSError, match=os.strerror(errno.ENOSPC)):
            write(document, FullDisk())
        gc.collect()  # what is given up must not ask the disk again


@EACH
def test_a_disk_that_is_really_full_is_told_and_keeps_what_stands_on_it(full: Path, suffix: str) -> None:
    before = {path.name: path.stat().st_size for path in full.iterdir()}
    for document in documents():
        with pytest.raises(PlanError, match=r"空き容量.*「進行管理表"):
            write_document(document, full / f"進行管理表{suffix}")
        assert {path.name: path.stat().st_size for path in full.iterdir()} == before
