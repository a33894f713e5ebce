"""The sample plan: an invented city on its first morning with Ayumi."""

from importlib.resources import files
from pathlib import Path

from db.changes import recording
from db.planfile import PlanFile, create_plan
from db.store import Actor
from db.whole import read_whole_plan


def create_sample(path: Path, actor: Actor) -> PlanFile:
    """Write the sample plan as a new plan file and open it."""
    text = files("resources").joinpath("sample", "plan.json").read_text(encoding="utf-8")
    made = create_plan(path, actor)
    with recording(made.store, "見本の計画の作成") as opened:
        read_whole_plan(opened, text, "plan.json")
    return made
