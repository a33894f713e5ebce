"""Promises of desktop/frame."""
