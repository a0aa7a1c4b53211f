"""What is asked of the terminal, and what it can draw by its answers. Where it is not asked, or says nothing, blocks stay."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Protocol

from textual.geometry import Size
from textual.message import Message

from wizard.widgets.graphics.answers import Answer, Attributes, Colours, LargestPicture, SpeaksKitty

WHO_ARE_YOU = "\x1b[c"
"""Every terminal answers this one, after all that was asked before it."""
FIRST_QUESTIONS = "\x1b_Gi=31000,s=1,v=1,a=q,t=d,f=24;AAAA\x1b\\" + WHO_ARE_YOU
"""May we send a picture of one dot by Kitty's protocol?"""
SIXEL_QUESTIONS = "\x1b[?1;1;0S\x1b[?2;1;0S" + WHO_ARE_YOU
"""How many colours, and how large at most? Asked only of those that draw Sixel."""
SIXEL = 4
"""Among the numbers of `Attributes`."""
USUAL_COLOURS = 256
"""Of terminals that draw Sixel and do not say."""
NOT_ASKED = ("linux", "dumb", "screen", "tmux")
"""How TERM begins where nobody draws, or where a multiplexer stands between and would lose what is drawn."""


class Terminal(Protocol):
    """What is written to, and of which dots its cells are."""

    forget_pictures: bool
    """True where pictures stay until they are told to go, also after the program's end."""

    @property
    def cell(self) -> Size | None:
        """Dots of a cell, where the system knows."""

    def write(self, data: str) -> None:
        """Sends letters and escape sequences."""

    def flush(self) -> None:
        """Sends what waits."""


@dataclass
class TerminalAnswered(Message):
    """The terminal said something about itself."""

    terminal: Terminal
    answer: Answer


@dataclass
class TerminalGone(Message):
    """The window was closed: nobody sees or types anything any more."""


@dataclass(frozen=True)
class Ability:
    """How a terminal draws pictures."""

    kitty: bool = False
    sixel: bool = False
    colours: int = USUAL_COLOURS
    largest: Size | None = None
    """In dots; None where it did not say."""

    @property
    def draws(self) -> bool:
        """True where pictures can be drawn at all."""
        return self.kitty or self.sixel

    def after(self, answer: Answer) -> Ability:
        """What is known with one answer more."""
        match answer:
            case SpeaksKitty():
                return replace(self, kitty=True)
            case Attributes(numbers):
                return replace(self, sixel=SIXEL in numbers)
            case Colours(count):
                return replace(self, colours=min(count, USUAL_COLOURS))
            case LargestPicture(width, height):
                return replace(self, largest=Size(width, height))


def may_be_asked(environment: Mapping[str, str]) -> bool:
    """Not in tmux or screen, which hand on only a part; nor Apple's Terminal, which writes what it does not know."""
    if "TMUX" in environment or "STY" in environment:
        return False
    if environment.get("TERM_PROGRAM") == "Apple_Terminal":
        return False
    term = environment.get("TERM", "")
    return bool(term) and not term.startswith(NOT_ASKED)
