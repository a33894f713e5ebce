"""Promises of plan/exchange."""
