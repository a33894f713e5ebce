"""The plan file keeps its promises."""
