"""Promises of db/file."""
