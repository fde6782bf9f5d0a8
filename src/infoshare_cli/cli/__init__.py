"""The command line: joins the rest; one file for each group of commands."""

import gc

OBJECTS_BETWEEN_LOOKS = 100_000
"""New objects until Python looks for unused ones, some megabytes; its own number is 700.

Nearly all that a start makes is there to stay: modules, classes, the rules. To look through it
again and again finds nothing, and takes a tenth of the time until the first question. No case
that is decided and logged makes as many.
"""

gc.set_threshold(OBJECTS_BETWEEN_LOOKS)
