"""How a command ends."""

DONE, REMAINS, REFUSED = 0, 1, 2
"""Exit status: done; done, but findings or conflicts remain; refused, nothing changed."""
