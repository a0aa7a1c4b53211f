"""What was found on a computer, each thing a plain sentence and, where it is needed, what to do about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wizard.computer import LEAST_COLUMNS, LEAST_FREE, LEAST_ROWS, TRUE_COLOURS, Computer
from wizard.language.catalogs import _, ngettext, pgettext
from wizard.language.formats import moment, number, size
from wizard.language.names import show_name
from wizard.language.sentences import SEPARATIONS

KIT_FILES_SHOWN = 5


class Grade(StrEnum):
    """Whether something is well, needs a person's eyes, or must be put right first."""

    GOOD = "good"
    LOOK = "look"
    BAD = "bad"


@dataclass(frozen=True)
class Line:
    """One thing about the computer: how it is, and what to do, if anything."""

    grade: Grade
    how: str
    what_to_do: str = ""


def grade_word(grade: Grade) -> str:
    """What stands before the line."""
    return {
        Grade.GOOD: lambda: pgettext("doctor, very short", "good"),
        Grade.LOOK: lambda: pgettext("doctor, very short", "look"),
        Grade.BAD: lambda: pgettext("doctor, very short", "to do"),
    }[grade]()


def computer_lines(computer: Computer) -> Iterator[Line]:
    """Every line, in the order in which a facilitator walks through a room."""
    yield from _window(computer)
    yield from _letters(computer)
    yield from _writing(computer)
    yield from _drives(computer)
    yield from _programs(computer)
    yield from _clock(computer)


def _window(computer: Computer) -> Iterator[Line]:
    window = computer.window
    if window is None:
        how = _("This is not a terminal window, so its size is not known.")
        yield Line(Grade.LOOK, how, _("Start doctor in the window that the learners will use."))
        return
    text = _("The window has {columns} columns and {rows} lines.")
    how = text.format(columns=number(window.columns), rows=number(window.rows))
    if window.large_enough:
        yield Line(Grade.GOOD, how)
    else:
        # Translators: {columns} and {rows} are 80 and 24
        text = _("Please make this window larger: at least {columns} columns and {rows} lines.")
        yield Line(Grade.BAD, how, text.format(columns=LEAST_COLUMNS, rows=LEAST_ROWS))
    if window.colours >= TRUE_COLOURS:
        yield Line(Grade.GOOD, _("The window shows all colors."))
    else:
        how = _("The window shows few colors, so photos in it do not look as they are.")
        yield Line(Grade.LOOK, how, _("Another terminal program may show more."))


def _letters(computer: Computer) -> Iterator[Line]:
    if not computer.utf8:
        # Translators: {encoding} such as cp1252
        how = _("The window is set to {encoding}, which has no Korean letters.")
        yield Line(
            Grade.BAD,
            how.format(encoding=show_name(computer.encoding or "?")),
            _("Set it to UTF-8."),
        )
        return
    # Translators: keep the letters as they are; they try the font
    how = _("Three Korean letters, then Spanish ones: 가나다 ñ á ¿")
    what = _("Do you see them all? If there are boxes or gaps, choose another font for the window.")
    yield Line(Grade.LOOK, how, what)


def _writing(computer: Computer) -> Iterator[Line]:
    for folder in computer.not_writable:
        # Translators: {name} is the path of a folder
        how = _("Nothing can be written in “{name}”.").format(name=show_name(str(folder)))
        yield Line(Grade.BAD, how, _("Ask whoever looks after the computer to allow it."))
    if not computer.not_writable:
        yield Line(Grade.GOOD, _("The program can write where it needs to."))
    # Translators: {free} such as 64.0 GB
    how = _("{free} are free on this computer.").format(free=size(computer.free))
    if computer.free >= LEAST_FREE:
        yield Line(Grade.GOOD, how)
    else:
        # Translators: {size} such as 500 MB
        what = _("Make room: at least {size}.").format(size=size(LEAST_FREE))
        yield Line(Grade.BAD, how, what)


def _drives(computer: Computer) -> Iterator[Line]:
    for drive in computer.drives:
        # Translators: {label} is the drive's own name, {what} such as "another physical drive"
        how = _("Drive “{label}”, {size}: {what}.").format(
            label=show_name(drive.label),
            size=size(drive.total),
            what=SEPARATIONS[drive.separation](),
        )
        yield Line(Grade.GOOD, how)
    if len(computer.drives) < 2:
        what = _("Plug in the USB stick of the workshop and start doctor again.")
        yield Line(Grade.LOOK, _("We see no other drive."), what)


def _programs(computer: Computer) -> Iterator[Line]:
    if computer.viewer is not None:
        # Translators: {name} of a program
        yield Line(Grade.GOOD, _("Photos open in: {name}.").format(name=show_name(computer.viewer)))
    else:
        what = _("Large photos can be looked at in the terminal window only.")
        yield Line(Grade.LOOK, _("We found no program that opens photos."), what)
    if computer.browser is not None:
        # Translators: {name} of a program
        text = _("Pages open in: {name}.")
        yield Line(Grade.GOOD, text.format(name=show_name(computer.browser)))
    else:
        what = _("Print lessons and receipts on another computer.")
        yield Line(Grade.LOOK, _("We found no web browser."), what)
    if computer.trash is not None:
        # Translators: {name} is the path of a folder
        text = _("The trash of this computer is in “{name}”.")
        yield Line(Grade.GOOD, text.format(name=show_name(str(computer.trash))))
    else:
        what = _("Nothing to do: the workshop does not use it.")
        yield Line(Grade.LOOK, _("We cannot see the trash of this computer."), what)


def _clock(computer: Computer) -> Iterator[Line]:
    # Translators: {time} is a date and a time of day
    how = _("The clock says: {time}.").format(time=moment(computer.now.isoformat()))
    if computer.clock_is_behind:
        yield Line(Grade.BAD, how, _("It is behind. Set it, or receipts will show a wrong day."))
    else:
        yield Line(Grade.GOOD, how)
    # Translators: {version} such as 3.11.7
    yield Line(Grade.GOOD, _("Python {version} is there.").format(version=computer.python))
    if computer.administrator:
        how = _("The program runs as administrator.")
        yield Line(Grade.LOOK, how, _("Start it as an ordinary user: it needs no special rights."))


def kit_lines(changed: Sequence[str]) -> Iterator[Line]:
    """The workshop's kit from which the program runs: whole, or which files are not as they were made."""
    if not changed:
        yield Line(Grade.GOOD, _("Every file of the kit is as it was made."))
    for name in changed[:KIT_FILES_SHOWN]:
        # Translators: {name} of a file
        how = _("In the kit “{name}” is missing or was changed.").format(name=show_name(name))
        yield Line(Grade.BAD, how, _("Make or copy the kit again."))


def verdict(bad: int) -> str:
    """The last line."""
    if not bad:
        return _("This computer is ready for a workshop.")
    text = ngettext(
        "{n} thing must be put right first.", "{n} things must be put right first.", bad
    )
    return text.format(n=number(bad))
