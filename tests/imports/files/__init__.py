"""Promises of imports/files."""
