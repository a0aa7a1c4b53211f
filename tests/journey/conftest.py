"""What the tests of the way share."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.journey.learner import Learner


@pytest.fixture
def learner(tmp_path: Path) -> Learner:
    """A learner at their own computer, photos taken, drive plugged in."""
    learner = Learner(tmp_path)
    learner.takes_photos()
    return learner
