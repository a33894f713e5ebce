"""What the documents tell, as plain values: reports, budgets, footnotes, counts."""
