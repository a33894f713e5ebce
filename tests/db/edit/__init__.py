"""Promises of db/edit."""
