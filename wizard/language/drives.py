"""What is said of a drive: its name and size, what it is to the photos, and the risk of the same one."""

from __future__ import annotations

from wizard.language.catalogs import _
from wizard.language.formats import size
from wizard.language.names import show_name
from wizard.language.sentences import SEPARATIONS
from wizard.safekeeping.drives import Drive, Separation


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
