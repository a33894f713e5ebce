"""Tests of rating scales."""
