"""A new yearly field is one row of the table of fields and one column of the file; nothing else has to know of it."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).parents[1]
ROOMS = ("plan", "db", "imports", "exports", "work", "console")
ROW = """
DIRECTION = Field(
    "year_entry", "direction", "今後の方向性", "Direction", Kind.TEXT, 31, yearly=True, clerk=True,
    headings=("今後の方向性", "方向性"), help="次の年度からどうするかを書きます。",
)
YEARLY = (TARGET, EVALUATION, GRADE, DIRECTION)
"""
COLUMN = "ALTER TABLE year_entry ADD COLUMN direction TEXT;\n"


def test_an_invented_yearly_field_goes_through_the_whole_house(tmp_path: Path) -> None:
    house = tmp_path / "house"
    for room in ROOMS:
        shutil.copytree(HOUSE / room, house / room, ignore=shutil.ignore_patterns("__pycache__"))
    (house / "resources").symlink_to(HOUSE / "resources", target_is_directory=True)
    fields = house / "plan" / "fields.py"
    before = fields.read_text(encoding="utf-8")
    after = before.replace("YEARLY = (TARGET, EVALUATION, GRADE)\n", ROW)
    assert after != before
    fields.write_text(after, encoding="utf-8")
    (house / "db" / "steps" / "999.sql").write_text(COLUMN, encoding="utf-8")
    environment = os.environ | {"PYTHONPATH": str(house), "AYUMI_HOME": str(tmp_path / "home")}
    walk = HOUSE / "tests" / "walks" / "yearly_field.py"
    made = subprocess.run(
        [sys.executable, "-X", "utf8", str(walk), str(tmp_path)],
        cwd=house, env=environment, capture_output=True, text=True, encoding="utf-8", timeout=120, check=False,
    )  # fmt: skip
    assert made.returncode == 0, made.stderr
