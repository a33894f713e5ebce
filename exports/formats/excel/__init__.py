"""Documents and questionnaires as Excel workbooks."""
