"""Tests of indicators by year."""
