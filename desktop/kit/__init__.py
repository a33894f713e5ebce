"""What the windows are put together of: look, boxes, small tables, background work."""
