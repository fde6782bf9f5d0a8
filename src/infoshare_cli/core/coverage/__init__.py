"""What written cases show of the rules, and the cases that show the rest."""
