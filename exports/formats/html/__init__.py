"""Documents as accessible web pages."""
