"""Promises of db/read."""
