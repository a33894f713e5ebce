"""A rectangle becomes a progress table: header, rows, matches in the plan, and what they would change."""
