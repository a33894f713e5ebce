"""Pages drawn, turned and printed without a screen or a printer."""
