"""Promises of exports/forms."""
