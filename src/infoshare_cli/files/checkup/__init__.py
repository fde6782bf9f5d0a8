"""What the disk and the computer say about where things are kept."""
