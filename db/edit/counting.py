"""How a plan's own settings are changed."""

from db.edit.records import set_keyed
from db.log.changes import Recording
from db.models import SETTING
from db.read.settings import REPEATED
from plan.documents.tally import Counting


def set_counting(door: Recording, wanted: Counting) -> None:
    """Let the plan count repeated listings in this way from now on, on the screen, in its checks and on paper."""
    kept = None if wanted is Counting.AS_PRINTED else wanted.value
    set_keyed(door, SETTING.name, {"name": REPEATED}, {"value": kept})
