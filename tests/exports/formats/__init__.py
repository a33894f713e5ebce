"""Promises of exports/formats."""
