"""A bar is drawn where somebody looks at a terminal, and nothing is written where nobody does."""

import io

import pytest

from console.progress import bar


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
