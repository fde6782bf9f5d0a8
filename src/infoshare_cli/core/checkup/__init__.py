"""What a look at the program and its surroundings comes to; cases are never looked at."""
