"""The documents for people who answer for the use of the program."""
