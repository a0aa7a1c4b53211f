"""Writes the files of a kit, each once and whole, and compiles the program so that it starts quickly from a stick."""

from __future__ import annotations

import importlib.util
import py_compile
from collections.abc import Sequence
from pathlib import Path

from wizard.plain_files import read_plain
from wizard.teaching.kit.archives import Member
from wizard.teaching.kit.manifest import Entry

Source = str | Path | Member
"""A text, or the file or the member of a zip whose bytes are copied."""


def write(target: Path, source: Source) -> Entry:
    """Writes one new file. Raises OSError. Whether all of it reached the stick is for `doctor` to read."""
    contents = _contents(source)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        file.write(contents)
    return Entry.of_bytes(contents)


def _contents(source: Source) -> bytes:
    match source:
        case str():
            return source.encode("utf-8")
        case Member():
            return source.read()
        case _:
            return read_plain(source.resolve())


def compile_program(kit: Path, program: str, names: Sequence[str]) -> dict[str, Entry]:
    """Compiles every module. What is compiled does not depend on times, which a FAT stick rounds."""
    compiled = {}
    for name in names:
        if not (name.startswith(f"{program}/") and name.endswith(".py")):
            continue
        target = importlib.util.cache_from_source(str(kit / name))
        done = py_compile.compile(
            str(kit / name),
            cfile=target,
            dfile=name,
            quiet=2,  # a library may carry a template that is no Python
            invalidation_mode=py_compile.PycInvalidationMode.UNCHECKED_HASH,
        )
        if done:
            path = Path(target)
            compiled[path.relative_to(kit).as_posix()] = Entry.of(path)
    return compiled
