"""Terminal: the only code that knows screens and keyboards."""
