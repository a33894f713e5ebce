"""The mark of a lead department (主担当), however it was typed."""

from plan.folding import fold

_LEADS = frozenset("○◯〇●◎◉O0o")


def is_lead(mark: str | None) -> bool:
    """Whether the mark names the lead."""
    return fold(mark or "") in _LEADS
