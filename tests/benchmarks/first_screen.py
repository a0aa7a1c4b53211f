"""How soon the first screen is there, in a real terminal, and what was imported for it. Linux and macOS.

python -m tests.benchmarks.first_screen

Starts the wizard once to have its modules compiled, as an installation has them, and then five times in a
terminal of 80 by 24: seconds by the clock until the languages can be
read, processor seconds, memory. Then the ten imports that take longest (`-X importtime`), each without
those that it starts itself.
"""

from __future__ import annotations

import os
import pty
import re
import signal
import statistics
import struct
import subprocess
import sys
import tempfile
import time

from tests.benchmarks.measuring import ROUNDS, machine

SHOWN = "한국어".encode()
SIZE = struct.pack("HHHH", 24, 80, 0, 0)


def main() -> None:
    """Prints medians and imports."""
    print(machine())
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    start()
    clock, cpu, memory = (
        statistics.median(each) for each in zip(*(start() for _ in range(ROUNDS)), strict=True)
    )
    print(f"first screen: {clock:.2f} s by the clock, {cpu:.2f} s of processor, {memory:.0f} MB")
    for microseconds, name in slowest_imports():
        print(f"{microseconds / 1000:8.1f} ms  {name}")


def start() -> tuple[float, float, float]:
    """Seconds by the clock and of the processor until the first screen is there, and memory in MB."""
    import fcntl
    import termios

    with tempfile.TemporaryDirectory() as home:
        began = time.perf_counter()
        process, terminal = pty.fork()
        if process == 0:
            os.environ.update(
                HOME=home, XDG_CACHE_HOME=home, XDG_STATE_HOME=home, TERM="xterm-256color"
            )
            os.execv(sys.executable, [sys.executable, "-m", "wizard"])
        fcntl.ioctl(terminal, termios.TIOCSWINSZ, SIZE)
        seen = b""
        while SHOWN not in seen:
            seen += os.read(terminal, 65536)
        clock = time.perf_counter() - began
        os.kill(process, signal.SIGKILL)
        _, _, used = os.wait4(process, 0)
        os.close(terminal)
    per_megabyte = 1e6 if sys.platform == "darwin" else 1e3
    return clock, used.ru_utime + used.ru_stime, used.ru_maxrss / per_megabyte


def slowest_imports() -> list[tuple[int, str]]:
    """Microseconds and module."""
    told = subprocess.run(
        [sys.executable, "-X", "importtime", "-c", "import wizard.cli, wizard.app"],
        check=True,
        capture_output=True,
        text=True,
    ).stderr
    lines = re.findall(r"import time:\s+(\d+) \|\s+\d+ \|\s+(\S+)", told)
    return sorted(((int(own), name) for own, name in lines), reverse=True)[:10]


if __name__ == "__main__":
    main()
