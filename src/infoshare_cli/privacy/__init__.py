"""Finds words that name a person or lead to one; it reads texts that are handed in, no more."""
