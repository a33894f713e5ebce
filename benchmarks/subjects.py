"""All subjects, in the report's order."""

from benchmarks import excel, grid, pdf, planfile, start

SUBJECTS = (pdf.SUBJECT, excel.SUBJECT, planfile.SUBJECT, grid.SUBJECT, start.SUBJECT)
