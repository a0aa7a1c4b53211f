"""The words of the first step: what the program does, on whose computer, and where last time ended."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from wizard.journey import Record, StepName
from wizard.language.catalogs import _, available, speaking
from wizard.language.names import Naming, shorten
from wizard.language.step_names import long_name

Numbered = list[tuple[int, str]]
LETTERS = "가나다 ñ á"
"""Korean and Spanish letters that a font may lack."""


def in_each_language(say: Callable[[], str]) -> list[str]:
    """The same text in every language, for whoever has not chosen one yet."""
    texts = []
    for code in available():
        with speaking(code):
            texts.append(say())
    return texts


def try_letters() -> str:
    """Whether the window's font has every letter: whoever reads this sees it."""
    # Translators: {letters} are Korean and Spanish ones; one line, 78 cells at most
    text = _("{letters}: do you see boxes or gaps? Choose another font for this window.")
    return text.format(letters=LETTERS)


def wide_signs_warning() -> str:
    """What to change in a terminal that draws some signs two cells wide; at most two lines."""
    # Translators: the words in quotes as terminals call this setting in your language
    return _(
        "This window draws some signs too wide, so we use others. Its setting is called "
        "“Ambiguous-width characters”: choose “Narrow”. Or start with --plain."
    )


def what_you_will_learn() -> str:
    """The whole program in six lines."""
    return _(
        "You will learn to tidy photos that look alike, without losing one.\n\n"
        "Three things keep your photos safe:\n"
        "  - a full backup on a separate drive,\n"
        "  - a review folder instead of deleting,\n"
        "  - your own eyes on every group of photos.\n\n"
        "This program never deletes a photo."
    )


def what_to_do_today() -> Numbered:
    """The three ways from here."""
    return [
        (1, _("Practice with practice photos")),
        (2, _("My own photos")),
        (3, _("I have already lost photos")),
    ]


def on_a_shared_computer() -> str:
    """What the next answer changes."""
    return _(
        "On a library or shared computer nothing about you stays behind. "
        "Your progress is kept on your own backup drive."
    )


def whose_computer() -> Numbered:
    """The learner's, or not."""
    return [(1, _("Mine")), (2, _("Library or shared"))]


def unfinished_words(record: Record, naming: Naming = shorten) -> str:
    """Where last time ended."""
    folder = naming(Path(record.folder).name, 50)
    # Translators: {folder} is a folder's name, {step} the name of a step
    text = _("Folder: “{folder}”\nStep: {step}")
    return text.format(folder=folder, step=long_name(StepName(record.step)))


def go_on_or_not() -> Numbered:
    """After last time."""
    return [
        (1, _("Go on where I was")),
        (2, _("Start with another folder. Nothing that was done is lost.")),
    ]
