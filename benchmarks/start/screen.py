"""A screen in memory (Xvfb), and when a program's picture stood on it."""

import mmap
import os
import struct
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

_WIDTH, _HEIGHT, _BYTES = 1600, 900, 4
_EVERY = 8  # one row of pixels in so many is looked at
_RUN = 16 * _BYTES  # 16 pixels: the piece that is compared
_PAUSE = 0.005  # seconds between two looks
_REST = 1.5  # seconds without much change, after which a picture is finished
_PATIENCE = 60.0
_BLINKING = 40  # pieces that a cursor may change
_INK = 400  # pieces that a window with text has at least
_SHARE = 0.9


@dataclass(frozen=True, slots=True)
class Screen:
    """A running Xvfb: its name for DISPLAY, and its picture."""

    name: str
    pixels: mmap.mmap
    start: int

    def look(self) -> bytes:
        """Some rows of the picture."""
        line = _WIDTH * _BYTES
        rows = range(self.start, self.start + _HEIGHT * line, _EVERY * line)
        return b"".join(self.pixels[row : row + line] for row in rows)


@contextmanager
def screen(folder: Path) -> Iterator[Screen]:
    """A fresh and empty screen."""
    reading, writing = os.pipe()
    size = f"{_WIDTH}x{_HEIGHT}x24"
    command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", size, "-fbdir", str(folder), "-nolisten", "tcp"]
    server = subprocess.Popen(command, pass_fds=[writing], stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as told:
            name = f":{told.readline().strip()}"
        with (folder / "Xvfb_screen0").open("rb") as file:
            pixels = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        header, colours = struct.unpack(">I", pixels[:4])[0], struct.unpack(">I", pixels[76:80])[0]
        yield Screen(name, pixels, header + 12 * colours)
    finally:
        server.terminate()
        server.wait()


def milliseconds_to_text(shown: Screen, command: Sequence[str], places: dict[str, str]) -> float:
    """Start a program, wait until its picture rests, end it; answers when nine tenths of the picture were there."""
    start = time.perf_counter()
    program = subprocess.Popen(
        command,
        env=os.environ | places | {"DISPLAY": shown.name},
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        looks = _watch(shown, start)
    finally:
        os.killpg(program.pid, 9)
        program.wait()
    return _time_of_text(looks) * 1000


def _watch(shown: Screen, start: float) -> list[tuple[float, list[bytes]]]:
    """Every picture that differs from the one before it, with its second."""
    looks = [(0.0, _pieces(shown.look()))]
    last = rested = time.perf_counter()
    seen = shown.look()
    while (now := time.perf_counter()) - start < _PATIENCE:
        look = shown.look()
        if look != seen:
            seen, pieces = look, _pieces(look)
            if _different(pieces, looks[-1][1]) > _BLINKING:
                rested = now
            looks.append((now - start, pieces))
        if now - rested > _REST and len(_ink(looks[-1][1])) > _INK:
            return looks
        time.sleep(max(0.0, _PAUSE - (now - last)))
        last = now
    message = "no text was painted"
    raise AssertionError(message)


def _time_of_text(looks: list[tuple[float, list[bytes]]]) -> float:
    final = looks[-1][1]
    ink = _ink(final)
    for second, pieces in looks:
        if sum(pieces[i] == final[i] for i in ink) >= _SHARE * len(ink):
            return second
    raise AssertionError


def _pieces(look: bytes) -> list[bytes]:
    return [look[i : i + _RUN] for i in range(0, len(look), _RUN)]


def _ink(pieces: list[bytes]) -> list[int]:
    """The pieces that are not all of one colour."""
    return [i for i, piece in enumerate(pieces) if piece != piece[:_BYTES] * 16]


def _different(one: list[bytes], other: list[bytes]) -> int:
    return sum(a != b for a, b in zip(one, other, strict=True))
