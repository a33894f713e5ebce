"""Tables from outside are read as they are, or refused in one sentence."""
