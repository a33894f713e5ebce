"""Documents: composed by forms, written by formats, read back."""
