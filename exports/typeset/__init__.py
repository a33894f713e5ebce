"""Japanese text set in lines: fonts, measures, breaks."""
