"""Promises of console."""
