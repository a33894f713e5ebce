"""An open plan as a person sees it: the lists at the left, the grid, the larger editor."""
