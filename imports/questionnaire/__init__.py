"""A returned questionnaire, read into answers."""
