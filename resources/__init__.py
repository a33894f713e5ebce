"""Fonts, icons, translations and the sample plan: files that travel with the program."""
