"""One plan in one SQLite file; SQLAlchemy lives here and nowhere else."""
