"""What a whole process takes, from its start to its end: time and memory."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
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


@dataclass
class Counted:
    """A command that can be run again and again, and the most memory that it ever held."""

    command: Command
    environment: Mapping[str, str]
    mib: float | None = None
    """None where no such count is kept."""

    def __call__(self) -> Cost:
        """Run it once."""
        if sys.platform == "win32":
            return run_process(self.command, self.environment)
        done = subprocess.run(
            [sys.executable, "-S", "-E", "-c", _COUNT, *self.command],
            check=True,
            capture_output=True,
            text=True,
            env=self.environment,
        )
        code, seconds, busy, peak = json.loads(done.stdout)
        if code:
            raise subprocess.CalledProcessError(code, self.command)
        unit = 1024 * 1024 if sys.platform == "darwin" else 1024
        self.mib = max(self.mib or 0.0, peak / unit)
        return Cost(seconds, busy)


# The count of a process begins with what its parent holds, so its parent is a small one.
_COUNT = """\
import json, os, sys, time
nothing = os.open(os.devnull, os.O_RDWR)
files = [(os.POSIX_SPAWN_DUP2, nothing, number) for number in (0, 1, 2)]
start = time.perf_counter()
child = os.posix_spawnp(sys.argv[1], sys.argv[1:], os.environ, file_actions=files)
_, status, used = os.wait4(child, 0)
seconds = time.perf_counter() - start
code = os.waitstatus_to_exitcode(status)
print(json.dumps([code, seconds, used.ru_utime + used.ru_stime, used.ru_maxrss]))
"""


def peak_memory(command: Command, environment: Mapping[str, str]) -> float | None:
    """The most memory that a command held at a time, in MiB; None where no such count is kept."""
    counted = Counted(command, environment)
    counted()
    return counted.mib
