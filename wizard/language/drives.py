"""What is said of a drive: its name and size, what it is to the photos, and the risk of the same one."""

from __future__ import annotations

from collections.abc import Sequence

from wizard.language.catalogs import _
from wizard.language.formats import size
from wizard.language.names import show_name
from wizard.language.sentences import SEPARATIONS
from wizard.photos.library import Library
from wizard.safekeeping.drives import Drive, Separation

HAVE_A_COPY, OTHER_FOLDER, LOOK_AGAIN, WITHOUT = 6, 7, 8, 9
"""These numbers always mean the same; 1 to 5 are drives."""


def drive_lines(drive: Drive, plugged_in_just_now: bool) -> str:
    """Two lines: the drive by label and size, and what it is to the photos."""
    # Translators: {label} is the drive's own name; {size} and {free} such as 64.0 GB
    first = _("“{label}”, {size}, {free} free").format(
        label=show_name(drive.label), size=size(drive.total), free=size(drive.free)
    )
    second = SEPARATIONS[drive.separation]()
    if drive.pretend:
        second = _("practice drive: {what}").format(what=second)
    if plugged_in_just_now:
        second = _("plugged in just now, {what}").format(what=second)
    return f"{first}\n{second}"


def before_drives(library: Library | None, drives: Sequence[Drive]) -> str:
    """How much room the backup needs, and what to do where no other drive is seen."""
    # Translators: {size} such as 2.4 GB
    line = _("Your backup needs {size}.").format(size=size(library.bytes) if library else "")
    if any(drive.separation is Separation.ANOTHER for drive in drives):
        return line
    look = _("We see no other drive. Plug in a USB stick or an external drive, then choose 8.")
    return f"{line}\n\n{look}"


def other_ways() -> list[tuple[int, str]]:
    """What can be chosen beside a drive, with the number of each."""
    return [
        (HAVE_A_COPY, _("I already have a copy of these photos")),
        (OTHER_FOLDER, _("Another place for the backup")),
        (LOOK_AGAIN, _("I have just plugged in a drive. Look again.")),
        (WITHOUT, _("Go on without a backup: look only, nothing can be moved")),
    ]


def risk(separation: Separation) -> str:
    """What a learner must know before a backup on the same or an unknown drive."""
    if separation is Separation.SAME:
        return _(
            "This is the same drive that your photos are on. If it breaks or is stolen, "
            "the photos and the backup are both gone.\n\n"
            "A backup here protects you from mistakes made today. It does not protect you "
            "from a broken drive. The receipt will say so."
        )
    return _(
        "We cannot tell whether this is another drive. To find out, choose 3 and unplug it: "
        "if your photos are still there, it is another drive.\n\n"
        "You may make the backup here all the same. The receipt will say that we do not know."
    )
