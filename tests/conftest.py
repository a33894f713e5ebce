"""Every test has a folder of its own for what the program remembers; the window is tested without a screen."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from db.store.working import Actor, Store
from tests.db.conftest import empty_store, fill
from tests.db.exchange.returning import hand_out
from work.questionnaires import questionnaire
from work.samples import create_sample

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(autouse=True)
def home(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this test's settings, working stores and documents lie."""
    folder = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("AYUMI_HOME", str(folder))
    monkeypatch.setenv("HOME", str(folder))
    for variable in ("LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(variable, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")
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
