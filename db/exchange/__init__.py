"""Out to departments and back: what is handed out, what returns, and how it is merged."""
