"""What a plan itself lays down about how it is counted."""

import sqlalchemy as sa

from db.changes import Recording
from db.models import SETTING
from db.report_edits import set_keyed
from plan.tally import Counting

_REPEATED = "repeated listings"
"""The setting that says how a repeated listing (再掲) counts; a plan without it counts as printed."""


def counting(connection: sa.Connection) -> Counting:
    """How the plan counts a repeated listing."""
    kept = connection.scalar(sa.select(SETTING.c.value).where(SETTING.c.name == _REPEATED))
    return next((way for way in Counting if way.value == kept), Counting.AS_PRINTED)


def set_counting(opened: Recording, wanted: Counting) -> None:
    """Let the plan count repeated listings in this way from now on, on the screen, in its checks and on paper."""
    kept = None if wanted is Counting.AS_PRINTED else wanted.value
    set_keyed(opened, SETTING.name, {"name": _REPEATED}, {"value": kept})
