"""Promises of work."""
