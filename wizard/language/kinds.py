"""How many photos are of which kind: one short sentence for each."""

from __future__ import annotations

from wizard.journey.receipt import PhotoKind
from wizard.language.catalogs import ngettext
from wizard.language.formats import number


def kind_line(kind: PhotoKind, count: int) -> str:
    """So many photos of this kind."""
    match kind:
        case PhotoKind.ALONE:
            text = ngettext("{n} photo has no look-alike.", "{n} photos have no look-alike.", count)
        case PhotoKind.EXACT_COPY:
            text = ngettext("{n} photo is an exact copy.", "{n} photos are exact copies.", count)
        case PhotoKind.LOOK_ALIKE:
            text = ngettext("{n} photo has a look-alike.", "{n} photos have look-alikes.", count)
        case PhotoKind.UNREADABLE:
            text = ngettext("{n} photo could not be read.", "{n} photos could not be read.", count)
    return text.format(n=number(count))
