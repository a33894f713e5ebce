"""Bytes from outside become rectangles of cells, guarded and in a process of their own."""
