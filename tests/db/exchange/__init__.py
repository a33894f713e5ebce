"""Promises of db/exchange."""
