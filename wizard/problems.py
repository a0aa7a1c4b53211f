"""The typed errors and problem kinds that rooms hand each other. Facts only: sentences are made in `language`."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class ProblemKind(StrEnum):
    """Why one file could not be read, copied or moved. The work goes on without it."""

    EMPTY = "empty"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    NOT_A_PICTURE = "not_a_picture"
    UNKNOWN_RAW = "unknown_raw"
    TOO_LARGE = "too_large"
    TOO_SLOW = "too_slow"
    NO_PERMISSION = "no_permission"
    GONE = "gone"
    CHANGED = "changed"
    TOO_DEEP = "too_deep"
    """So many folders inside each other that the system takes no path of that length."""
    READ_ERROR = "read_error"
    WRITE_ERROR = "write_error"
    TOO_BIG_FOR_DRIVE = "too_big_for_drive"
    NOT_EQUAL = "not_equal"
    MISSING_FROM_BACKUP = "missing_from_backup"
    NAME_TAKEN = "name_taken"
    OTHER_DRIVE = "other_drive"
    NOT_FOUND = "not_found"
    LINK_ON_THE_WAY = "link_on_the_way"
    BACK_BUT_CHANGED = "back_but_changed"
    """Moved back all the same: nothing else holds what it is now."""
    IN_TRASH = "in_trash"
    """In the computer's trash, from where a person can restore it."""
    TRASH_EMPTIED = "trash_emptied"
    """It was sent to the computer's trash and is not there any more."""


class TrashDoubt(StrEnum):
    """Why something does not go to the computer's trash. Whoever is not sure keeps it in the review folder."""

    SHARED_COMPUTER = "shared_computer"
    PRACTICE = "practice"
    ADMINISTRATOR = "administrator"
    NOTHING_HERE = "nothing_here"
    NOT_HERE = "not_here"
    TOO_SOON = "too_soon"
    CLOCK = "clock"
    NO_BACKUP = "no_backup"
    COPY_NOT_EQUAL = "copy_not_equal"
    NONE_STAYS = "none_stays"
    CHANGED = "changed"
    NETWORK_DRIVE = "network_drive"
    NO_TRASH = "no_trash"
    NO_ROOM = "no_room"
    TEST_NOT_SEEN = "test_not_seen"
    REFUSED = "refused"
    LOST_SIGHT = "lost_sight"


class SkipReason(StrEnum):
    """Why something in the folder is left alone: neither compared nor moved."""

    PHOTO_LIBRARY = "photo_library"
    TRASH_FOLDER = "trash_folder"
    CLOUD_PLACEHOLDER = "cloud_placeholder"
    LINK = "link"
    SPECIAL_FILE = "special_file"
    OTHER_DRIVE = "other_drive"
    OUR_OWN = "our_own"
    SECOND_NAME = "second_name"


@dataclass(frozen=True)
class Problem:
    """One file that could not be worked on, and why. `path` is relative to the folder chosen."""

    path: str
    kind: ProblemKind


@dataclass(frozen=True)
class Skipped:
    """One thing left alone. For a package, `files` and `bytes` count what is inside it."""

    path: str
    reason: SkipReason
    files: int = 1
    bytes: int = 0


class KitError(Exception):
    """The base of every error that a person is told about in a sentence of their language."""


@dataclass(eq=False)
class PathError(KitError):
    """An error about one file or folder."""

    path: Path


class FolderMissing(PathError):
    """There is nothing at this path."""


class NotAFolder(PathError):
    """A file stands where a folder was expected."""


class NoPermission(PathError):
    """The system does not let us read or enter this folder."""


class NotWritable(PathError):
    """The system does not let us create anything in this folder."""


@dataclass(eq=False)
class NoPhotos(PathError):
    """The folder holds no picture that could be compared."""

    kept_elsewhere: bool = False
    """It does hold photo-library packages or cloud placeholders: the originals must be fetched first."""


class OnlyRawFiles(NoPhotos):
    """The folder holds RAW files alone, and what reads them is not installed."""


class DriveGone(PathError):
    """The drive stopped answering: unplugged, or broken."""


class DriveFull(PathError):
    """The drive has no room left."""


class NotABackup(PathError):
    """The folder is not a backup made by this program."""


class NotAReviewFolder(PathError):
    """The folder is not a review folder made by this program."""


class PhotosMoved(PathError):
    """The photo folder of a review folder is not where it was, so nothing can go back to its place."""


class FolderNotEmpty(PathError):
    """The folder chosen for something new holds other things already."""


class OneInsideTheOther(PathError):
    """The backup would lie inside the photos, or the photos inside the backup."""


class AnotherSession(PathError):
    """Another window works on this folder at this moment."""


class NoLocks(PathError):
    """The drive knows no locks, so nothing would keep two windows from working on this folder."""


class NotAnEntry(PathError):
    """The file holds something else than the few words of a workshop's entry."""


class NotATrustedZip(PathError):
    """A zip file that is damaged, too large, or would unpack outside its folder."""


class NotAPythonForWindows(PathError):
    """The file is not the embeddable Python for 64-bit Windows, of a version that the program runs on."""


class DamagedRecord(PathError):
    """A record of ours does not add up and cannot be trusted."""


class CannotOpen(PathError):
    """No program of this computer shows this page or picture in a window of its own."""


class NotInstalled(KitError):
    """The program runs from its source folder, so it is not known here what it needs."""


@dataclass(eq=False)
class CannotFetch(KitError):
    """The libraries for the computers of this `tag` could not be had; `what` are pip's own words."""

    tag: str
    what: str


@dataclass(eq=False)
class Unexpected(KitError):
    """Something that nobody thought of; `what` is the system's own wording."""

    what: str = ""


def expected(error: Exception) -> KitError:
    """The error as people are told about it: typed as it is, or as Unexpected."""
    return error if isinstance(error, KitError) else Unexpected(f"{type(error).__name__}: {error}")


@dataclass(eq=False)
class NotEnoughRoom(KitError):
    """The drive is too small: `needed` and `free` in bytes."""

    needed: int
    free: int


class MayNotMove(KitError):
    """A gate of the way is shut: the move asked for is not allowed now."""

    def __init__(self, gate: Gate) -> None:
        super().__init__(gate)
        self.gate = gate


class MayNotTrash(KitError):
    """Nothing goes to the computer's trash now."""

    def __init__(self, doubt: TrashDoubt) -> None:
        super().__init__(doubt)
        self.doubt = doubt


class Gate(StrEnum):
    """What must be true before a photo may be set aside (SAFETY: invariants 4 and 5)."""

    NO_CHECKED_COPY = "no_checked_copy"
    SAME_DRIVE_NOT_ACKNOWLEDGED = "same_drive_not_acknowledged"
    LAST_OF_GROUP = "last_of_group"
    NOT_SEEN_BESIDE_ONE_THAT_STAYS = "not_seen_beside_one_that_stays"
    LOOK_ONLY = "look_only"
