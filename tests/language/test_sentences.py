"""Every fact of the core has a sentence, in every language."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from enum import StrEnum
from pathlib import Path

import pytest
from rich.cells import cell_len

import wizard
from tests.likeness.knowing import known
from wizard.journey.inspection import LookFirst
from wizard.language.catalogs import available, speaking
from wizard.language.photos import reasons_line, why_line
from wizard.language.relations import REASONS, RELATIONS
from wizard.language.scans import MEMORY
from wizard.language.sentences import (
    GATES,
    PROBLEMS,
    SEPARATIONS,
    SKIPPED,
    TRASH_DOUBTS,
    sentence_for,
)
from wizard.likeness.cache import Memory
from wizard.likeness.relations import Pair, Reason, Relation
from wizard.problems import (
    CannotFetch,
    Gate,
    KitError,
    MayNotMove,
    MayNotTrash,
    NotEnoughRoom,
    PathError,
    ProblemKind,
    SkipReason,
    TrashDoubt,
)
from wizard.safekeeping.drives import Separation

ALL = pytest.mark.parametrize("code", available())
FACTS: list[tuple[Iterable[StrEnum], Mapping[StrEnum, Callable[[], str]]]] = [
    (ProblemKind, PROBLEMS),  # type: ignore[list-item]
    (SkipReason, SKIPPED),  # type: ignore[list-item]
    (Gate, GATES),  # type: ignore[list-item]
    (TrashDoubt, TRASH_DOUBTS),  # type: ignore[list-item]
    (Separation, SEPARATIONS),  # type: ignore[list-item]
    (Relation, RELATIONS),  # type: ignore[list-item]
    (Reason, REASONS),  # type: ignore[list-item]
    (Memory, MEMORY),  # type: ignore[list-item]
]
FOLDER = "Kim \x1b[2J {name} 여름"
TAKES_MORE_THAN_A_PATH: dict[type[KitError], Callable[[], KitError]] = {
    NotEnoughRoom: lambda: NotEnoughRoom(3_400_000_000, 1_000_000_000),
    MayNotMove: lambda: MayNotMove(Gate.LOOK_ONLY),
    MayNotTrash: lambda: MayNotTrash(TrashDoubt.TOO_SOON),
    CannotFetch: lambda: CannotFetch("win32-amd64-py3.13", f"no such file {FOLDER}"),
    LookFirst: lambda: LookFirst(known("a.jpg", 1), known("b.jpg", 2)),
}


def every_error() -> list[type[KitError]]:
    """Every kind of error that any room of the house can raise."""
    for module in pkgutil.walk_packages(wizard.__path__, "wizard."):
        with suppress(
            ModuleNotFoundError
        ):  # a terminal's own, on a system that has no such terminals
            importlib.import_module(module.name)

    def below(kind: type[KitError]) -> Iterator[type[KitError]]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    raised = {kind for kind in below(KitError) if kind is not PathError}
    return sorted(raised, key=lambda kind: kind.__name__)


def made(kind: type[KitError]) -> KitError:
    if kind in TAKES_MORE_THAN_A_PATH:
        return TAKES_MORE_THAN_A_PATH[kind]()
    return kind(Path(FOLDER)) if issubclass(kind, PathError) else kind()


@ALL
@pytest.mark.parametrize(("facts", "words"), FACTS, ids=lambda each: getattr(each, "__name__", ""))
def test_every_fact_has_words_of_its_own(
    code: str, facts: Iterable[StrEnum], words: Mapping[StrEnum, Callable[[], str]]
) -> None:
    with speaking(code):
        said = [words[fact]() for fact in facts]
    assert all(said)
    assert len(set(said)) == len(said)
    assert not any("{" in each or "}" in each for each in said)


def test_there_are_errors_to_look_at() -> None:
    assert len(every_error()) > 15


@ALL
@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_every_error_is_told_in_a_sentence(code: str, kind: type[KitError]) -> None:
    with speaking(code):
        said = sentence_for(made(kind)).replace("{name} 여름", "")
    assert len(said.split()) > 2
    assert "{" not in said and "}" not in said
    assert said.isprintable()


@ALL
def test_a_drive_that_is_too_small_is_told_with_its_three_sizes(code: str) -> None:
    with speaking(code):
        said = sentence_for(NotEnoughRoom(3_400_000_000, 1_000_000_000))
    assert all(figure in said for figure in ("2.4 GB", "3.4 GB", "1.0 GB"))


@pytest.mark.parametrize("kind", every_error(), ids=lambda kind: kind.__name__)
def test_a_sentence_speaks_three_languages(kind: type[KitError]) -> None:
    said = set()
    for code in ("en", "es", "ko"):
        with speaking(code):
            said.add(sentence_for(made(kind)))
    assert len(said) == 3


@ALL
@pytest.mark.parametrize("relation", Relation)
def test_what_two_photos_are_fits_a_line_of_80_columns(code: str, relation: Relation) -> None:
    pair = Pair(known("a.jpg", 0), known("b.jpg", 63), 90.6, relation, (Reason.OTHER_BYTES,))
    with speaking(code):
        assert cell_len(why_line(pair)) <= 78
        assert all(
            cell_len(reasons_line(replace(pair, reasons=(each,)), 76)) <= 76 for each in Reason
        )
