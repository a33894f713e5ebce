"""What a careful coordinator would find in a plan: pure checks, each answering with findings."""
