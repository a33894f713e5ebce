"""One reader for each foreign document: what it says, line by line, and what it leaves unread."""
