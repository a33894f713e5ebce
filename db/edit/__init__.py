"""The verbs that change a plan, each through the one door."""
