"""What must hold of every case, and whether it does."""
