"""What is said of the computer's trash: what went there, how it comes back, and what to do by hand instead."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from wizard.language.catalogs import _, ngettext
from wizard.language.formats import number
from wizard.language.names import shorten, show_name
from wizard.language.sentences import TRASH_DOUBTS
from wizard.problems import TrashDoubt
from wizard.safekeeping.review_record import Sent
from wizard.safekeeping.trash import SentResult


def how_to_restore() -> str:
    """How a person takes a photo out of the trash again."""
    return _(
        "To get one back: open the trash of this computer, choose the file, then “Restore”. "
        "It comes back to the review folder. From there you can put it back in its old place."
    )


def by_hand(review_folder: Path) -> str:
    """What remains where the program does not use the trash."""
    # Translators: {folder} is a folder's path
    text = _("You can tidy by hand: open the folder in your file manager. {folder}")
    return text.format(folder=shorten(str(review_folder), 66))


def name_in_trash(sent: Sent) -> str:
    """Under which name a photo is in the trash."""
    # Translators: {name} is a photo's path, {trash_name} its name in the trash
    text = _("{name}: sent to the trash as “{trash_name}”")
    return text.format(name=show_name(sent.item.path), trash_name=show_name(sent.name))


def sent_lines(result: SentResult) -> list[str]:
    """What is in the trash now, the test file beside it, and why the sending ended early."""
    count = len(result.sent)
    text = ngettext(
        "{n} file is in the computer's trash now.",
        "{n} files are in the computer's trash now.",
        count,
    )
    # Translators: {name} of a small text file
    test_file = _("A small test file is there too: “{name}”. You can leave it there.")
    lines = [text.format(n=number(count)), test_file.format(name=show_name(result.test_file))]
    if result.stopped_by is not None:
        lines.insert(0, TRASH_DOUBTS[result.stopped_by]())
    return lines


def staying_lines(staying: Iterable[tuple[object, TrashDoubt]]) -> list[str]:
    """How many files stay in the review folder, for each reason."""
    counts: dict[TrashDoubt, int] = {}
    for _item, doubt in staying:
        counts[doubt] = counts.get(doubt, 0) + 1
    lines = []
    for doubt, count in counts.items():
        # Translators: {reason} is a sentence
        text = ngettext(
            "{n} file stays in the review folder. {reason}",
            "{n} files stay in the review folder. {reason}",
            count,
        )
        lines.append(text.format(n=number(count), reason=TRASH_DOUBTS[doubt]()))
    return lines
