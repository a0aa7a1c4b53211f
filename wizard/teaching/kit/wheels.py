"""Fetches libraries for other computers: the only thing in this program that uses the network, after a yes.

pip does it. With a folder of wheels it does so without the network.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import PackageNotFoundError, requires
from pathlib import Path, PurePosixPath

from wizard.places import APP_NAME
from wizard.problems import CannotFetch, NotInstalled
from wizard.teaching.kit.archives import Member, members, opened
from wizard.teaching.kit.packages import is_left_out
from wizard.teaching.kit.targets import Target

EXTRA = re.compile(r"\[[^\]]*\]")
"""Extras bring what a system's own trash needs; from a kit no photo ever goes to a trash."""
LIBRARIES_IN = ("purelib", "platlib")


def fetch(target: Target, into: Path, wheels: Path | None) -> list[Path]:
    """The wheels of every library for this target, in the new folder `into`.

    From the folder `wheels`, else from where pip gets packages. Raises CannotFetch, NotInstalled.
    """
    source = ["--no-index", "--find-links", str(wheels)] if wheels is not None else []
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--disable-pip-version-check"]
    command += ["--only-binary=:all:", "--implementation", "cp", "--no-cache-dir"]
    command += ["--python-version", target.python, "--dest", str(into), *source]
    for platform in target.machine.platforms:
        command += ["--platform", platform]
    ran = subprocess.run(
        [*command, *requirements()],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )
    if ran.returncode:
        raise CannotFetch(target.tag, _last_line(ran.stderr))
    return sorted(into.glob("*.whl"))


def requirements() -> list[str]:
    """What the program needs on every system. Raises NotInstalled."""
    try:
        needed = requires(APP_NAME) or []
    except PackageNotFoundError as error:
        raise NotInstalled from error
    return [EXTRA.sub("", each) for each in needed if "extra ==" not in each]


def library_files(wheel: Path) -> Iterator[tuple[str, Member]]:
    """Name and member of every file that lies beside the others when the wheel is installed. Raises NotATrustedZip."""
    for member in members(opened(wheel)):
        name = PurePosixPath(member.name)
        if name.parts[0].endswith(".data"):
            if len(name.parts) < 3 or name.parts[1] not in LIBRARIES_IN:
                continue
            name = PurePosixPath(*name.parts[2:])
        if not is_left_out(name):
            yield name.as_posix(), member


def _last_line(said: str) -> str:
    """Why pip could not, in its own words."""
    lines = [line for line in said.splitlines() if line.startswith("ERROR")] or said.splitlines()
    return lines[-1].removeprefix("ERROR:").strip() if lines else ""
