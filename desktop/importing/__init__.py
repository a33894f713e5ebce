"""The import: a table or a report is read, looked at with all that it would change, and taken over in one step."""
