"""What is walked through the whole house in a copy of it, to which a row of a table was added."""
