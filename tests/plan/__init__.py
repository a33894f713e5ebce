"""The words of the domain keep their promises."""
