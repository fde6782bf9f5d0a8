"""JSON to standard output: one document, UTF-8 whatever the console's encoding."""

import json
import sys


def print_json(value: object) -> None:
    """Write one JSON document and a line feed to standard output, and nothing else.

    Letters beyond ASCII are escaped, so that no console's encoding can fail on them.
    """
    sys.stdout.write(json.dumps(value, indent=2, ensure_ascii=True) + "\n")
