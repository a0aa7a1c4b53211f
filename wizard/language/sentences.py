"""Facts to sentences: every problem, reason, gate and error of the core has one here, in every language."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from wizard.language.catalogs import _
from wizard.language.formats import size
from wizard.language.names import show_name
from wizard.likeness.relations import Reason, Relation
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

# Translators: at most 54 cells each; the end says what most people do, as advice, never as an order
RELATIONS: Mapping[Relation, Sentence] = {
    Relation.IDENTICAL_FILE: lambda: _("Exact copies: the same file. Most people keep one."),
    Relation.SAME_PICTURE: lambda: _("The same picture. Most people keep the larger one."),
    Relation.EDITED_COPY: lambda: _("One looks like a changed copy. Most keep the original."),
    Relation.BRACKETED_EXPOSURE: lambda: _(
        "One scene, more and less light. Most people keep both."
    ),
    Relation.BURST: lambda: _("Two shots, moments apart. Most people keep both."),
    Relation.RESCAN: lambda: _("It looks like one print, scanned twice. Most keep one."),
    Relation.DOCUMENT_PAGES: lambda: _("The pages say different things. Most keep them all."),
    Relation.LOOK_ALIKE: lambda: _("We cannot tell why. Most people keep both."),
}

REASONS: Mapping[Reason, Sentence] = {
    Reason.SAME_BYTES: lambda: _("same file"),
    Reason.SAME_SECOND: lambda: _("less than a second apart"),
    Reason.SECONDS_APART: lambda: _("seconds apart by the camera's clock"),
    Reason.NAMED_BURST: lambda: _("one burst, says the camera"),
    Reason.BURST_NAMES: lambda: _("their names say: one burst"),
    Reason.TURNED: lambda: _("one is turned"),
    Reason.MIRRORED: lambda: _("left and right change places"),
    Reason.BRIGHTER: lambda: _("the one on the right is brighter"),
    Reason.DARKER: lambda: _("the one on the right is darker"),
    Reason.NO_COLOUR: lambda: _("the one on the right is black and white"),
    Reason.OTHER_COLOURS: lambda: _("the colors differ"),
    Reason.OTHER_SHAPE: lambda: _("one is longer or wider"),
    Reason.CROPPED: lambda: _("one shows only a part of the other"),
    Reason.FRAMED: lambda: _("one has a border around it"),
    Reason.SCANNED: lambda: _("one was scanned from paper"),
    Reason.PARTLY_CHANGED: lambda: _("a part was changed"),
    Reason.SOMETHING_MOVED: lambda: _("something may have moved"),
    Reason.PAPER: lambda: _("bright paper with writing"),
    Reason.SMALLER: lambda: _("fewer pixels on the right"),
    Reason.LARGER: lambda: _("more pixels on the right"),
    Reason.OTHER_FORMAT: lambda: _("another kind of file"),
    Reason.OTHER_TIME: lambda: _("taken at another moment"),
    Reason.SAME_TIME: lambda: _("taken in the same second"),
    Reason.OTHER_CAMERA: lambda: _("another camera"),
    Reason.NO_CAMERA_DATA: lambda: _("no date and no camera on the right"),
    Reason.COARSER: lambda: _("less quality on the right"),
    Reason.FINER: lambda: _("more quality on the right"),
    Reason.NO_PLACE: lambda: _("no place on the map on the right"),
    Reason.OTHER_BYTES: lambda: _("the files are not the same inside"),
}

ERRORS: Mapping[type[KitError], Callable[[str], str]] = {
    FolderMissing: lambda name: _("There is no folder “{name}”.").format(name=name),
    NotAFolder: lambda name: _("“{name}” is a file, not a folder.").format(name=name),
    NoPermission: lambda name: _("This computer does not let us open the folder “{name}”.").format(
        name=name
    ),
    NotWritable: lambda name: _("Nothing can be written in “{name}”.").format(name=name),
    NoPhotos: lambda name: _("There are no photos in “{name}” that we can compare.").format(
        name=name
    ),
    DriveGone: lambda name: _(
        "The drive with “{name}” does not answer. Plug it in again. Nothing is lost."
    ).format(name=name),
    DriveFull: lambda name: _(
        "The drive with “{name}” is full. What was copied so far stays there."
    ).format(name=name),
    NotABackup: lambda name: _("“{name}” is not a backup made by this program.").format(name=name),
    NotAReviewFolder: lambda name: _(
        "“{name}” is not a review folder made by this program."
    ).format(name=name),
    PhotosMoved: lambda name: _(
        "The photo folder “{name}” is not where it was. Move it back to its place first."
    ).format(name=name),
    FolderNotEmpty: lambda name: _(
        "“{name}” holds other files already. Choose an empty or a new folder."
    ).format(name=name),
    OneInsideTheOther: lambda name: _(
        "The backup “{name}” and the photos must be in separate folders."
    ).format(name=name),
    AnotherSession: lambda name: _(
        "Another window is working in “{name}”. Close it first, then try again."
    ).format(name=name),
    NoLocks: lambda name: _(
        "The drive with “{name}” cannot keep two windows from working at once, so nothing is "
        "written there. Choose another drive."
    ).format(name=name),
    CannotOpen: lambda name: _(
        "No window opened on this computer. Until you leave the program, look here: {name}"
    ).format(name=name),
    NotATrustedZip: lambda name: _(
        "“{name}” is no zip file that we can trust: it is damaged, too large, or would write "
        "outside its folder."
    ).format(name=name),
    NotAPythonForWindows: lambda name: _(
        "“{name}” is not the embeddable Python for 64-bit Windows, version 3.11 to 3.14."
    ).format(name=name),
    NotAnEntry: lambda name: _(
        "“{name}” is no entry of a workshop's summary. It was not counted."
    ).format(name=name),
    DamagedRecord: lambda name: _(
        "The record “{name}” is damaged, so nothing was changed. Your photos are where they were."
    ).format(name=name),
    NotOurs: lambda name: _("“{name}” was not made by this program, so it stays.").format(
        name=name
    ),
}


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
    if isinstance(error, Stopped):
        return _("Stopped. What was done so far is kept, and you can go on later.")
    if isinstance(error, NotInstalled):
        return _("To make a kit the program must be installed first. The README says how.")
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
    path = getattr(error, "path", "")
    return ERRORS[type(error)](show_name(str(path)))


def administrator_warning() -> str:
    """Why it is unwise to run this as root or administrator; the program goes on all the same."""
    return _(
        "This program was started as administrator. It does not need that, and a mistake "
        "could reach everybody's files. Next time, start it as yourself."
    )
