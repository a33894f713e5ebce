"""Promises of imports/questionnaire."""
