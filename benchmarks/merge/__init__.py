"""Collecting: what many departments sent back, taken into the plan."""

from benchmarks.subject import OURS, Aim, Contestant, Subject

READING = "Merge: the returned files read"
TAKING = "Merge: the returns taken"
RETURNS = {"M": 30, "L": 100}
"""How many departments send their file back."""
_ORM = "SQLAlchemy ORM, without history"
_HERE = "benchmarks.merge"

SUBJECT = Subject(
    "merge",
    "Collecting what departments send back",
    (
        Contestant(OURS, f"{_HERE}.ours:merge", "M L"),
        Contestant(_ORM, f"{_HERE}.with_orm:merge", "M L"),
    ),
    (
        Aim(TAKING, "M", 1 / 10, (_ORM,)),
        Aim(TAKING, "L", 1 / 10, (_ORM,)),
    ),
    f"Every text is asked of {RETURNS['M']} departments (M) or {RETURNS['L']} (L); they change 8 % of them, the "
    "coordinator meanwhile 1 % of these. Ours examines the returns and then takes them, as a person does, with "
    "receipts, history and conflicts. The ORM gets each entry, looks at base, master and return, and sets the text; "
    "it is given the texts as handed out, and writes no more than the texts.",
)
