"""What people need who answer for the program: hazards, the data that is kept, how plain it is."""
