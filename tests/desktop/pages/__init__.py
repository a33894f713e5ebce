"""Promises of desktop/pages."""
