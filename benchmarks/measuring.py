"""The clock and the memory of one measurement, which always has a process of its own."""

import gc
import statistics
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

_STATUS, _CLEAR = Path("/proc/self/status"), Path("/proc/self/clear_refs")
_KIB = 1 / 1024


@dataclass(slots=True)
class Bench:
    """What a contestant is given, and where it leaves its figures.

    `worlds` holds the content and is only read; `folder` is the contestant's own, and empty.
    `figures` are milliseconds, `memory` megabytes beyond what the process held before.
    """

    size: str
    worlds: Path
    folder: Path
    is_first: bool = False
    figures: dict[str, float] = field(default_factory=dict)
    memory: dict[str, float] = field(default_factory=dict)

    @contextmanager
    def clock(self, figure: str) -> Iterator[None]:
        """Measure the block's time and peak memory."""
        gc.collect()
        _forget_peak()
        before, start = _megabytes("VmRSS"), time.perf_counter()
        yield
        self.figures[figure] = (time.perf_counter() - start) * 1000
        peak = _megabytes("VmHWM")
        if before is not None and peak is not None:
            self.memory[figure] = max(0.0, peak - before)

    def spread(self, figure: str, samples: Sequence[float]) -> None:
        """Leave the median and the 95th percentile of samples (milliseconds)."""
        self.figures[figure] = statistics.median(samples)
        self.figures[f"{figure}, p95"] = sorted(samples)[int(len(samples) * 0.95)]


def _forget_peak() -> None:
    with suppress(OSError):  # Linux alone can; elsewhere no memory is told
        _CLEAR.write_text("5", encoding="ascii")


def _megabytes(name: str) -> float | None:
    """A figure of this process from the kernel's own account; None where there is none."""
    with suppress(OSError):
        for line in _STATUS.read_text(encoding="ascii").splitlines():
            if line.startswith(f"{name}:"):
                return int(line.split()[1]) * _KIB
    return None
