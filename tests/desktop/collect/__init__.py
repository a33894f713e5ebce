"""The window's side of distributing and collecting."""
