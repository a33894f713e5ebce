"""What the window promises, with keys pressed and windows opened, but no screen."""
