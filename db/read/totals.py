"""The overview of a plan: its entries, grades and indicators, counted for managers."""

import sqlalchemy as sa

from db.read.grades import grade_rows
from db.read.reports import indicators, scale
from db.read.table import Scope, departments, plan_facts, progress_table
from plan.documents.overview import Overview, entries_of


def overview(connection: sa.Connection, scope: Scope) -> Overview:
    """The years and departments that the scope names."""
    facts = plan_facts(connection)
    years = scope.years or facts.years
    labels = {d.id: d.label for d in departments(connection)}
    chosen = {label for office, label in labels.items() if scope.departments is None or office in scope.departments}
    grades = (g for g in grade_rows(connection) if g.year in years and chosen.issuperset(g.departments))
    return Overview(
        facts.title,
        facts.city,
        years,
        entries_of(progress_table(connection, scope), labels),
        tuple(grades),
        scale(connection, "achievement"),
        tuple(indicators(connection)),
    )
