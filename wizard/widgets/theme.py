"""The wizard's colours: dark, calm, and of strong contrast on a projector."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="before-you-delete",
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
