"""Pages as they will be printed: drawn from the PDF, looked at, and put on paper."""
