"""The import: a table or a report is read, looked at with all that it would change, and taken over in one step."""

from desktop.importing.starting import import_as_plan, run_import

__all__ = ["import_as_plan", "run_import"]
