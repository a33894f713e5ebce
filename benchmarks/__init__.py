"""What is measured, side by side with what others offer for the same work; `python -m benchmarks` runs it."""
