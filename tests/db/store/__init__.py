"""Promises of db/store."""
