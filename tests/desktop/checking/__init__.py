"""Promises of the window of findings."""
