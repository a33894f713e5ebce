"""A plan becomes documents: forms compose a Document, formats write it."""
