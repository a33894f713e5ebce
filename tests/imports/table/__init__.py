"""Promises of imports/table."""
