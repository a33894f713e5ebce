"""The department-by-year grid: a view of plan.table.ProgressTable that passes edits on and never makes them itself."""
