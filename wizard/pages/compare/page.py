"""The compare page as text: everything a person wrote or named is escaped, everything said is in their language."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Sequence
from html import escape
from pathlib import Path
from string import Template

from wizard.language.areas import differs_line, place
from wizard.language.catalogs import _, pgettext
from wizard.language.formats import number
from wizard.language.names import show_name
from wizard.language.photos import date_line, has_the_most_pixels, size_line
from wizard.language.sentences import PROBLEMS
from wizard.likeness.groups import Photo
from wizard.pages.compare.pairs import Pairing
from wizard.pages.compare.pictures import PagePicture, as_jpeg
from wizard.pages.frame import page, paragraph


def compare_page(
    pictures: Sequence[PagePicture],
    pairings: Sequence[Pairing],
    *,
    group: int,
    groups: int,
    of_photos: int,
    practice: bool,
) -> str:
    """The page for one group. `pairings[0]` is shown first; `of_photos` are in the group."""
    # No file name in the title: a browser keeps titles in its history.
    # Translators: the title of the compare page. {n} and {all} count groups
    title = _("Compare photos, group {n} of {all}").format(n=number(group), all=number(groups))
    body = paragraph(_("PRACTICE PHOTOS"), "practice") if practice else ""
    body += paragraph(
        _("This page only shows the photos. To decide, go back to the window of the program."),
        "note",
    )
    if of_photos > len(pictures):
        # Translators: {n} is how many photos the page shows, {all} how many the group has
        text = _("This page shows {n} of the {all} photos in the group.")
        body += paragraph(text.format(n=number(len(pictures)), all=number(of_photos)))
    readable = [picture for picture in pictures if picture.problem is None]
    if len(readable) > 1:
        body += _stage(readable, pairings)
    body += _facts(pictures)
    body += paragraph(
        _("The photos on this page are copies. They are removed when the program ends."), "note"
    )
    return page(title, body, style=_file("compare.css"), script=_file("compare.js"))


def _stage(pictures: Sequence[PagePicture], pairings: Sequence[Pairing]) -> str:
    """The part with the two photos: how to look at them, and where they differ."""
    words = {
        "look": _("How to look"),
        "side": _("Side by side"),
        "slider": pgettext("compare page", "Slider"),
        "flip": pgettext("compare page", "Flip"),
        "difference": pgettext("compare page", "Difference"),
        "rings": _("Frame what differs"),
        "size": pgettext("compare page", "Size"),
        "next": _("Next place"),
        "smaller": pgettext("compare page", "Smaller"),
        "larger": pgettext("compare page", "Larger"),
        "pixels": _("Every pixel"),
        "whole": _("Whole photo"),
        "stage": _("The two photos. The arrow keys move both."),
        "divide": _("How much of each photo"),
        "dark": _("Black: no difference. The brighter a place, the more it differs."),
        # Translators: {n} is the number of a photo
        "seen": _("Now you see photo {n}."),
        # Translators: {n} is 2 for twice as large
        "times": _("{n} times as large as the whole photo."),
        "exact": _("Every pixel: one dot of the photo is one dot of the screen."),
        "small": _("This browser does not open the copy with every pixel. You see a smaller copy."),
        "scripts": _("This browser does not let the page do more than show the photos below."),
    }
    filled = {name: escape(text) for name, text in words.items()}
    filled["choosers"] = _choosers(pictures, pairings[0]) if len(pictures) > 2 else ""
    filled["pairings"] = "".join(map(_pairing, pairings))
    return Template(_file("stage.html")).substitute(filled)


def _choosers(pictures: Sequence[PagePicture], shown: Pairing) -> str:
    """Two lists, from which the photo on the left and the one on the right are chosen."""
    lists = ""
    for side, label, chosen in (
        ("left", _("Left photo"), shown.first),
        ("right", _("Right photo"), shown.second),
    ):
        options = "".join(
            f'<option value="{each.number}"{" selected" if each.number == chosen else ""}>'
            f"{escape(_title(each))}</option>"
            for each in pictures
        )
        lists += f'<label>{escape(label)} <select id="choose-{side}">{options}</select></label>\n'
    return f'<div class="controls choosers">{lists}</div>'


def _pairing(pairing: Pairing) -> str:
    """What is known of two photos together; shown while these two are on the stage."""
    lines = f"<p>{escape(pairing.why)}</p>\n"
    if pairing.spots is not None:
        lines += f"<p>{escape(differs_line(pairing.spots))}</p>\n"
        several = len(pairing.spots) > 1  # one ring alone has no number
        lines += "".join(
            f'<button type="button" class="place" data-spot="{spot.left:.4f} {spot.top:.4f} '
            f'{spot.right:.4f} {spot.bottom:.4f}">{f"{position}. " if several else ""}'
            f"{escape(place(spot))}</button>\n"
            for position, spot in enumerate(pairing.spots, 1)
        )
    laid = ""
    if pairing.laid is not None:
        at = pairing.laid
        laid = f' data-laid="{at.left:.5f} {at.top:.5f} {at.width:.5f} {at.height:.5f} {at.slant:.3f} {at.turn}"'
    return (
        f'<div class="pairing" data-first="{pairing.first}" data-second="{pairing.second}"{laid} hidden>'
        f"{lines}</div>\n"
    )


def _facts(pictures: Sequence[PagePicture]) -> str:
    """The table of facts, one photo in each row."""
    header = (_("Photo"), _("File"), _("Size"), _("Date"), _("Camera"))
    cells = "".join(f'<th scope="col">{escape(cell)}</th>' for cell in header)
    photos = [picture.photo for picture in pictures]
    rows = "".join(_row(picture, photos) for picture in pictures)
    return f'<table class="facts">\n<thead><tr>{cells}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n'


def _row(picture: PagePicture, photos: Sequence[Photo]) -> str:
    facts = picture.photo.fingerprint.metadata
    sizes = [size_line(picture.photo)]
    if has_the_most_pixels(picture.photo, photos):
        sizes.append(_("the most pixels of these photos"))
    kind = facts.format
    if picture.converted:
        # Translators: {format} such as HEIC
        kind = _("{format}, shown here as JPEG").format(format=show_name(facts.format))
    cells = [
        _picture_cell(picture, size_line(picture.photo, photos)),
        f"{escape(show_name(picture.photo.path))}<br>{escape(kind)}",
        "<br>".join(map(escape, sizes)),
        escape(date_line(picture.photo)),
        escape(show_name(facts.camera or _("no camera in the file"))),
    ]
    return "<tr>" + "".join(f"<td>{cell}</td>" for cell in cells) + "</tr>\n"


def _picture_cell(picture: PagePicture, size: str) -> str:
    title = f"<b>{number(picture.number)}</b>"
    if picture.small is None:
        reason = PROBLEMS[picture.problem]() if picture.problem else ""
        return f"{title} {escape(reason)}"
    facts = picture.photo.fingerprint.metadata
    inside = b64encode(as_jpeg(picture.small)).decode("ascii")
    return (
        f'{title}<br><img class="thumb" alt="{escape(_title(picture))}" '
        f'width="{facts.width}" height="{facts.height}" data-number="{picture.number}" '
        f'data-size="{escape(size)}" data-copy="{escape(picture.copy)}" src="data:image/jpeg;base64,{inside}">'
    )


def _title(picture: PagePicture) -> str:
    """Number and file name, without its folders."""
    return f"{number(picture.number)}: {show_name(picture.photo.path.rpartition('/')[2])}"


def _file(name: str) -> str:
    return Path(__file__).with_name(name).read_text(encoding="utf-8")
