"""Every case: classes of answers, what is left to decide, and the walk through all of it."""
