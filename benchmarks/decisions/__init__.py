"""One decision in one process: ours beside other engines, and beside if-statements by hand."""
