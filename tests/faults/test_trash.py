"""Faults while files go to the computer's trash: nothing is lost and everything comes back."""

from __future__ import annotations

import os

import pytest

from tests.faults.test_everyday import test_nothing_is_lost_and_everything_comes_back as _everyday


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")
def test_nothing_is_lost_on_the_way_to_the_trash() -> None:
    _everyday("trash")
