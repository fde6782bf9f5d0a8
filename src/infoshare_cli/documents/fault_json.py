"""A fault as JSON: every key always there."""

from infoshare_cli.errors import Fault


def fault_to_json(fault: Fault) -> dict[str, object]:
    """The fault for other programs."""
    return {
        "file": fault.file,
        "line": fault.line,
        "column": fault.column,
        "path": fault.path,
        "found": fault.found,
        "expected": fault.expected,
        "suggestion": fault.suggestion,
    }
