"""The receipt: what was backed up, checked and set aside, how to put it back, when to look again."""

from __future__ import annotations

from datetime import date, timedelta

from wizard.journey import Receipt
from wizard.language.catalogs import _, ngettext
from wizard.language.formats import day, number, photos, size
from wizard.language.kinds import kind_line
from wizard.language.names import show_name
from wizard.language.sentences import PROBLEMS, SEPARATIONS, SKIPPED
from wizard.language.trash import how_to_restore
from wizard.pages.frame import heading, page, paragraph, table
from wizard.pages.receipt_pictures import bars, receipt_style, set_aside_beside_kept
from wizard.problems import SkipReason
from wizard.safekeeping.backup import BackupResult
from wizard.safekeeping.drives import Separation
from wizard.safekeeping.review_record import Item

LOOK_AGAIN_AFTER = timedelta(days=30)
"""A month: long enough to miss a photo that was set aside by mistake."""


def receipt_text(receipt: Receipt) -> str:
    """The receipt as plain text, for the screen."""
    parts = [_heading(receipt)]
    parts += ["\n".join(_kinds(receipt))] if receipt.kinds else []
    parts += ["\n".join(lines) for lines in (_backup(receipt), _review(receipt)) if lines]
    parts.append("\n".join(_next(receipt)))
    parts += _practice(receipt)  # the screen's title says it first
    return "\n\n".join(parts)


def receipt_file(receipt: Receipt) -> str:
    """The receipt as a text file: with the name of everything that was set aside."""
    lines = [receipt_text(receipt)]
    if receipt.items:
        lines += ["", _("Set aside, and beside what you saw it:"), *map(_item_line, receipt.items)]
    return "\n".join(lines) + "\n"


def receipt_page(receipt: Receipt) -> str:
    """The receipt as a page to print: everything set aside or not copied, small pictures of what it was.

    Reads the pictures: up to three seconds for the fifty pairs that are shown at most.
    """
    body = "".join(paragraph(line, "practice") for line in _practice(receipt))
    body += paragraph(_heading(receipt))
    if receipt.kinds:
        body += heading(_("What your photos are")) + bars(receipt.kinds)
    body += heading(_("Backup")) + "".join(paragraph(line) for line in _backup(receipt))
    body += _not_copied(receipt)
    body += heading(_("Review folder")) + "".join(paragraph(line) for line in _review(receipt))
    if receipt.items:
        body += set_aside_beside_kept(receipt) + table(
            (_("Where it was"), _("Where it is now"), _("Size")),
            [
                (show_name(item.path), show_name(item.where), size(item.bytes))
                for item in receipt.items
            ],
        )
    body += heading(_("What next")) + "".join(paragraph(line) for line in _next(receipt))
    return page(_("Receipt: Before You Delete"), body, style=receipt_style())


def _heading(receipt: Receipt) -> str:
    # Translators: {folder} is a folder's path, {photos} such as 12 photos, {date} a date
    return _("{date}. Folder: {folder}, {photos}.").format(
        date=day(receipt.day),
        folder=show_name(str(receipt.photos)),
        photos=photos(receipt.pictures),
    )


def _practice(receipt: Receipt) -> list[str]:
    if receipt.prepared:
        text = _("The program did some of these steps, not a person.")
        return [_("PRACTICE PHOTOS, PREPARED") + "\n" + text]
    return [_("PRACTICE PHOTOS")] if receipt.practice else []


def _kinds(receipt: Receipt) -> list[str]:
    return [kind_line(kind, count) for kind, count in receipt.kinds]


def _item_line(item: Item) -> str:
    # Translators: {name} and {other} are names of files
    return _("{name} (beside {other}, which stays)").format(
        name=show_name(item.path), other=show_name(item.stays)
    )


def _backup(receipt: Receipt) -> list[str]:
    result = receipt.backup_result
    if receipt.backup is None or receipt.checked_at is None:
        return [_("No backup was made.")]
    lines = []
    if result is not None:
        missing = len(_missing(result))
        if missing:
            text = ngettext(
                "{n} thing is not in this backup.", "{n} things are not in this backup.", missing
            )
            lines.append(text.format(n=number(missing)))
        wanted = result.checked + len(result.problems)
        text = ngettext("{n} of {all} file checked.", "{n} of {all} files checked.", wanted)
        lines.append(text.format(n=number(result.checked), all=number(wanted)))
    # Translators: {place} is a folder's path
    lines.append(_("Backup: {place}").format(place=show_name(str(receipt.backup))))
    lines.append(_("Checked on {date}").format(date=day(receipt.checked_at)))
    separation = receipt.separation or Separation.UNKNOWN
    # Translators: {what} such as "another physical drive"
    lines.append(_("Drive of the backup: {what}.").format(what=SEPARATIONS[separation]()))
    return lines


def _not_copied(receipt: Receipt) -> str:
    rows = _missing(receipt.backup_result) if receipt.backup_result else []
    return table((_("Not in this backup"), _("Why")), rows) if rows else ""


def _missing(result: BackupResult) -> list[tuple[str, str]]:
    """What a person would look for in the backup and not find, and why."""
    rows = [
        (show_name(each.path), SKIPPED[each.reason]())
        for each in result.skipped
        if each.reason not in (SkipReason.OUR_OWN, SkipReason.TRASH_FOLDER)
    ]
    return rows + [(show_name(each.path), PROBLEMS[each.kind]()) for each in result.problems]


def _review(receipt: Receipt) -> list[str]:
    if receipt.review_folder is None or not (receipt.items or receipt.sent):
        return [_("Nothing is set aside. Every photo is where it was.")]
    lines = _set_aside(receipt) if receipt.items else []
    return [*lines, *_sent(receipt)]


def _sent(receipt: Receipt) -> list[str]:
    count = len(receipt.sent)
    if not count:
        return []
    text = ngettext(
        "{n} file was sent to the computer's trash.",
        "{n} files were sent to the computer's trash.",
        count,
    )
    return [text.format(n=number(count)), how_to_restore()]


def _set_aside(receipt: Receipt) -> list[str]:
    count = len(receipt.items)
    text = ngettext("{n} file is set aside, {size}.", "{n} files are set aside, {size}.", count)
    return [
        text.format(n=number(count), size=size(receipt.bytes_set_aside)),
        # Translators: {place} is a folder's path
        _("Review folder: {place}").format(place=show_name(str(receipt.review_folder))),
        _("Nothing was deleted."),
        _("To put photos back: open this program, choose the folder of your photos, press 0."),
        _("You can do it by hand too: list.csv in the folder says where each photo was."),
    ]


def _next(receipt: Receipt) -> list[str]:
    again = date.fromisoformat(receipt.day) + LOOK_AGAIN_AFTER
    lines = []
    if receipt.items:
        # Translators: {date} is about a month from today
        text = _("Leave the review folder alone until {date}. Do you miss a photo? Put it back.")
        lines.append(text.format(date=day(again.isoformat())))
    lines.append(_("Keep the backup drive in a safe place, away from the computer."))
    return lines
