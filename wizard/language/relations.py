"""What two photos are to each other, and why they look alike, in words: every relation and reason, in every language."""

from __future__ import annotations

from collections.abc import Mapping

from wizard.language.catalogs import _
from wizard.language.sentences import Sentence
from wizard.likeness.relations import Reason, Relation

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
