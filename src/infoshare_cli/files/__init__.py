"""Files: every byte that is read or written."""
