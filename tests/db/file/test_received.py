"""A plan file from anywhere ends as a plan or in one sentence, and stays as it was."""

import random
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from db.file import received
from db.file.planfile import open_plan
from plan.errors import PlanError
from tests.db.forging import forged
from tests.db.plans import HANAKO, held

FORM, DAMAGED, STRANGE, NEWER = "形と違う", "壊れているか", "計画ファイルではありません", "新しい版のあゆみ"
ID = "SELECT id FROM plan"
HOSTILE = {
    "a trigger": ("CREATE TRIGGER t AFTER UPDATE ON plan BEGIN DELETE FROM item; END", FORM),
    "a view": ("CREATE VIEW v AS SELECT * FROM plan", FORM),
    "a view in the place of a table": ("DROP TABLE setting; CREATE VIEW setting AS SELECT 1 AS id", FORM),
    "an endless view": (
        "CREATE VIEW v AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i+1 FROM n) SELECT i",
        FORM,
    ),
    "one more index": ("CREATE INDEX i ON plan (title)", FORM),
    "one index less": ("DROP INDEX ix_item_parent_id", FORM),
    "one more table": ("CREATE TABLE t (a)", FORM),
    "one table less": ("DROP TABLE setting", FORM),
    "a virtual table": ("CREATE VIRTUAL TABLE t USING fts5(a)", FORM),
    "a computed column": ("ALTER TABLE plan ADD COLUMN bomb TEXT AS (printf('%.*c', 300000000, 'x'))", FORM),
    "a check gone": ("DROP TABLE edition; CREATE TABLE edition (hash, generation, revision, state)", FORM),
    "no identity": ("DELETE FROM file", DAMAGED),
    "two identities": ("INSERT INTO file SELECT plan_id || '2', generation, parent_hash, seal FROM file", DAMAGED),
    "an identity that is a path": ("UPDATE file SET plan_id = '../../x'", DAMAGED),
    "a record of nothing": ("PRAGMA foreign_keys=OFF; UPDATE assignment SET item_id = 'x'", DAMAGED),
}


def refused(path: Path, content: bytes) -> str:
    """The sentence in which an attempt to open this content ends; the file is untouched and nothing is beside it."""
    path.write_bytes(content)
    with pytest.raises(PlanError) as error:
        open_plan(path, HANAKO)
    assert path.read_bytes() == content
    assert [p.name for p in path.parent.iterdir()] == [path.name]
    sentence = str(error.value)
    assert f"「{path.name}」" in sentence
    assert "\n" not in sentence
    return sentence


@pytest.fixture
def content(plan_path: Path) -> bytes:
    """A sound plan file."""
    return plan_path.read_bytes()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where something arrives."""
    (tmp_path / "届いた").mkdir()
    return tmp_path / "届いた" / "受信.ayumi"


def test_a_sound_file_opens_wherever_it_came_from(plan_path: Path, content: bytes, path: Path) -> None:
    path.write_bytes(content)
    assert held(path) == held(plan_path)
    with open_plan(path, HANAKO) as plan:
        assert (plan.recovered, plan.notices) == (0, ())


@pytest.mark.parametrize("hostile", HOSTILE)
def test_a_planted_thing_is_refused_although_the_seal_fits(content: bytes, path: Path, hostile: str) -> None:
    script, reason = HOSTILE[hostile]
    assert reason in refused(path, forged(content, script))


def test_every_flipped_bit_is_noticed(content: bytes, path: Path) -> None:
    dice = random.Random(1)
    for place in [*range(100), *(dice.randrange(len(content)) for _ in range(300))]:
        flipped = bytearray(content)
        flipped[place] ^= 1 << dice.randrange(8)
        with pytest.raises(PlanError, match=f"{DAMAGED}|{STRANGE}|{NEWER}|{FORM}"):
            received.received(bytes(flipped), path.name)


@pytest.mark.parametrize("kept", [0, 1, 50, 100, 4096, 9000, -1])
def test_a_truncated_file_is_refused(content: bytes, path: Path, kept: int) -> None:
    assert refused(path, content[:kept])


def test_a_lengthened_file_is_refused(content: bytes, path: Path) -> None:
    assert DAMAGED in refused(path, content + b"\0" * 4096)


@pytest.mark.parametrize(
    ("place", "value", "reason"),
    [(68, b"\0\0\0\1", STRANGE), (60, b"\0\0\0\x63", NEWER), (60, b"\0\0\0\0", DAMAGED), (18, b"\2\2", DAMAGED)],
    ids=["another application", "a newer version", "no version", "a file that is still being written"],
)
def test_the_header_is_looked_at_first(content: bytes, path: Path, place: int, value: bytes, reason: str) -> None:
    assert reason in refused(path, content[:place] + value + content[place + len(value) :])


@pytest.mark.parametrize("content", [b"", b"PK\3\4" + b"x" * 3000, "計画".encode(), b"SQLite format 3\0"])
def test_something_else_is_refused(path: Path, content: bytes, plan_path: Path) -> None:  # noqa: ARG001 - its home
    assert STRANGE in refused(path, content)


def test_a_file_too_large_is_refused_before_it_fills_the_memory(
    content: bytes, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(received, "SIZE_LIMIT", 1 << 16)
    assert "大きすぎる" in refused(path, content)


def test_a_check_that_takes_too_long_is_given_up(content: bytes, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(received, "SECONDS", -1.0)
    monkeypatch.setattr(received, "STEPS_BETWEEN_LOOKS", 100)
    assert DAMAGED in refused(path, content)


def test_a_journal_planted_beside_a_file_changes_nothing(plan_path: Path, tmp_path: Path) -> None:
    before = held(plan_path)
    other = tmp_path / "other.ayumi"
    shutil.copy(plan_path, other)
    planted = [plan_path.with_name(f"{plan_path.name}-{kind}") for kind in ("journal", "wal")]
    with closing(sqlite3.connect(other, isolation_level=None)) as connection:
        connection.executescript("UPDATE plan SET title = '他人の計画'; PRAGMA cache_size=1; BEGIN")
        connection.execute("UPDATE year_entry SET target = hex(zeroblob(3000))")
        for journal in planted:
            shutil.copy(f"{other}-journal", journal)
        connection.execute("ROLLBACK")
    contents = [journal.read_bytes() for journal in planted]
    assert all(contents)
    assert held(plan_path) == before
    open_plan(plan_path, HANAKO).close()
    assert held(plan_path) == before
    assert [journal.read_bytes() for journal in planted] == contents
