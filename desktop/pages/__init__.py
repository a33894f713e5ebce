"""Entry of everything that is no cell of the progress table: one window with a page for each sister document."""
