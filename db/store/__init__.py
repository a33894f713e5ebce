"""What lies on this PC: working stores, their folders, and what a failing disk says."""
