"""What a program asked the system to do with one file, as strace tells it. Linux only."""

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

_TRACED = "openat,read,pread64,readv,write,pwrite64,writev,fsync,fdatasync,ftruncate,close"
# "1234 read(4, ""..., 65536) = 65536"; the process and what is read are passed over.
_CALL = re.compile(r'^\d+ +(\w+)\((?:AT_FDCWD, "([^"]*)"|(\d+)).* = (\d+)(?: .*)?$', re.MULTILINE)
_TOP = Path(__file__).parents[1]


@dataclass(frozen=True)
class Calls:
    """How often, and how much, a file was read and written."""

    reads: int = 0
    bytes_read: int = 0
    writes: int = 0
    bytes_written: int = 0
    syncs: int = 0


def can_trace() -> bool:
    """Whether strace is installed and may look on."""
    strace = shutil.which("strace")
    if strace is None:
        return False
    tried = subprocess.run([strace, "-o", os.devnull, "true"], check=False, capture_output=True)
    return tried.returncode == 0


def trace_append(log: Path, model: Path, trace: Path) -> Calls:
    """Append to a log what the first record of a model says; what that did with the log's file.

    The trace is kept in a file.
    """
    strace = ["strace", "-f", "-s", "0", "-e", f"trace={_TRACED}", "-o", str(trace)]
    command = [sys.executable, "-m", "benchmarks.append_one", str(log), str(model)]
    subprocess.run([*strace, *command], check=True, capture_output=True, cwd=_TOP)
    return count_calls(trace.read_text(encoding="utf-8"), str(log))


def count_calls(trace: str, name: str) -> Calls:
    """What the trace of a program says that it did with the file of that name."""
    ours: set[str] = set()
    done: dict[str, list[int]] = {}
    for call, opened, number, result in _CALL.findall(trace):
        if call == "openat" and opened == name:
            ours.add(result)
        elif call == "close":
            ours.discard(number)
        elif number in ours:
            done.setdefault(call, []).append(int(result))
    reads = [size for call in ("read", "pread64", "readv") for size in done.get(call, [])]
    writes = [size for call in ("write", "pwrite64", "writev") for size in done.get(call, [])]
    syncs = [each for call in ("fsync", "fdatasync") for each in done.get(call, [])]
    return Calls(len(reads), sum(reads), len(writes), sum(writes), len(syncs))
