"""Promises of plan/documents."""
