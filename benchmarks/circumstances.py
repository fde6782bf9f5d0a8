"""Where and with what was measured."""

import os
import platform
import shutil
import subprocess
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

COMPARED = (
    "infoshare-cli",
    "typer",
    "rich",
    "questionary",
    "PyYAML",
    "zen-engine",
    "rule-engine",
    "common-expression-language",
    "jsonlogic-rs",
    "clipspy",
    "pymerkle",
)
"""Packages that the numbers are about."""


def circumstances() -> dict[str, object]:
    """Python, system, processor, and the versions of what was compared."""
    versions = {name: found for name in COMPARED if (found := _version(name))}
    if shutil.which("jq"):
        told = subprocess.run(["jq", "--version"], check=True, capture_output=True, text=True)  # noqa: S607
        versions["jq"] = told.stdout.strip().removeprefix("jq-")
    return {
        "python": platform.python_version(),
        "system": f"{platform.system()} {platform.release()}",
        "processor": _processor(),
        "processors": os.cpu_count(),
        "versions": versions,
    }


def _version(package: str) -> str | None:
    try:
        return version(package)
    except PackageNotFoundError:
        return None


def _processor() -> str:
    """What the processor calls itself; Python itself knows that on few systems."""
    told = Path("/proc/cpuinfo")
    lines = told.read_text(encoding="utf-8").splitlines() if told.exists() else []
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.processor() or platform.machine()
