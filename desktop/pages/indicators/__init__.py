"""Indicators: what is measured, the targets and results of every year, and a small chart of both."""
