"""A real session of the wizard, killed at random moments, loses nothing and puts everything back."""

from __future__ import annotations

import os

import pytest

from tests.faults import session
from tests.programs import need

KILLS = 3


@pytest.mark.skipif(os.name == "nt", reason="needs signals and tmux")
def test_a_wizard_killed_at_random_moments_loses_nothing() -> None:
    """The full form of the fault suite does this twenty times, on the practice photos."""
    need("tmux", "tmux")
    need("pgrep", "procps")
    found = session.trial(KILLS, practice=False)
    assert found.holds, found.reasons
    assert found.fired == KILLS
