"""Whenever a process is killed, every acknowledged step is there again, and no file is half."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

KILLS = int(os.environ.get("AYUMI_KILLS", "50"))
"""How many; AYUMI_KILLS=1000 is the full run (some four minutes)."""


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills forked processes")
def test_a_killed_process_loses_no_acknowledged_step_and_leaves_nothing_half() -> None:
    command = [sys.executable, "-m", "tests.db.file.killing", str(KILLS)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, cwd=Path(__file__).parents[3])
    assert not done.returncode, done.stderr
    result = json.loads(done.stdout)
    assert result["wrong"] == []
    assert result["kills"] == KILLS
    assert result["acknowledged"] > KILLS / 2
    assert len(result["during"]) > 3
