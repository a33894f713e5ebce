"""Which version of Ayumi this is; docs/release.md says when it rises."""

VERSION = "0.1.0"
