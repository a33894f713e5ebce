"""What people do with a plan, without a screen: open it, hand it out, take it back, import it, write it to files."""
