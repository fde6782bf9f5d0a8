"""What can be told of a pack without running a case, and what it carries of the guide."""
