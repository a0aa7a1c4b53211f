"""The mutants fit the source as it is: each takes out one guard, and names a test that is there."""

from __future__ import annotations

import ast

import pytest

from tests.faults.guards import Mutant
from tests.faults.mutants import MUTANTS, PROJECT


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.name)
def test_its_guard_stands_once_and_its_test_is_there(mutant: Mutant) -> None:
    source = (PROJECT / mutant.file).read_text(encoding="utf-8")
    assert source.count(mutant.guard) == 1
    ast.parse(source.replace(mutant.guard, mutant.without))
    path, _, test = mutant.caught_by.partition("::")
    assert f"def {test.partition('[')[0]}" in (PROJECT / path).read_text(encoding="utf-8")
