"""The words of the domain: plain Python, nothing but the standard library."""
