"""Tests of the plan's facts and its tree."""
