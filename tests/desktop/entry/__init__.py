"""Tests of the window of the sister documents and its boxes."""
