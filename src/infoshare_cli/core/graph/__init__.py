"""The decision as a graph that a person can read."""
