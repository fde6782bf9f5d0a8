"""Documents: a decision or a record as JSON or CSV; the caller writes."""
