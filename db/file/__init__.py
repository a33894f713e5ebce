"""One plan as a file: opened, locked, published, kept, verified, brought up to date."""
