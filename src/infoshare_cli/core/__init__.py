"""Core decides; pure values and functions, no files, clock or terminal."""
