"""Promises of desktop/table."""
