"""Promises of exports/typeset."""
