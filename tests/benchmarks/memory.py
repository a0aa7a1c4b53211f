"""What measurements share: processor seconds, memory at its highest, a process that is watched. Linux only."""

from __future__ import annotations

import resource
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path


def seconds(work: Callable[[], object]) -> float:
    """User and system seconds that the work takes in this process, in all its threads."""
    before = resource.getrusage(resource.RUSAGE_SELF)
    work()
    after = resource.getrusage(resource.RUSAGE_SELF)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


def highest(process: int | str = "self") -> float:
    """Memory of a process at its highest, in MB (VmHWM)."""
    for line in Path(f"/proc/{process}/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1000
    raise KeyError("VmHWM")


def in_a_process_of_its_own(module: str, *words: str) -> None:
    """Runs a part of a measurement where nothing else has taken memory; it prints for itself."""
    subprocess.run([sys.executable, "-m", module, *words], check=True)


@dataclass(frozen=True)
class Run:
    """How a command went."""

    code: int
    wall: float
    processor: float
    megabytes: float


def run(words: Sequence[str], environment: dict[str, str], output: Path) -> Run:
    """Runs this program with these words and waits for its end; what it prints goes to `output`."""
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.monotonic()
    peak = 0.0
    with output.open("wb") as file:
        command = [sys.executable, "-m", "wizard", *words]
        process = subprocess.Popen(command, env=environment, stdout=file, stderr=file)
        while process.poll() is None:
            try:
                peak = max(peak, highest(process.pid))
            except (OSError, KeyError):
                break  # it has just ended
            time.sleep(0.2)
    code, wall = process.wait(), time.monotonic() - began
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime
    return Run(code, wall, used, peak)
