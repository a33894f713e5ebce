"""What the plan book and the outcome report say beside the tables: facts, narratives, references, footnotes."""
