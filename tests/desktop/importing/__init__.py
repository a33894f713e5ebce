"""An import from the table that is chosen to the plan that has it."""
