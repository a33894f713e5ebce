"""All subjects, in the report's order."""

from benchmarks import excel, grid, merge, pdf, planfile, start

SUBJECTS = (pdf.SUBJECT, excel.SUBJECT, planfile.SUBJECT, merge.SUBJECT, grid.SUBJECT, start.SUBJECT)
