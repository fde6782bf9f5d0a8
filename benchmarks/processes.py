"""What a whole process takes, from its start to its end: time and memory."""

import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from benchmarks.pairs import Cost

Command = Sequence[str]


def child_environment(folder: Path) -> Mapping[str, str]:
    """The environment of what is measured: nothing of the person who measures is read or written.

    Programs keep what Python has compiled of them, as those that were installed do; and no
    option of ours is set from outside.
    """
    homes = ("HOME", "LOCALAPPDATA", "XDG_DATA_HOME", "XDG_STATE_HOME")
    left_out = ("PYTHONDONTWRITEBYTECODE", "PYTHONUNBUFFERED", "ACCESSIBLE", "NO_COLOR")
    kept = {
        name: value
        for name, value in os.environ.items()
        if name not in left_out and not name.startswith("INFOSHARE_")
    }
    return {**kept, **dict.fromkeys(homes, str(folder))}


def run_process(command: Command, environment: Mapping[str, str]) -> Cost:
    """What a process took that read nothing and wrote to nobody."""
    nothing = subprocess.DEVNULL
    start = time.perf_counter()
    child = subprocess.Popen(
        command, stdin=nothing, stdout=nothing, stderr=nothing, env=environment
    )
    busy = await_end(child)
    seconds = time.perf_counter() - start
    if child.returncode:
        raise subprocess.CalledProcessError(child.returncode, command)
    return Cost(seconds, busy)


if sys.platform == "win32":

    def await_end(child: "subprocess.Popen[bytes]") -> float | None:
        """Wait for a process; how long it was busy is not counted here."""
        child.wait()
        return None

else:

    def await_end(child: "subprocess.Popen[bytes]") -> float | None:
        """Wait for a process; how many seconds the processor was busy with it."""
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
        return usage.ru_utime + usage.ru_stime


def peak_memory(command: Command, environment: Mapping[str, str]) -> float | None:
    """The most memory that a command held at a time, in MiB; None where no such count is kept."""
    if sys.platform == "win32":
        return None
    code = (
        "import resource, subprocess, sys; subprocess.run(sys.argv[1:], check=True, "
        "stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL); "
        "print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *command],
        check=True,
        capture_output=True,
        text=True,
        env=environment,
    )
    unit = 1024 * 1024 if sys.platform == "darwin" else 1024
    return int(done.stdout) / unit
