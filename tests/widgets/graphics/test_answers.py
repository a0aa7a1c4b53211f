"""What the terminal says about itself never becomes a key, and no key is lost, however both are mixed."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as some

from wizard.widgets.graphics.answers import (
    SECONDS_FOR_THE_REST,
    Answers,
    Attributes,
    Colours,
    LargestPicture,
    SpeaksKitty,
)
from wizard.widgets.graphics.terminal import Ability, may_be_asked

KITTY = "\x1b_Gi=31000;OK\x1b\\"
XTERM = "\x1b[?63;1;2;4;6c"
COLOURS, LARGEST = "\x1b[?1;0;1024S", "\x1b[?2;0;1000;800S"
KEYS = [
    "1",
    "2",
    "0",
    "한",
    "ㅠ",
    "\x1b[A",
    "\x1b[1;5C",
    "\x1bOP",
    "\r",
    " ",
    "\x1b[200~?4;c\x1b[201~",
]


def all_of(pieces: list[str]) -> tuple[str, list[object]]:
    """Keys and answers of what arrives in these pieces, one after the other at once, and then nothing."""
    answers, keys, found = Answers(), "", list[object]()
    for piece in pieces:
        typed, heard = answers.parted(piece, 0.0)
        keys, found = keys + typed, found + list(heard)
    return keys + answers.overdue(SECONDS_FOR_THE_REST), found


@pytest.mark.parametrize(
    ("said", "means"),
    [
        (KITTY, SpeaksKitty()),
        (XTERM, Attributes((63, 1, 2, 4, 6))),
        (COLOURS, Colours(1024)),
        (LARGEST, LargestPicture(1000, 800)),
    ],
)
def test_an_answer_in_two_pieces_is_heard_wherever_it_is_cut(said: str, means: object) -> None:
    for cut in range(len(said) + 1):
        assert all_of(["1" + said[:cut], said[cut:] + "2"]) == ("12", [means])


@pytest.mark.parametrize("said", ["\x1b_Gi=31000;ENOTSUPPORTED:no\x1b\\", "\x1b[?1;3;0S"])
def test_a_terminal_that_says_no_says_nothing_to_the_keys(said: str) -> None:
    assert all_of(["1" + said + "2"]) == ("12", [])


@given(
    some.lists(some.sampled_from([*KEYS, KITTY, XTERM, COLOURS, LARGEST]), max_size=12),
    some.lists(some.integers(0, 60), max_size=6),
)
def test_no_key_is_lost_or_added(came: list[str], cuts: list[int]) -> None:
    whole = "".join(came)
    edges = [0, *sorted(min(cut, len(whole)) for cut in cuts), len(whole)]
    said = (KITTY, XTERM, COLOURS, LARGEST)
    after_the_first = "".join(came).find(XTERM)
    if after_the_first >= 0:  # from there on a lone Esc is a key at once, so nothing is cut there
        edges = [edge for edge in edges if edge <= after_the_first] + [len(whole)]
    pieces = [whole[begin:end] for begin, end in pairwise(edges)]
    keys, found = all_of(pieces)
    assert keys == "".join(each for each in came if each not in said)
    assert len(found) == sum(each in said for each in came)


def test_esc_waits_for_no_answer_once_all_were_given() -> None:
    answers = Answers()
    assert answers.parted("\x1b", 0.0) == ("", [])
    assert answers.overdue(SECONDS_FOR_THE_REST) == "\x1b"
    answers.parted(XTERM, 1.0)
    assert answers.parted("\x1b", 2.0) == ("\x1b", [])


def test_what_the_terminal_draws_follows_from_its_answers() -> None:
    assert not Ability().after(Attributes((62, 22))).draws
    xterm = Ability().after(Attributes((63, 4))).after(Colours(16))
    assert (xterm.sixel, xterm.kitty, xterm.colours) == (True, False, 16)
    assert Ability().after(SpeaksKitty()).after(Attributes((62,))).kitty


@pytest.mark.parametrize(
    ("environment", "asked"),
    [
        ({"TERM": "xterm-256color"}, True),
        ({"TERM": "xterm-kitty"}, True),
        ({"TERM": "xterm-256color", "TMUX": "default,1,0"}, False),
        ({"TERM": "screen-256color"}, False),
        ({"TERM": "tmux-256color"}, False),
        ({"TERM": "linux"}, False),
        ({"TERM": "dumb"}, False),
        ({"TERM": "xterm-256color", "TERM_PROGRAM": "Apple_Terminal"}, False),
        ({}, False),
    ],
)
def test_only_terminals_that_understand_are_asked(environment: dict[str, str], asked: bool) -> None:
    assert may_be_asked(environment) is asked
