"""Rating scales: the built-in ones and a city's own."""
