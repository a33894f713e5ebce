"""The city's documents, each composed from plan values into a Document."""
