"""The questions that a plan answers; nothing here writes."""
