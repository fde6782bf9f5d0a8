"""Writes what the program consists of as an SBOM: CycloneDX, with licences and hashes.

    python release/sbom.py .venv/bin/python dist/infoshare.cdx.json

Versions, licences and who needs whom are those of an environment into which the program was
installed from a list with hashes; the hashes are those of `release/everything.txt`. Needs
cyclonedx-bom from the dependency group `release`, and no network.
"""

import json
import re
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
LOCK = HERE / "everything.txt"
_ENTRY = re.compile(
    r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^ ;\\]+)(?P<rest>(?:.*\\\n)*.*)", re.MULTILINE
)
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
_INSTALLERS = frozenset({"pip", "setuptools", "wheel"})
"""What a new environment holds before anything is installed; the program needs none of it."""


def main(arguments: Sequence[str]) -> None:
    """Write it, and say how many components it names; an SBOM that is not valid is not written."""
    python, output = arguments
    document = described(python)
    hashes = locked_hashes(LOCK.read_text(encoding="utf-8"))
    leave_out_installers(document, hashes)
    add_hashes(document["components"], hashes)
    text = json.dumps(document, indent=2) + "\n"
    judge(text)
    Path(output).write_text(text, encoding="utf-8", newline="\n")
    sys.stdout.write(f"{output}: {len(document['components'])} components\n")


def described(python: str) -> Any:
    """What CycloneDX's own tool finds in an environment."""
    options = ("--pyproject", str(HERE.parent / "pyproject.toml"), "--output-reproducible")
    call = [sys.executable, "-m", "cyclonedx_py", "environment", python, *options]
    document = json.loads(subprocess.run(call, check=True, capture_output=True).stdout)
    document["metadata"]["component"]["version"] = version_in(python)
    return document


def version_in(python: str) -> str:
    """The version of infoshare in an environment, which pyproject.toml does not tell."""
    ask = "from importlib.metadata import version; print(version('infoshare-cli'))"
    call = [python, "-c", ask]
    return subprocess.run(call, check=True, capture_output=True, text=True).stdout.strip()


def locked_hashes(lock: str) -> dict[tuple[str, str], list[str]]:
    """The registry's name, and version -> SHA-256 of each file that may be installed."""
    found = _ENTRY.finditer(lock)
    return {(each["name"], each["version"]): _HASH.findall(each["rest"]) for each in found}


def leave_out_installers(
    document: dict[str, Any], hashes: Mapping[tuple[str, str], Sequence[str]]
) -> None:
    """Take out what only installs: faults of it are none of the program's.

    Raises:
        ValueError: something else is there that the list does not have, or in another version.
    """
    needed = {name for name, _ in hashes}
    installers = {
        component["bom-ref"]
        for component in document["components"]
        if (name := named(component)[0]) in _INSTALLERS and name not in needed
    }
    for part, key in (("components", "bom-ref"), ("dependencies", "ref")):
        document[part] = [each for each in document[part] if each[key] not in installers]
    for component in document["components"]:
        if named(component) not in hashes:
            raise ValueError(f"{' '.join(named(component))} is not in release/{LOCK.name}")


def named(component: Mapping[str, Any]) -> tuple[str, str]:
    """The registry's name, and the version."""
    return re.sub(r"[-_.]+", "-", component["name"]).lower(), component["version"]


def add_hashes(
    components: Sequence[dict[str, Any]], hashes: Mapping[tuple[str, str], Sequence[str]]
) -> None:
    """Tell of each component of the list which files it may have come from."""
    for component in components:
        name, version = named(component)
        if allowed := hashes.get((name, version)):
            component.setdefault("externalReferences", []).append(
                {
                    "type": "distribution",
                    "url": f"https://pypi.org/simple/{name}/",
                    "comment": "files that release/everything.txt allows",
                    "hashes": [{"alg": "SHA-256", "content": each} for each in allowed],
                }
            )


def judge(text: str) -> None:
    """Hold it against the schema of CycloneDX.

    Raises:
        ValueError: it does not fit.
    """
    from cyclonedx.schema import SchemaVersion
    from cyclonedx.validation.json import JsonStrictValidator

    if fault := JsonStrictValidator(SchemaVersion.V1_6).validate_str(text):
        raise ValueError(str(fault))


if __name__ == "__main__":
    main(sys.argv[1:])
