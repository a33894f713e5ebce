"""The plan file: made, loaded, edited, published and searched."""

from benchmarks.subject import OURS, Aim, Contestant, Subject

INSERTING = "Plan file: all records made"
LOADING = "Plan file: the table loaded for the grid"
SAVING = "Plan file: one cell saved, durable"
PUBLISHING = "Plan file: published"
SEARCHING, FILTERING = "Search: all texts, one keystroke", "Search: rows filtered, one keystroke"
KEYSTROKES = ("防", "防災", "防災訓", "防災訓練")
HISTORY = 500_000
"""The rows of history that a plan has when a cell is saved."""
_RAW, _RAW_HISTORY, _ORM = "sqlite3, without history", "sqlite3, with history", "SQLAlchemy ORM, without history"
_HERE = "benchmarks.planfile"

SUBJECT = Subject(
    "planfile",
    "Plan file and search",
    (
        Contestant(OURS, f"{_HERE}.ours:insert", "M L"),
        Contestant(_RAW, f"{_HERE}.with_sqlite:insert", "M L"),
        Contestant(_RAW_HISTORY, f"{_HERE}.with_sqlite:insert_with_history", "M L"),
        Contestant(_ORM, f"{_HERE}.with_orm:insert", "M L"),
        Contestant(OURS, f"{_HERE}.ours:load", "M L"),
        Contestant(_RAW, f"{_HERE}.with_sqlite:load", "M L"),
        Contestant(_ORM, f"{_HERE}.with_orm:load", "M L"),
        Contestant(OURS, f"{_HERE}.ours:save", "L"),
        Contestant(_RAW_HISTORY, f"{_HERE}.with_sqlite:save", "L"),
        Contestant(_ORM, f"{_HERE}.with_orm:save", "L"),
        Contestant(OURS, f"{_HERE}.ours:publish", "M L"),
        Contestant(_RAW, f"{_HERE}.with_sqlite:publish", "M L"),
        Contestant(OURS, f"{_HERE}.searching:search", "M L"),
        Contestant("SQLite LIKE", f"{_HERE}.with_sqlite:search", "M L"),
    ),
    (
        Aim(INSERTING, "L", 3.0, (_RAW,)),
        Aim(LOADING, "L", 1.4, (_RAW,)),
        Aim(SAVING, "L", 10.0),
        Aim(PUBLISHING, "L", 1000.0),
        Aim(SEARCHING, "L", 30.0),
        Aim(FILTERING, "L", 30.0),
    ),
    f"Ours always writes its history. Every store has the same tables, indexes and pragmas (journal TRUNCATE, "
    f"synchronous FULL). A cell is saved in a plan with {HISTORY:,} rows of history; p95 is over the cells of one run. "
    "sqlite3 loads the same columns as tuples, ours the rows that the grid shows.",
)
