"""What a plan itself lays down: how it is counted, and the words that its documents print."""

import sqlalchemy as sa

from db.models import SETTING
from plan.documents.printed_words import PrintedWords, setting_name
from plan.documents.tally import Counting

REPEATED = "repeated listings"
"""The setting that says how a repeated listing (再掲) counts; a plan without it counts as printed."""


def counting(connection: sa.Connection) -> Counting:
    """How the plan counts a repeated listing."""
    kept = connection.scalar(sa.select(SETTING.c.value).where(SETTING.c.name == REPEATED))
    return next((way for way in Counting if way.value == kept), Counting.AS_PRINTED)


def printed_words(connection: sa.Connection, form: str) -> PrintedWords:
    """The words that a form prints."""
    prefix = setting_name(form, "")
    kept = connection.execute(sa.select(SETTING).where(SETTING.c.name.startswith(prefix, autoescape=True)))
    return PrintedWords(form, {row.name.removeprefix(prefix): row.value for row in kept if row.value})
