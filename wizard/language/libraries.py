"""What a folder holds, in words: photos, other files, what is left alone and why."""

from __future__ import annotations

from collections import Counter

from wizard.language.catalogs import _, ngettext
from wizard.language.formats import files, number, photos, size
from wizard.language.names import Naming, shorten, show_name
from wizard.language.sentences import SKIPPED
from wizard.photos.library import Library
from wizard.problems import SkipReason
from wizard.safekeeping.drives import cloud_service

SKIPPED_SHOWN = 6
"""Lines of what is left alone; a library has few packages, and the rest is counted by reason."""


def summary(library: Library, look_only: bool, naming: Naming = shorten) -> list[str]:
    """One line each; with `look_only` it says that nothing can be moved."""
    pictures = library.pictures
    others = len(library.files) - len(pictures)
    picture_bytes = sum(file.bytes for file in pictures)
    lines = [
        naming(str(library.folder), 74),
        "",
        f"{photos(len(pictures))}, {size(picture_bytes)}",
    ]
    if others:
        # Translators: videos, documents and so on that lie beside the photos
        text = ngettext("{n} other file, {size}", "{n} other files, {size}", others)
        lines.append(text.format(n=number(others), size=size(library.bytes - picture_bytes)))
    if library.skipped:
        lines += ["", _("Left alone:"), *_left_alone(library, naming)]
    if library.problems:
        text = ngettext(
            "{n} folder or file cannot be opened.",
            "{n} folders or files cannot be opened.",
            len(library.problems),
        )
        lines += ["", text.format(n=number(len(library.problems)))]
    service = cloud_service(library.folder)
    if service is not None:
        # Translators: {service} is the name of a folder such as OneDrive or Dropbox
        text = _(
            "{service} keeps this folder the same on all your devices: what moves here, moves there."
        )
        lines += ["", text.format(service=show_name(service))]
    if look_only:
        lines += ["", _("Nothing can be written in this folder, so you can look but not move.")]
    return lines


def _left_alone(library: Library, naming: Naming) -> list[str]:
    """What is skipped, the packages by name and the rest counted by reason."""
    lines = []
    counted: Counter[SkipReason] = Counter()
    for skipped in library.skipped:
        if skipped.reason is SkipReason.PHOTO_LIBRARY:
            # Translators: {name} of a photo library, {files} such as 12 files, {size} such as 2.4 GB
            text = _("  {name} ({files}, {size}): {reason}")
            lines.append(
                text.format(
                    name=naming(skipped.path, 30),
                    files=files(skipped.files),
                    size=size(skipped.bytes),
                    reason=SKIPPED[skipped.reason](),
                )
            )
        else:
            counted[skipped.reason] += 1
    for reason, count in counted.items():
        # Translators: {n} things were left alone because each {reason}, such as "is a link"
        text = _("  {n}: {reason}")
        lines.append(text.format(n=number(count), reason=SKIPPED[reason]()))
    return lines[:SKIPPED_SHOWN]
