"""The pictures of a receipt: bars for the kinds of photos, and what was set aside beside what stays."""

from __future__ import annotations

import os
from base64 import b64encode
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path

from wizard.journey import Receipt
from wizard.journey.receipt import PhotoKind
from wizard.language.catalogs import _, ngettext
from wizard.language.formats import number
from wizard.language.kinds import kind_line
from wizard.language.names import show_name
from wizard.pages.compare.pictures import as_jpeg
from wizard.pages.frame import paragraph
from wizard.photos.file import PICTURE_SUFFIXES
from wizard.photos.picture import UnreadablePicture, read_picture

PAIRS_SHOWN = 50
"""Eight fit on a sheet of A4: seven sheets. The table below them names everything."""
SIDE = 320
"""Pixels of a small picture: 150 dots an inch at 5.4 cm."""


def bars(kinds: Sequence[tuple[PhotoKind, int]]) -> str:
    """A bar for each kind, as long as it has photos; the sentence beside it says the same."""
    most = max(count for _kind, count in kinds)
    rows = "".join(
        '<tr><td><svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">'
        f'<rect width="{max(1, round(100 * count / most))}" height="10"/></svg></td>'
        f"<td>{escape(kind_line(kind, count))}</td></tr>\n"
        for kind, count in kinds
    )
    return f'<table class="bars">\n<tbody>\n{rows}</tbody>\n</table>\n'


def set_aside_beside_kept(receipt: Receipt) -> str:
    """Each photo in the review folder beside the photo that stays in its place. Reads both."""
    items = [each for each in receipt.items if _is_picture(each.path)]
    if receipt.review_folder is None or not items:
        return ""
    small = cache(_small_picture)
    pairs = "".join(
        '<div class="pair">'
        + _figure(small(receipt.review_folder / item.where), _("In the review folder"), item.path)
        + _figure(small(receipt.photos / item.stays), _("Stays where it is"), item.stays)
        + "</div>\n"
        for item in items[:PAIRS_SHOWN]
    )
    pairs = f'<div class="pairs">\n{pairs}</div>\n'
    left = len(items) - PAIRS_SHOWN
    if left > 0:
        text = ngettext("... and {n} more photo.", "... and {n} more photos.", left)
        pairs += paragraph(text.format(n=number(left)))
    return pairs


def receipt_style() -> str:
    """What a receipt looks like, beyond the frame of all pages."""
    return Path(__file__).with_name("receipt.css").read_text(encoding="utf-8")


def _figure(picture: str, label: str, path: str) -> str:
    name = escape(show_name(path))
    none = escape(_("This photo cannot be shown any more."))
    shown = f'<img alt="" src="{picture}">' if picture else f"<p>{none}</p>"
    return f"<figure>{shown}<figcaption><b>{escape(label)}</b><br>{name}</figcaption></figure>"


def _small_picture(path: Path) -> str:
    """As the address of an image inside the page; empty when it cannot be read any more."""
    try:
        picture = read_picture(path, SIDE)
    except UnreadablePicture:
        return ""
    return "data:image/jpeg;base64," + b64encode(as_jpeg(picture)).decode("ascii")


def _is_picture(path: str) -> bool:
    return os.path.splitext(path)[1].lower() in PICTURE_SUFFIXES
