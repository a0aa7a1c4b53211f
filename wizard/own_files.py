"""The only door that removes or replaces: files this program made, inside a folder it made and marked."""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import shutil
import stat
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from wizard.plain_files import read_plain_json
from wizard.problems import FolderNotEmpty, PathError

MARK = ".made-by-before-you-delete"


class NotOurs(PathError):
    """Asked to remove something that this program did not make."""


@dataclass(frozen=True)
class OwnFolder:
    """A folder of ours. Its mark holds a random token and a digest of it with the folder's own path,
    so that a copied mark, or a copied folder, opens nothing, and a stick tells no user's name."""

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
            json.dump({"token": token, "place": _place(path, token)}, file)
            file.flush()
            os.fsync(file.fileno())
        os.replace(begun, mark)
        return cls(path, token)

    @classmethod
    def temporary(cls, prefix: str, parent: Path | None = None) -> OwnFolder:
        """A new folder in `parent`, else in the system's temporary folder."""
        return cls.at(Path(tempfile.mkdtemp(prefix=prefix, dir=parent)))

    @classmethod
    def marked(cls, path: Path) -> OwnFolder:
        """The folder at `path` if this program made and marked it, as this user. Raises FolderNotEmpty."""
        try:
            _check_true_and_mine(path)
            mark = read_plain_json(path / MARK)
            token = str(mark["token"])
            ours = mark["place"] == _place(path, token)
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise FolderNotEmpty(path) from error
        if not ours:
            raise FolderNotEmpty(path)
        return cls(path, token)

    def write(self, name: str, text: str) -> None:
        """Replaces a small file of ours at one stroke: after a power cut it is the old or the new one."""
        self.write_bytes(name, text.encode("utf-8"))

    def write_bytes(self, name: str, contents: bytes) -> None:
        """The same for a picture, or any other file."""
        target = self._inside(self.path / name)
        fresh = target.with_name(f"{target.name}.{secrets.token_hex(4)}.new")
        with fresh.open("xb") as file:
            file.write(contents)
            file.flush()
            os.fsync(file.fileno())
        os.replace(fresh, target)

    def write_once(self, name: str, contents: bytes | Iterable[bytes]) -> Path:
        """A new file of ours that no other program is to write in; returns its path. Raises OSError.

        `contents` may come piece by piece, so that they are never whole in memory.
        """
        target = self._inside(self.path / name)
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with open(os.open(target, flags, 0o400), "wb") as file:
            file.writelines([contents] if isinstance(contents, bytes) else contents)
        return target

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

    def clear_files(self) -> None:
        """Removes the files directly in the folder, and nothing below it."""
        self._check()
        for entry in list(os.scandir(self.path)):
            if entry.name != MARK and entry.is_file(follow_symlinks=False):
                os.unlink(entry.path)

    def remove_empty(self) -> None:
        """Removes the folder once its files are gone; anything else in it keeps it. Raises OSError."""
        self.clear_files()
        if {entry.name for entry in os.scandir(self.path)} == {MARK}:
            os.unlink(self.path / MARK)
            os.rmdir(self.path)

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


def _place(path: Path, token: str) -> str:
    return hashlib.sha256(token.encode() + os.fsencode(os.path.realpath(path))).hexdigest()


def _check_true_and_mine(path: Path) -> None:
    """Raises ValueError for a link, and for a folder that another user of this computer made."""
    status = os.lstat(path)
    if not stat.S_ISDIR(status.st_mode):
        raise ValueError(path)
    if hasattr(os, "getuid") and status.st_uid != os.getuid():
        raise ValueError(path)


def _remove_tree(entry: os.DirEntry[str]) -> None:
    if not entry.is_dir(follow_symlinks=False) or _is_junction(entry):
        if os.name == "nt" and not entry.is_symlink():
            os.chmod(entry.path, stat.S_IWRITE)  # Windows keeps what nobody may write in
        os.unlink(entry.path)
    else:
        shutil.rmtree(
            entry.path
        )  # goes down by descriptors: a folder swapped for a link is not followed


def _is_junction(entry: os.DirEntry[str]) -> bool:
    """True for Windows' other kind of link to a folder, which `is_dir` takes for the folder itself."""
    attributes = getattr(entry.stat(follow_symlinks=False), "st_file_attributes", 0)
    return bool(attributes & stat.FILE_ATTRIBUTE_REPARSE_POINT)
