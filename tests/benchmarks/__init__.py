"""The benchmarks are fair: the content varies, and a file that lacks some of it does not count."""
