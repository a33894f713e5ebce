"""The findings of the checks in a window: listed, jumped to, accepted with a reason, switched off."""
