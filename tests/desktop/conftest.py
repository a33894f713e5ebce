"""The window is tested without a screen, with a folder of its own for everything that it remembers."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store import Actor
from desktop.sample import create_sample

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's settings, working stores and documents lie."""
    folder = tmp_path / "home"
    folder.mkdir()
    monkeypatch.setenv("AYUMI_HOME", str(folder))
    monkeypatch.setenv("HOME", str(folder))
    return folder


@pytest.fixture(scope="session")
def _sample_once(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("AYUMI_HOME", str(tmp_path_factory.mktemp("making")))
        path = tmp_path_factory.mktemp("sample") / "見本.ayumi"
        create_sample(path, Actor("青葉", "PC-1")).close()
        yield path


@pytest.fixture
def sample(_sample_once: Path, tmp_path: Path) -> Path:
    """A plan file of the sample plan."""
    return Path(shutil.copyfile(_sample_once, tmp_path / "見本.ayumi"))
