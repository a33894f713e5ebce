"""Promises of db/log."""
