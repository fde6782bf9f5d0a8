"""The command line: joins the rest; one file for each group of commands."""
