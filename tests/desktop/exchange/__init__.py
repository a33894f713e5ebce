"""Promises of desktop/exchange."""
