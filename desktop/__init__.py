"""What people start: the window and the command line; the only Qt."""

VERSION = "0.1.0"
