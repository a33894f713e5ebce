"""Promises of desktop/export."""
