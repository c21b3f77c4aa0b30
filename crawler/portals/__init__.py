"""One small file a portal; found by discovery, never importing each other."""
