"""Out to departments and back in the window: distribute, a department's own view, collect, settle, who has not sent."""
