"""Plan files made of whole plans in JSON, the sample plan of an invented city among them."""

from importlib.resources import files
from pathlib import Path

from db.file.planfile import PlanFile, create_plan
from db.file.whole_plan import read_whole_plan
from db.log.changes import recording
from db.store.working import Actor


def create_sample(path: Path, actor: Actor) -> PlanFile:
    """Write the sample plan as a new plan file and open it."""
    text = files("resources").joinpath("sample", "plan.json").read_text(encoding="utf-8")
    return create_from_whole(path, actor, text, "plan.json")


def create_from_whole(path: Path, actor: Actor, text: str, name: str) -> PlanFile:
    """Make a plan file of a whole plan's JSON text, which is called `name`; where it does not fit, no file is left."""
    made = create_plan(path, actor)
    try:
        with recording(made.store, "計画の読み込み") as door:
            read_whole_plan(door, text, name)
    except BaseException:
        made.close()
        path.unlink()
        raise
    return made
