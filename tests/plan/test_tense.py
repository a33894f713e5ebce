"""A text promises or reports by how its sentences end."""

import pytest

from plan.tense import promises, reports


@pytest.mark.parametrize(
    ("text", "promise", "report"),
    [
        ("引き続き周知を図る。 【目標】4回", True, False),
        ("講座を検討する予定", True, False),
        ("受付窓口を広げていく。", True, False),
        ("受付窓口を広げた。", False, True),
        ("館内に掲示している。", False, False),
        ("講座を開いた。 【回数】2回", False, True),
        ("展示を実施した（本館のみとする）。", False, True),
        ("展示を実施した。今後も努める。", False, False),
        ("広報紙での周知", False, False),
        ("", False, False),
    ],
)
def test_a_text_promises_or_reports(text: str, promise: bool, report: bool) -> None:  # noqa: FBT001
    assert (promises(text), reports(text)) == (promise, report)
