"""What people start: the window and the command line; the only Qt."""
