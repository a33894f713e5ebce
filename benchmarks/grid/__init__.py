"""The grid on the screen: opened, scrolled by pages, its rows measured, one cell changed."""

from benchmarks.subject import OURS, Aim, Contestant, Subject

OPENING = "Grid: first paint, the table being loaded"
SCROLLING = "Grid: one page scrolled"
HEIGHTS = "Grid: row heights"
CHANGING = "Grid: one cell changed and painted"
_ITEMS = "QStandardItemModel, default delegate"

SUBJECT = Subject(
    "grid",
    "Grid",
    (
        Contestant(OURS, "benchmarks.grid.ours:show_grid", "S M L XL"),
        Contestant(_ITEMS, "benchmarks.grid.with_items:show_items"),
    ),
    (
        Aim(OPENING, "L", 100.0),
        Aim(SCROLLING, "L", 12.0),
        Aim(f"{SCROLLING}, p95", "L", 20.0),
        Aim(SCROLLING, "XL", 12.0),
        Aim(f"{SCROLLING}, p95", "XL", 20.0),
        Aim(HEIGHTS, "L", 50.0),
        Aim(CHANGING, "L", 16.0),
    ),
    "Offscreen, 1,600 × 900. Ours measures exactly the rows in sight and guesses the others; the default view "
    "measures all rows (resizeRowsToContents) and is then scrolled with those heights. XL has 100,000 rows of 5 years.",
)
