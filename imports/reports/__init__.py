"""What reports have in common: records, lines, codes, and how they are compared with a plan."""
