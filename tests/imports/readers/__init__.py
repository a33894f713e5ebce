"""Promises of imports/readers."""
