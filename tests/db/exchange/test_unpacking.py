"""A department file from outside is read whole and well formed, or refused in one sentence; the plan stays as it is."""

import io
import json
import random
import zipfile
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from db.exchange.collection import examine
from db.exchange.department_store import fill
from db.exchange.handout import package_of
from db.exchange.package import FORMAT, PARTS, Package, pack, seal
from db.exchange.unpacking import read_return, unpack
from db.log.changes import dump
from db.store.working import Store
from plan.exchange.returns import Return, ReturnRefusedError, ReturnState
from tests.db.conftest import empty_store
from tests.db.exchange.returning import edit, evaluation, hand_out, rows
from tests.thorough import thorough

NAME = "防災課の回答"
FUTURE = json.dumps({"format": FORMAT, "version": 2}).encode()
VALUES: list[Any] = [
    None, True, -1, 0, 2**31, 2**63, 10**400, 1e308, "", "長" * 40_000, "\0", "\ud800", "=cmd|' /C calc'!A0", [], {},
    [[[]]], "１２", "\u202e", "../../x", "2020-99-99",
]  # fmt: skip


def package(store: Store, number: int = 1) -> Package:
    handed = hand_out(store)[number]
    with store.reading() as connection:
        return package_of(connection, handed)


def zipped(*parts: tuple[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as opened:
        for name, content in parts:
            opened.writestr(name, content)
    return file.getvalue()


def forged(content: bytes, change: Callable[[Any, Any], None]) -> bytes:
    """The file with its parts changed and sealed again, as only somebody who knows the form could."""
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        manifest, data = (json.loads(opened.read(name)) for name in PARTS)
    change(manifest, data)
    body = json.dumps(data, ensure_ascii=True).encode()
    manifest["sha256"] = seal(manifest, body)
    return zipped((PARTS[0], json.dumps(manifest).encode()), (PARTS[1], body))


def test_a_package_comes_back_equal_and_is_the_same_bytes_each_time(store: Store) -> None:
    edit(store, evaluation(rows(store)[1]), "＝一行目\n【結果】○")
    made = package(store)
    content = pack(made)
    assert unpack(content, NAME) == made
    assert pack(unpack(content, NAME)) == content


def test_a_package_holds_the_rows_beside_but_not_the_rest_of_the_plan(store: Store) -> None:
    made = package(store, 0)  # 広報課 has one row, beside one of 防災課
    assert len(made.rows) == 1
    assert len(made.records["assignment"]) == 2
    assert {d["name"] for d in made.records["department"]} == {"広報課", "防災課"}
    assert [i["name"] for i in made.records["item"]] == ["情報の発信", "広報紙での周知"]


@pytest.mark.parametrize(
    ("content", "state"),
    [
        (b"", ReturnState.FOREIGN),
        (b"SQLite format 3\0", ReturnState.FOREIGN),
        (b"PK\3\4 no zip", ReturnState.DAMAGED),
        (zipped(("xl/workbook.xml", b"<x/>")), ReturnState.FOREIGN),
        (zipped((PARTS[0], b"{}"), (PARTS[1], b"{}")), ReturnState.FOREIGN),
        (zipped((PARTS[0], b"[" * 100_000), (PARTS[1], b"{}")), ReturnState.DAMAGED),
        (zipped((PARTS[0], b"{}"), (PARTS[1], b"{}"), ("../../evil", b"x")), ReturnState.DAMAGED),
        (zipped((PARTS[0], b"{}"), (PARTS[1], b" " * 3_000_000)), ReturnState.DAMAGED),
        (zipped((PARTS[0], b"{}"), (PARTS[1], b"{}"), method=zipfile.ZIP_BZIP2), ReturnState.DAMAGED),
        (zipped((PARTS[0], FUTURE), (PARTS[1], b"{}")), ReturnState.NEWER_PROGRAM),
    ],
)  # fmt: skip
def test_what_is_no_department_file_is_refused_by_name(content: bytes, state: ReturnState) -> None:
    with pytest.raises(ReturnRefusedError, match=NAME) as refused:
        unpack(content, NAME)
    assert refused.value.state is state


def test_a_single_changed_byte_is_never_taken_for_another_answer(store: Store) -> None:
    made = package(store)
    content = pack(made)
    dice = random.Random(7)
    for _ in range(400):
        place = dice.randrange(len(content))
        changed = content[:place] + bytes([content[place] ^ (1 << dice.randrange(8))]) + content[place + 1 :]
        with suppress(ReturnRefusedError):
            assert unpack(changed, NAME) == made  # a bit of the zip's own that says nothing of the content


def test_an_answer_outside_of_what_was_asked_is_refused_as_altered(store: Store) -> None:
    content = pack(package(store))

    def add(_: Any, data: Any) -> None:  # noqa: ANN401 - JSON
        data["answers"].append([data["rows"][0][0], 2019, "target", "よその欄"])

    with pytest.raises(ReturnRefusedError) as refused:
        unpack(forged(content, add), NAME)
    assert refused.value.state is ReturnState.ALTERED


def test_a_tree_that_runs_in_a_circle_is_refused(store: Store) -> None:
    def bend(_: Any, data: Any) -> None:  # noqa: ANN401 - JSON
        items = data["records"]["item"]
        items[0]["parent_id"] = items[-1]["id"]

    with pytest.raises(ReturnRefusedError):
        unpack(forged(pack(package(store)), bend), NAME)


def mutated(dice: random.Random, value: Any, depth: int = 0) -> Any:  # noqa: ANN401 - JSON
    """The JSON value with something in it changed, dropped, doubled or moved."""
    if dice.random() < 0.15 or depth > 6:
        return dice.choice(VALUES)
    if isinstance(value, dict):
        name = dice.choice([*value, "extra"])
        rest = {key: part for key, part in value.items() if key != name}
        return rest if dice.random() < 0.2 else rest | {name: mutated(dice, value.get(name), depth + 1)}
    if isinstance(value, list) and value:
        place = dice.randrange(len(value))
        if dice.random() < 0.2:
            return value[:place] + value[place + 1 :]
        if dice.random() < 0.3:
            return [*value[:place], value[dice.randrange(len(value))], *value[place:]]
        return [*value[:place], mutated(dice, value[place], depth + 1), *value[place + 1 :]]
    return dice.choice(VALUES)


def resealed(dice: random.Random, manifest: Any, data: Any) -> bytes:  # noqa: ANN401 - JSON
    """Both parts mutated, under a seal that fits where one can be made."""
    for _ in range(dice.randrange(1, 4)):
        if dice.random() < 0.4:
            manifest = mutated(dice, manifest)
        else:
            data = mutated(dice, data)
    body = json.dumps(data).encode()
    if isinstance(manifest, dict):
        with suppress(UnicodeError):
            manifest = manifest | {"sha256": seal(manifest, body)}
    return zipped((PARTS[0], json.dumps(manifest).encode()), (PARTS[1], body))


def test_mutated_files_are_refused_in_one_sentence_or_are_sound(store: Store, tmp_path: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(pack(package(store)))) as opened:
        manifest, data = (json.loads(opened.read(name)) for name in PARTS)
    before = everything(store)
    path = tmp_path / NAME
    sound = []

    @thorough(150)
    @given(st.integers(0, 1 << 32))
    def holds(number: int) -> None:
        path.write_bytes(resealed(random.Random(number), manifest, data))
        returned = read_return(path)
        if returned.refusal is not None:
            assert NAME in str(returned.refusal)
        else:
            sound.append(number)
            prove_sound(store, returned, unpack(path.read_bytes(), NAME), tmp_path / "clerk.db")

    holds()
    assert sound
    assert everything(store) == before


def prove_sound(store: Store, returned: Return, found: Package, place: Path) -> None:
    """What the reader lets through can be examined by the coordinator and opened by a clerk."""
    with store.reading() as connection:
        (seen,) = examine(connection, [returned])
    assert seen.state in (ReturnState.NEW, ReturnState.FOREIGN, ReturnState.ALTERED)
    place.unlink(missing_ok=True)
    with closing(empty_store(place)) as clerks:
        fill(clerks, found, "")
        assert everything(clerks)


def everything(store: Store) -> object:
    with store.reading() as connection:
        return dump(connection)
