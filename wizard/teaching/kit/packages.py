"""The files of the program and of every library it needs, as they are installed here. Reads only."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path, PurePosixPath

import wizard
from wizard.places import APP_NAME, shared_folder
from wizard.problems import NotInstalled

NAME = re.compile(r"[A-Za-z0-9._-]+")
SHARED = ("locales", "lessons", "facilitator_guide")
LEFT_OUT = ("tests", "__pycache__")
"""Libraries' own tests are a fifth of their size; what was compiled here is compiled anew for the kit."""
ABOUT_THIS_COMPUTER = ("direct_url.json", "RECORD", "INSTALLER", "REQUESTED")
"""Files of an installation that name its folders, or are true of it only."""


def installed_files() -> Iterator[tuple[str, Path]]:
    """Name and place of every file of every library. Raises NotInstalled."""
    for library in _needed():
        yield from _files_of(library)


def program_files() -> Iterator[tuple[str, Path]]:
    """Name and place of every file of the program itself, the same on every system."""
    package = Path(wizard.__file__).parent
    for path in _below(package):
        yield f"wizard/{path.relative_to(package).as_posix()}", path
    for name in SHARED:
        folder = shared_folder(name)
        if package not in folder.parents:
            for path in _below(folder):
                yield f"wizard/{name}/{path.relative_to(folder).as_posix()}", path


def is_left_out(name: PurePosixPath) -> bool:
    """True for what a library brings and nobody needs in a kit, or what is true of one computer only."""
    unneeded = set(LEFT_OUT) & set(name.parts) or name.suffix in (".pyc", ".pth")
    return bool(unneeded) or name.name in ABOUT_THIS_COMPUTER


def _below(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not set(LEFT_OUT) & set(path.relative_to(folder).parts):
            yield path


def _needed() -> list[Distribution]:
    """The program's own installation and, by what each says it needs, every library."""
    try:
        found = {APP_NAME: distribution(APP_NAME)}
    except PackageNotFoundError as error:
        raise NotInstalled from error
    waiting = [APP_NAME]
    while waiting:
        for requirement in found[waiting.pop()].requires or ():
            name = _canonical(NAME.match(requirement))
            if "extra ==" in requirement or name in found:
                continue
            try:
                found[name] = distribution(name)
            except PackageNotFoundError:  # needed on another system only
                continue
            waiting.append(name)
    return list(found.values())


def _canonical(name: re.Match[str] | None) -> str:
    return re.sub(r"[-_.]+", "-", name.group() if name else "").lower()


def _files_of(library: Distribution) -> Iterator[tuple[str, Path]]:
    for file in library.files or ():
        name = PurePosixPath(file)
        path = Path(str(library.locate_file(file)))
        outside = ".." in name.parts or name.is_absolute() or name.parts[0] == "wizard"
        if not outside and not is_left_out(name) and path.is_file():
            yield name.as_posix(), path
