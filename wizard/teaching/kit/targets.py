"""For which computers a kit holds a program: system, processor and Python, as pip and as the kit's folders name them."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from wizard.teaching.kit.start import tag

PYTHONS = ("3.11", "3.12", "3.13", "3.14")
"""Those that the program runs on."""


@dataclass(frozen=True)
class Machine:
    """A system with a processor: how a kit's folder begins, and the names of its wheels, newest first."""

    folder: str
    platforms: tuple[str, ...]


SYSTEMS = {
    "windows": (Machine("win32-amd64", ("win_amd64",)),),
    "macos": (
        Machine("darwin-arm64", ("macosx_12_0_arm64",)),  # pip adds every older one by itself
        Machine("darwin-x86_64", ("macosx_12_0_x86_64",)),
    ),
    "linux": (
        Machine(
            "linux-x86_64",
            tuple(f"manylinux_2_{minor}_x86_64" for minor in range(28, 16, -1)),
        ),
    ),
}
"""What stands in computer rooms. macOS 12 and glibc 2.28 are of 2021 and 2018; scipy asks for no less."""


@dataclass(frozen=True)
class Target:
    """One program of a kit. `python` such as 3.13."""

    machine: Machine
    python: str

    @property
    def tag(self) -> str:
        """The name of its folder, as start.py works it out on the computer itself."""
        return f"{self.machine.folder}-py{self.python}"


def other_targets(
    systems: Iterable[str], pythons: Collection[str], python_for_windows: str | None = None
) -> list[Target]:
    """What must be fetched: all but the program that is installed here.

    With `python_for_windows`, the version that the kit brings along, Windows needs no other one.
    """
    wanted = dict.fromkeys(systems)
    if python_for_windows is not None:
        wanted["windows"] = None
    return [
        target
        for system in wanted
        for machine in SYSTEMS[system]
        for python in _pythons(system, pythons, python_for_windows)
        if (target := Target(machine, python)).tag != tag()
    ]


def _pythons(
    system: str, pythons: Collection[str], python_for_windows: str | None
) -> Collection[str]:
    return [python_for_windows] if system == "windows" and python_for_windows else pythons
