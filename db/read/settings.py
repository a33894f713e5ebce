"""What a plan itself lays down about how it is counted."""

import sqlalchemy as sa

from db.models import SETTING
from plan.documents.tally import Counting

REPEATED = "repeated listings"
"""The setting that says how a repeated listing (再掲) counts; a plan without it counts as printed."""


def counting(connection: sa.Connection) -> Counting:
    """How the plan counts a repeated listing."""
    kept = connection.scalar(sa.select(SETTING.c.value).where(SETTING.c.name == REPEATED))
    return next((way for way in Counting if way.value == kept), Counting.AS_PRINTED)
