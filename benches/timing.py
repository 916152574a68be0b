"""Runs commands in turn, A B C A B C …, and keeps the medians of what each took.

Processor time is what the system counts for a process and those it waited for, so that it says
little about what else the machine does; only ratios of one call are worth quoting.
"""

import os
import statistics
import subprocess
import time
from dataclasses import dataclass


@dataclass
class Command:
    """What is run; `environment` is added to that of the script."""

    arguments: list
    folder: str = "."
    environment: dict = None


@dataclass
class Taken:
    """Medians: seconds of processor time, seconds on the clock, MiB of the largest process."""

    cpu: float
    wall: float
    memory: float


def run(command):
    """One run; its output is thrown away."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command.arguments,
        cwd=command.folder,
        env=os.environ | (command.environment or {}),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    return Taken(usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


def measure(commands, runs):
    """The medians of `runs` runs of each command, by name, after one that is not counted."""
    taken = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            it = run(command)
            if turn > 0:
                taken[name].append(it)

    def median(name, figure):
        return statistics.median(getattr(it, figure) for it in taken[name])

    return {name: Taken(*(median(name, it) for it in ("cpu", "wall", "memory"))) for name in commands}


def table(head, rows):
    """A table in Markdown."""
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
