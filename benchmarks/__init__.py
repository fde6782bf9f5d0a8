"""Measurements, side by side: each is a ratio of two commands in one run."""
