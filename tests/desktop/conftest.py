"""The window is tested without a screen, with a folder of its own for everything that it remembers."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store.working import Actor, Store
from desktop.questionnaires import questionnaire
from desktop.sample import create_sample
from tests.db.conftest import empty_store, fill
from tests.db.exchange.returning import hand_out

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


@pytest.fixture(scope="module")
def handed(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, list[bytes]]]:
    """A plan that was handed out to three departments, and their questionnaires; nobody here changes it."""
    store = empty_store(tmp_path_factory.mktemp("plan") / "work.db")
    fill(store)
    made = hand_out(store)
    with store.reading() as connection:
        books = [questionnaire(connection, each) for each in made]
    yield store, books
    store.close()
