"""Every check of words, screens, lessons and guide can fail: each fails on a fault that is planted for it."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tests.language.planted_faults import PROJECT, Fault, faults
from tests.programs import need

FAULTS = faults()


@pytest.mark.parametrize("fault", FAULTS, ids=[fault.name for fault in FAULTS])
def test_a_fault_has_its_place_and_its_test(fault: Fault) -> None:
    text = (PROJECT / fault.file).read_text(encoding="utf-8")
    assert fault.becomes is None or fault.planted_in(text)
    path, _, test = fault.caught_by.partition("::")
    assert f"def {test.partition('[')[0]}(" in (PROJECT / path).read_text(encoding="utf-8")


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs processes that can be forked")
def test_every_check_fails_on_a_fault() -> None:
    need("msgfmt", "gettext")
    ran = subprocess.run(
        [sys.executable, "-m", "tests.language.planted_faults", "--everyday"],
        cwd=PROJECT,
        env=os.environ | {"PYTHONPATH": str(PROJECT)},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert ran.returncode == 0, ran.stdout[-6000:] + ran.stderr[-2000:]
    tried = len({fault.caught_by for fault in FAULTS})
    assert f"{tried} of {tried} planted faults caught." in ran.stdout
