"""Promises of desktop/kit."""
