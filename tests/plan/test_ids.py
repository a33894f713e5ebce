"""Identities are random UUIDs as others write them, each its own."""

from uuid import RFC_4122, UUID

from plan.ids import Source


def test_an_id_is_a_random_uuid_in_its_usual_form() -> None:
    new = Source().new_id()
    read = UUID(new)
    assert (str(read), read.version, read.variant) == (new, 4, RFC_4122)


def test_no_id_comes_twice() -> None:
    source = Source()
    assert len({source.new_id() for _ in range(10_000)}) == 10_000
