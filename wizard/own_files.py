"""The only door that removes or replaces: files this program made, inside a folder it made and marked."""

from __future__ import annotations

import json
import os
import secrets
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from wizard.problems import FolderNotEmpty, PathError

MARK = ".made-by-before-you-delete"


class NotOurs(PathError):
    """Asked to remove something that this program did not make."""


@dataclass(frozen=True)
class OwnFolder:
    """A folder of ours. Its mark holds a random token and the folder's own path, so that a copied
    mark, or a copied folder, opens nothing."""

    path: Path
    token: str

    @classmethod
    def at(cls, path: Path) -> OwnFolder:
        """The folder at `path`, made and marked if need be.

        Raises FolderNotEmpty when something unmarked is there already, OSError when it cannot be made.
        """
        path = path.absolute()
        path.mkdir(parents=True, exist_ok=True)
        mark = path / MARK
        if os.path.lexists(mark):
            return cls.marked(path)
        begun = path / (MARK + ".begun")  # what a power cut may have left of a mark
        if any(entry.name != begun.name for entry in path.iterdir()):
            raise FolderNotEmpty(path)
        begun.unlink(missing_ok=True)
        token = secrets.token_hex(16)
        with begun.open("x", encoding="utf-8") as file:
            json.dump({"token": token, "folder": os.path.realpath(path)}, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(begun, mark)
        return cls(path, token)

    @classmethod
    def temporary(cls, prefix: str) -> OwnFolder:
        """A new folder in the system's temporary folder."""
        return cls.at(Path(tempfile.mkdtemp(prefix=prefix)))

    @classmethod
    def marked(cls, path: Path) -> OwnFolder:
        """The folder at `path` if this program made and marked it. Raises FolderNotEmpty."""
        try:
            mark = json.loads((path / MARK).read_text(encoding="utf-8"))
            ours = mark["folder"] == os.path.realpath(path)
            token = str(mark["token"])
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise FolderNotEmpty(path) from error
        if not ours:
            raise FolderNotEmpty(path)
        return cls(path, token)

    def write(self, name: str, text: str) -> None:
        """Replaces a small file of ours at one stroke: after a power cut it is the old or the new one."""
        target = self._inside(self.path / name)
        fresh = self.path / f"{name}.{secrets.token_hex(4)}.new"
        with fresh.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, target)

    def remove_file(self, path: Path) -> None:
        """Removes one file in this folder; nothing happens when it is not there."""
        with suppress(FileNotFoundError):
            os.unlink(self._inside(path))

    def clear(self, keep: tuple[str, ...] = ()) -> None:
        """Removes everything in the folder but its mark and the names to keep. A link is removed, never followed."""
        self._check()
        for entry in list(os.scandir(self.path)):
            if entry.name not in (MARK, *keep):
                _remove_tree(entry)

    def remove(self) -> None:
        """Removes the folder with all that is in it."""
        self.clear()
        os.unlink(self.path / MARK)
        os.rmdir(self.path)

    def _check(self) -> None:
        if self.marked(self.path).token != self.token:
            raise NotOurs(self.path)

    def _inside(self, path: Path) -> Path:
        """The path again, if it truly lies in this folder: no `..`, no link on the way."""
        self._check()
        parent = Path(os.path.realpath(path.parent))
        home = Path(os.path.realpath(self.path))
        if parent != home and home not in parent.parents:
            raise NotOurs(path)
        return parent / path.name


def _remove_tree(entry: os.DirEntry[str]) -> None:
    if not entry.is_dir(follow_symlinks=False) or _is_junction(entry):
        os.unlink(entry.path)
        return
    if not os.access(entry.path, os.W_OK | os.X_OK):
        os.chmod(entry.path, stat.S_IRWXU)
    for child in list(os.scandir(entry.path)):
        _remove_tree(child)
    os.rmdir(entry.path)


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """True for Windows' other kind of link to a folder, which `is_dir` takes for the folder itself."""
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT)
