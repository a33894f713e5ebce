"""Statuses and grades: what became of every measure, and how often each grade was given."""
