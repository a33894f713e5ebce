"""What becomes of findings: accepted with a reason, and checks that a plan goes without."""

import sqlalchemy as sa

from db.log.changes import Recording
from db.models import ACCEPTED_FINDING, SETTING
from db.read.checking import OFF, Acceptance, cell_of
from plan.changes import created, deleted
from plan.checks.every import CHECKS
from plan.errors import PlanError
from plan.findings import Finding
from plan.ids import RecordId


def switch(door: Recording, name: str, *, on: bool) -> None:
    """Switch a check on or off for this plan; PlanError where there is no such check."""
    if name not in CHECKS:
        raise PlanError("「{name}」という点検はありません。点検の名前を確かめてください。", name=name)
    query = sa.select(SETTING.c.id).where(SETTING.c.name == OFF, SETTING.c.value == name)
    set_ = [RecordId(record) for record in door.connection.scalars(query)]
    if on:
        door.apply([deleted(SETTING.name, record, name=OFF, value=name) for record in set_])
    elif not set_:
        door.apply([created(SETTING.name, door.source.new_id(), name=OFF, value=name)])


def accept(door: Recording, finding: Finding, reason: str) -> None:
    """Accept a finding; PlanError without a reason."""
    if not reason.strip():
        raise PlanError("理由を書いてください。理由は計画に残り、次に見る人の手がかりになります。")
    place = finding.place
    values = {"check_name": finding.check, "record_id": place.record, "field": cell_of(place), "reason": reason}
    door.apply([created(ACCEPTED_FINDING.name, door.source.new_id(), **values)])


def withdraw(door: Recording, acceptance: Acceptance) -> None:
    """Take an acceptance back: the finding is open again."""
    values = {
        "check_name": acceptance.check,
        "record_id": acceptance.record,
        "field": acceptance.cell,
        "reason": acceptance.reason,
    }
    door.apply([deleted(ACCEPTED_FINDING.name, acceptance.id, **values)])
