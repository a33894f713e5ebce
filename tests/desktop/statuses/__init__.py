"""Tests of statuses, tallies and grades."""
