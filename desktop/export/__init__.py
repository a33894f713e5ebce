"""Export and preview: what is wanted, how it will look, where it goes."""
