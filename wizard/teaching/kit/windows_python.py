"""The embeddable Python for Windows that a facilitator downloaded: checked, and told where the kit's program lies."""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from pathlib import Path
from zipfile import ZipFile

from wizard.problems import NotAPythonForWindows, NotATrustedZip
from wizard.teaching.kit.archives import Member, members, opened
from wizard.teaching.kit.targets import PYTHONS, SYSTEMS, Target

FOLDER = "python-for-windows"
PATH_FILE = re.compile(r"python3(\d+)\._pth")
"""python313._pth lists where that Python looks for modules, and nowhere else."""
PE_SIGNATURE_AT, FOR_64_BIT = 0x3C, 0x8664
"""Where a program for Windows says at which place its header begins, and that header's word for x86-64 (PE format)."""


@dataclass(frozen=True)
class PythonForWindows:
    """A checked zip. `python` such as 3.13."""

    archive: ZipFile
    python: str
    path_file: str

    @classmethod
    def read(cls, path: Path) -> PythonForWindows:
        """Raises NotAPythonForWindows when it is not the 64-bit embeddable package of a Python that we run on."""
        try:
            archive = opened(path)
            names = set(archive.namelist())
            found = [match for name in names if (match := PATH_FILE.fullmatch(name))]
            minor = found[0][1] if len(found) == 1 else ""
            needed = {"python.exe", f"python3{minor}.dll", f"python3{minor}.zip"}
            if f"3.{minor}" not in PYTHONS or not needed <= names:
                raise NotAPythonForWindows(path)
            if not _is_64_bit(Member(archive, "python.exe").read()):
                raise NotAPythonForWindows(path)
        except NotATrustedZip as error:
            raise NotAPythonForWindows(path) from error
        return cls(archive, f"3.{minor}", found[0][0])

    @property
    def target(self) -> Target:
        """The program that this Python runs."""
        return Target(SYSTEMS["windows"][0], self.python)

    def files(self) -> dict[str, Member | str]:
        """Every file by its name in the kit's programs, with a path file of our own."""
        files: dict[str, Member | str] = {
            f"{FOLDER}/{member.name}": member for member in members(self.archive)
        }
        library = f"python3{self.python.partition('.')[2]}.zip"
        files[f"{FOLDER}/{self.path_file}"] = f"{library}\r\n.\r\n..\\{self.target.tag}\r\n"
        return files


def _is_64_bit(program: bytes) -> bool:
    """True for a program for x86-64, by its header."""
    try:
        (header,) = struct.unpack_from("<I", program, PE_SIGNATURE_AT)
        signature, machine = struct.unpack_from("<4sH", program, header)
    except struct.error:
        return False
    return program[:2] == b"MZ" and signature == b"PE\0\0" and machine == FOR_64_BIT
