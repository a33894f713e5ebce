"""Tests of evaluation sheets and their schedules."""
