"""What `rules check` finds, each in the file where it stands."""
