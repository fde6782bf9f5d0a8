"""The book of the rules, as one model and three renderings."""
