"""What goes out to departments and comes back: questionnaires, answers, and how they are merged."""
