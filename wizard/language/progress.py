"""How far long work is, in words."""

from __future__ import annotations

from wizard.language.catalogs import _, ngettext
from wizard.language.formats import duration, number, size
from wizard.long_work import Progress


def words_of(progress: Progress, seconds_left: float | None) -> str:
    """How far: files, bytes and, once it can be believed, the time left."""
    files = ngettext("{n} of {all} file", "{n} of {all} files", progress.of_files).format(
        n=number(progress.files), all=number(progress.of_files)
    )
    words = [files]
    if progress.of_bytes:
        # Translators: {done} and {all} are sizes such as 2.4 GB
        text = _("{done} of {all}")
        words.append(text.format(done=size(progress.bytes), all=size(progress.of_bytes)))
    if seconds_left is not None and progress.share < 1:
        # Translators: {time} is a span such as 5 minutes
        words.append(_("about {time} left").format(time=duration(seconds_left)))
    return ", ".join(words)
