"""A bar is drawn where somebody looks at a terminal, and nothing is written where nobody does."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from console import distributing
from console.cli import main
from console.progress import bar
from plan.progress import Cancelled, Progress
from tests.imports.tables import merged_workbook


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(("stream", "drawn"), [(_Terminal(), True), (io.StringIO(), False)])
def test_a_bar_is_for_a_terminal_alone(stream: io.StringIO, drawn: bool, monkeypatch: pytest.MonkeyPatch) -> None:  # noqa: FBT001 - pytest's own
    monkeypatch.setattr("sys.stderr", stream)
    monkeypatch.setenv("TERM", "xterm")
    for name in ("NO_COLOR", "FORCE_COLOR", "TTY_COMPATIBLE", "TTY_INTERACTIVE"):
        monkeypatch.delenv(name, raising=False)
    with bar("読み込んでいます") as progress:
        progress(1, 2)
    assert ("読み込んでいます" in stream.getvalue()) == drawn
    assert drawn or stream.getvalue() == ""


@pytest.fixture
def plan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """A plan of four departments."""
    monkeypatch.setenv("AYUMI_HOME", str(tmp_path / "home"))
    monkeypatch.chdir(tmp_path)
    merged_workbook(Path("表.xlsx"))
    assert main(["import", "計画.ayumi", "表.xlsx"]) == 0
    return "計画.ayumi"


def looked_at(monkeypatch: pytest.MonkeyPatch, look: Progress) -> None:
    """Let somebody look at how far a distribution has come."""

    @contextmanager
    def bar_of(_: str) -> Iterator[Progress]:
        yield look

    monkeypatch.setattr(distributing, "bar", bar_of)


@pytest.mark.parametrize("kind", ["file", "excel"])
def test_a_distribution_counts_its_files(kind: str, plan: str, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[tuple[int, int]] = []
    looked_at(monkeypatch, lambda done, total: seen.append((done, total)))
    assert main(["distribute", plan, "配布", "--as", kind, "--ask", "evaluation:R1"]) == 0
    count = len(list(Path("配布").iterdir()))
    assert count > 1
    assert seen == [(done, count) for done in range(count)]


def test_a_distribution_that_is_stopped_leaves_no_file_and_is_not_remembered(
    plan: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = Path(plan).read_bytes()

    def stop(done: int, _: int) -> None:
        if done == 1:
            raise Cancelled

    looked_at(monkeypatch, stop)
    with pytest.raises(Cancelled):
        main(["distribute", plan, "配布", "--ask", "evaluation:R1"])
    assert list(Path("配布").iterdir()) == []
    assert Path(plan).read_bytes() == before
