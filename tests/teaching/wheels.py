"""Small wheels and an embeddable Python in the shape of real ones, made on the spot: nothing is fetched."""

from __future__ import annotations

import re
import struct
import zipfile
from collections.abc import Mapping
from pathlib import Path

from wizard.teaching.kit.wheels import requirements

PINNED = {"textual": "8.2.99"}
"""Versions where the newest one is not allowed; the others are 99."""


def wheel(
    folder: Path, name: str, tag: str = "py3-none-any", files: Mapping[str, str] | None = None
) -> Path:
    """A wheel with one module, and what else is given."""
    version = PINNED.get(name, "99.0")
    module = name.replace("-", "_")
    path = folder / f"{module}-{version}-{tag}.whl"
    folder.mkdir(parents=True, exist_ok=True)
    about = f"{module}-{version}.dist-info"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr(f"{module}/__init__.py", f"here = {tag!r}\n")
        made.writestr(f"{module}/tests/test_it.py", "assert False\n")
        made.writestr(
            f"{about}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n"
        )
        made.writestr(f"{about}/WHEEL", f"Wheel-Version: 1.0\nRoot-Is-Purelib: false\nTag: {tag}\n")
        made.writestr(f"{about}/RECORD", "")
        for inside, text in (files or {}).items():
            made.writestr(inside, text)
    return path


def needed() -> list[str]:
    """The names of what the program needs."""
    found = (re.match(r"[A-Za-z0-9_-]+", each) for each in requirements())
    return [match.group().lower() for match in found if match]


def wheels_for(folder: Path, tag: str, *, without: str = "") -> Path:
    """A folder with every wheel that is needed: those with code of their own for `tag`, the others for all."""
    for name in needed():
        if name != without:
            own_code = name in ("numpy", "scipy", "pillow")
            wheel(folder, name, tag if own_code else "py3-none-any")
    return folder


def windows_program(machine: int = 0x8664) -> bytes:
    """The first bytes of a program for Windows: where its header is, and for which processor."""
    return b"MZ" + bytes(0x3A) + struct.pack("<I", 0x40) + b"PE\0\0" + struct.pack("<H", machine)


def embeddable(path: Path, version: str = "313", **changed: bytes | None) -> Path:
    """python-3.13-embed-amd64.zip in small. `changed`: files by name with _ for the dot; None leaves one out."""
    files: dict[str, bytes | None] = {
        "python.exe": windows_program(),
        f"python{version}.dll": b"MZ",
        f"python{version}.zip": b"PK",
        f"python{version}._pth": b"python313.zip\r\n.\r\n\r\n#import site\r\n",
        "LICENSE.txt": b"PSF",
    }
    files |= {name.replace("__", "."): contents for name, contents in changed.items()}
    with zipfile.ZipFile(path, "w") as made:
        for name, contents in files.items():
            if contents is not None:
                made.writestr(name, contents)
    return path
