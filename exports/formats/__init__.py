"""The file formats; they know documents and typesetting, and nothing of plans."""
