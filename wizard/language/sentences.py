"""Facts to sentences: every problem, gate, doubt and error of the core has one here, in every language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wizard.language.catalogs import _
from wizard.language.formats import size
from wizard.language.names import show_name
from wizard.long_work import Stopped
from wizard.own_files import NotOurs
from wizard.problems import (
    AnotherSession,
    CannotFetch,
    CannotOpen,
    DamagedRecord,
    DriveFull,
    DriveGone,
    FolderMissing,
    FolderNotEmpty,
    Gate,
    KitError,
    MayNotMove,
    MayNotTrash,
    NoLocks,
    NoPermission,
    NoPhotos,
    NotABackup,
    NotAFolder,
    NotAnEntry,
    NotAPythonForWindows,
    NotAReviewFolder,
    NotATrustedZip,
    NotEnoughRoom,
    NotInstalled,
    NotWritable,
    OneInsideTheOther,
    OnlyRawFiles,
    PhotosMoved,
    ProblemKind,
    SkipReason,
    TrashDoubt,
    Unexpected,
)
from wizard.safekeeping.drives import Separation

Sentence = Callable[[], str]

PROBLEMS: Mapping[ProblemKind, Sentence] = {
    ProblemKind.EMPTY: lambda: _("The file is empty."),
    ProblemKind.TRUNCATED: lambda: _("The file stops too early. A part of it is missing."),
    ProblemKind.DAMAGED: lambda: _("The file is damaged."),
    ProblemKind.NOT_A_PICTURE: lambda: _("Its name says photo, but no photo is in it."),
    ProblemKind.UNKNOWN_RAW: lambda: _("A RAW file of a kind that is not known here."),
    ProblemKind.TOO_LARGE: lambda: _("The picture is too large to open safely."),
    ProblemKind.TOO_SLOW: lambda: _("It took too long to open."),
    ProblemKind.NO_PERMISSION: lambda: _("This computer does not let us open it."),
    ProblemKind.GONE: lambda: _("It was there a moment ago and is gone now."),
    ProblemKind.BACK_BUT_CHANGED: lambda: _("It is back, but it was changed meanwhile."),
    ProblemKind.CHANGED: lambda: _("It changed since we looked at it."),
    ProblemKind.TOO_DEEP: lambda: _("Too many folders lie inside each other here."),
    ProblemKind.READ_ERROR: lambda: _("The drive could not read it."),
    ProblemKind.WRITE_ERROR: lambda: _("The drive could not write it."),
    ProblemKind.TOO_BIG_FOR_DRIVE: lambda: _("It is too big for the way this drive is set up."),
    ProblemKind.NOT_EQUAL: lambda: _("The copy is not the same as the original."),
    ProblemKind.MISSING_FROM_BACKUP: lambda: _("The backup has no checked copy of it."),
    ProblemKind.NAME_TAKEN: lambda: _("Another file with this name is in its place."),
    ProblemKind.OTHER_DRIVE: lambda: _("It is on another drive than the review folder."),
    ProblemKind.LINK_ON_THE_WAY: lambda: _("A folder on the way is now a link to another place."),
    ProblemKind.NOT_FOUND: lambda: _("It is not there."),
    ProblemKind.IN_TRASH: lambda: _("It is in the computer's trash. Restore it there first."),
    ProblemKind.TRASH_EMPTIED: lambda: _(
        "It was sent to the computer's trash and is not there any more. Look in your backup."
    ),
}

SKIPPED: Mapping[SkipReason, Sentence] = {
    SkipReason.PHOTO_LIBRARY: lambda: _("belongs to a photo program"),
    SkipReason.TRASH_FOLDER: lambda: _("is a trash folder"),
    SkipReason.CLOUD_PLACEHOLDER: lambda: _("is in the cloud, not on this computer"),
    SkipReason.LINK: lambda: _("is a link to another place"),
    SkipReason.SPECIAL_FILE: lambda: _("is not an ordinary file"),
    SkipReason.OTHER_DRIVE: lambda: _("is on another drive"),
    SkipReason.OUR_OWN: lambda: _("was made by this program"),
    SkipReason.SECOND_NAME: lambda: _("is a second name of the same file"),
}

GATES: Mapping[Gate, Sentence] = {
    Gate.NO_CHECKED_COPY: lambda: _("First make a backup. Without a checked copy no photo moves."),
    Gate.SAME_DRIVE_NOT_ACKNOWLEDGED: lambda: _(
        "The backup may be on the same drive as the photos. Go to step 3 and say that you understand."
    ),
    Gate.LAST_OF_GROUP: lambda: _("This is the last photo of the group. One always stays."),
    Gate.NOT_SEEN_BESIDE_ONE_THAT_STAYS: lambda: _(
        "Look at this photo first, beside the one that stays. Then decide."
    ),
    Gate.LOOK_ONLY: lambda: _("Nothing can be moved in this folder. You can look."),
}

TRASH_DOUBTS: Mapping[TrashDoubt, Sentence] = {
    TrashDoubt.SHARED_COMPUTER: lambda: _(
        "On a library or shared computer, photos do not go to the trash."
    ),
    TrashDoubt.PRACTICE: lambda: _("Practice photos do not go to the computer's trash."),
    TrashDoubt.ADMINISTRATOR: lambda: _(
        "This program was started as administrator. "
        "The photos would go to the administrator's trash, not to yours."
    ),
    TrashDoubt.NOTHING_HERE: lambda: _("Nothing is set aside."),
    TrashDoubt.NOT_HERE: lambda: _("It is not there."),
    TrashDoubt.TOO_SOON: lambda: _("What was set aside today can go to the trash on a later day."),
    TrashDoubt.CLOCK: lambda: _(
        "The date on this computer does not seem right, so we cannot tell if a day has passed."
    ),
    TrashDoubt.NO_BACKUP: lambda: _(
        "The backup with the checked copy is not here. Plug in its drive first."
    ),
    TrashDoubt.COPY_NOT_EQUAL: lambda: _("The copy in the backup is not what it was."),
    TrashDoubt.NONE_STAYS: lambda: _("The photo that stays is not in its place, or was changed."),
    TrashDoubt.CHANGED: lambda: _("It changed since we looked at it."),
    TrashDoubt.NETWORK_DRIVE: lambda: _(
        "The review folder is on a network drive, or on a drive that we do not know. "
        "We cannot trust its trash."
    ),
    TrashDoubt.NO_TRASH: lambda: _("This drive has no trash that we can trust."),
    TrashDoubt.NO_ROOM: lambda: _("The trash of this drive has too little room."),
    TrashDoubt.TEST_NOT_SEEN: lambda: _(
        "We sent a small test file to the trash and did not find it there. So no photo was sent."
    ),
    TrashDoubt.REFUSED: lambda: _(
        "The trash did not take a file, so we stopped. The file is still in the review folder."
    ),
    TrashDoubt.LOST_SIGHT: lambda: _(
        "We sent a file and did not find it in the trash, so we stopped. "
        "Your backup has a checked copy of it."
    ),
}

SEPARATIONS: Mapping[Separation, Sentence] = {
    Separation.ANOTHER: lambda: _("another physical drive"),
    Separation.SAME: lambda: _("the same drive as your photos"),
    Separation.UNKNOWN: lambda: _("we cannot tell if it is another drive"),
}

ERRORS: Mapping[type[KitError], Sentence] = {
    FolderMissing: lambda: _("There is no folder “{name}”."),
    NotAFolder: lambda: _("“{name}” is a file, not a folder."),
    NoPermission: lambda: _("This computer does not let us open the folder “{name}”."),
    NotWritable: lambda: _("Nothing can be written in “{name}”."),
    NoPhotos: lambda: _("There are no photos in “{name}” that we can compare."),
    OnlyRawFiles: lambda: _(
        "“{name}” holds only RAW photos. The part that opens them is not installed."
    ),
    DriveGone: lambda: _(
        "The drive with “{name}” does not answer. Plug it in again. Nothing is lost."
    ),
    DriveFull: lambda: _("The drive with “{name}” is full. What was copied so far stays there."),
    NotABackup: lambda: _("“{name}” is not a backup made by this program."),
    NotAReviewFolder: lambda: _("“{name}” is not a review folder made by this program."),
    PhotosMoved: lambda: _(
        "The photo folder “{name}” is not where it was. Move it back to its place first."
    ),
    FolderNotEmpty: lambda: _(
        "“{name}” holds other files already. Choose an empty or a new folder."
    ),
    OneInsideTheOther: lambda: _("The backup “{name}” and the photos must be in separate folders."),
    AnotherSession: lambda: _(
        "Another window is working in “{name}”. Close it first, then try again."
    ),
    NoLocks: lambda: _(
        "The drive with “{name}” cannot keep two windows from working at once, so nothing is "
        "written there. Choose another drive."
    ),
    CannotOpen: lambda: _(
        "No window opened on this computer. Until you leave the program, look here: {name}"
    ),
    NotATrustedZip: lambda: _(
        "“{name}” is no zip file that we can trust: it is damaged, too large, or would write "
        "outside its folder."
    ),
    NotAPythonForWindows: lambda: _(
        "“{name}” is not the embeddable Python for 64-bit Windows, version 3.11 to 3.14."
    ),
    NotAnEntry: lambda: _("“{name}” is no entry of a workshop's summary. It was not counted."),
    DamagedRecord: lambda: _(
        "The record “{name}” is damaged, so nothing was changed. Your photos are where they were."
    ),
    NotOurs: lambda: _("“{name}” was not made by this program, so it stays."),
    Stopped: lambda: _("Stopped. What was done so far is kept, and you can go on later."),
    NotInstalled: lambda: _(
        "To make a kit the program must be installed first. The README says how."
    ),
}
"""{name} is the file or the folder that it is about."""


def sentence_for(error: KitError) -> str:
    """What a person is told about an error."""
    if isinstance(error, NotEnoughRoom):
        # Translators: {missing}, {needed} and {free} are sizes such as 2.4 GB
        return _(
            "This drive is too small by {missing}. The backup needs {needed}; {free} are free. "
            "Choose another drive or a smaller folder."
        ).format(
            missing=size(error.needed - error.free),
            needed=size(error.needed),
            free=size(error.free),
        )
    if isinstance(error, MayNotMove):
        return GATES[error.gate]()
    if isinstance(error, MayNotTrash):
        return TRASH_DOUBTS[error.doubt]()
    if isinstance(error, CannotFetch):
        # Translators: {tag} such as win32-amd64-py3.13, {what} pip's own words, in English
        text = _(
            "The libraries for {tag} could not be fetched, so they are not in the kit. ({what})"
        )
        return text.format(tag=error.tag, what=show_name(error.what))
    if isinstance(error, Unexpected):
        # Translators: {what} is the computer's own words, in English
        text = _("Something went wrong that we did not expect. No photo was deleted. ({what})")
        return text.format(what=show_name(error.what))
    return ERRORS[type(error)]().format(name=show_name(str(getattr(error, "path", ""))))


def administrator_warning() -> str:
    """Why it is unwise to run this as root or administrator; the program goes on all the same."""
    return _(
        "This program was started as administrator. It does not need that, and a mistake "
        "could reach everybody's files. Next time, start it as yourself."
    )
