"""Other people's tables become rectangles, then proposals; nothing is written until they are accepted."""
