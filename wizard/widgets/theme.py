"""The wizard's colours, dark and light: calm, and of strong contrast on a projector."""

from __future__ import annotations

from collections.abc import Mapping

from textual.theme import Theme

DARK = Theme(
    name="before-you-delete-dark",
    primary="#1f5f8b",
    secondary="#3a7d44",
    accent="#f2c14e",
    warning="#8a5a00",
    error="#b3261e",
    success="#2e7d32",
    foreground="#f2f2f2",
    background="#101418",
    surface="#161c22",
    panel="#202a33",
    dark=True,
)
LIGHT = Theme(
    name="before-you-delete-light",
    primary="#1f5f8b",
    secondary="#2f6b39",
    accent="#7a5200",
    warning="#7a4f00",
    error="#a31f18",
    success="#256629",
    foreground="#15191d",
    background="#fbfaf6",
    surface="#f2f0ea",
    panel="#e2dfd6",
    dark=False,
)
LIGHT_BACKGROUNDS = ("7", "15")
"""White and bright white among the sixteen colours of COLORFGBG."""


def theme_for(environment: Mapping[str, str]) -> Theme:
    """Light where the terminal says in COLORFGBG that it is light; else dark.

    Konsole, rxvt and some others set it as "foreground;background". The terminal is not asked: its
    answer would come in among the keys, and digits choose.
    """
    background = environment.get("COLORFGBG", "").rpartition(";")[2]
    return LIGHT if background in LIGHT_BACKGROUNDS else DARK
