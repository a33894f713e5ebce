"""The one door for every write, and the history of who went through it."""
