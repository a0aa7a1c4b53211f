"""The trash on Linux, as the freedesktop.org Trash specification 1.0 lays it out.

In the home folder, and at the top of any other drive. A file `NAME` in it is `files/NAME`, and
`info/NAME.trashinfo` says where it was.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import unquote

from wizard.plain_files import read_plain
from wizard.problems import TrashDoubt
from wizard.safekeeping import disk
from wizard.safekeeping.drives_linux import mount_of, mounted_inside

LOCAL = {
    *("ext2", "ext3", "ext4", "xfs", "btrfs", "f2fs", "jfs", "zfs", "bcachefs", "reiserfs"),
    *("tmpfs", "overlay", "ecryptfs", "vfat", "exfat", "ntfs", "ntfs3", "fuseblk", "hfsplus"),
}
"""Kinds of file system on drives of this computer. Any other may be a network's, or cannot be told."""
INFO_AT_MOST = 1 << 16
"""Bytes; a path has 4,096 at most, and a percent sign makes three of each."""


def doubt_about(folder: Path, size: int) -> TrashDoubt | None:
    """A drive of this computer, and nothing mounted inside the folder: then sending is a rename, never a copy."""
    mount = mount_of(folder)
    if mount is None or mount.kind not in LOCAL:
        return TrashDoubt.NETWORK_DRIVE
    return TrashDoubt.NO_TRASH if mounted_inside(folder) else None


def find(path: Path) -> Path | None:
    """In one of the trash folders that are open for this path."""
    for trash in _trash_folders(path.parent):
        found = trash / "files" / path.name
        if _is_there(found, stat.S_ISREG) and _can_be_restored(trash, path.name):
            return found
    return None


def make_lasting(found: Path) -> None:
    """The file's new name and the note that says where it was."""
    trash = found.parent.parent
    with _info(trash, found.name).open("rb") as info:
        disk.flush(info)
    disk.flush_folder(trash / "info")
    disk.flush_folder(trash / "files")


def _trash_folders(folder: Path) -> Iterator[Path]:
    """The home trash, then those at the top of the folder's drive; a link in their place is not followed."""
    user = os.getuid()
    shares = os.environ.get("XDG_DATA_HOME") or os.path.expanduser("~/.local/share")
    top = Path(os.path.realpath(folder))
    while not os.path.ismount(top) and top != top.parent:
        top = top.parent
    for trash in (Path(shares, "Trash"), top / ".Trash" / str(user), top / f".Trash-{user}"):
        ours = (trash, trash / "files", trash / "info")
        if all(_is_there(each, stat.S_ISDIR) for each in ours):
            yield trash


def _can_be_restored(trash: Path, name: str) -> bool:
    """True when the note beside it names it: without one no file manager shows the file."""
    info = _info(trash, name)
    if not _is_there(info, stat.S_ISREG) or os.lstat(info).st_size > INFO_AT_MOST:
        return False
    for line in read_plain(info).decode("utf-8", "replace").splitlines():
        key, _, value = line.partition("=")
        if key == "Path":
            return unquote(value, errors="surrogateescape").rpartition("/")[2] == name
    return False


def _info(trash: Path, name: str) -> Path:
    return trash / "info" / f"{name}.trashinfo"


def _is_there(path: Path, kind: Callable[[int], bool]) -> bool:
    """As lstat sees it: what cannot be looked at is an error, never "not there"."""
    try:
        return kind(os.lstat(path).st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
