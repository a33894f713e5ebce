"""Promises about what is delivered beside the code."""
