"""Keeps this computer out of the tests: no real home, no settings, no language, no temporary folder, no network."""

from __future__ import annotations

import gc
import os
import sys
import tempfile
from collections.abc import Iterator
from itertools import count
from pathlib import Path

import pytest
from hypothesis import settings

from tests import drawn_once, network, tripwire
from tests.making import ordinary_user

settings.register_profile("no test fails on time", deadline=None)
settings.load_profile("no test fails on time")

BEGIN_WITH = (
    "tests/faults/",
    "tests/language/test_planted_faults.py",
    "tests/safekeeping/test_killed.py",
    "tests/test_packaging.py",
)
"""The longest tests come first: at the end nobody waits for one of them."""


HOMES = count()
"""A number for each test's home: pytest's own numbering looks through all that there are."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers() -> int:
    """Four workers for two cores: a test waits for drawing, for disks and for programs half of its time."""
    return 2 * (os.cpu_count() or 1)


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--full", action="store_true", help="the full form: every combination")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Every day without what only the full form does; the longest first."""
    if not config.getoption("--full"):
        config.hook.pytest_deselected(items=[item for item in items if _only_in_full(item)])
        items[:] = [item for item in items if not _only_in_full(item)]
    items.sort(key=lambda item: not item.nodeid.startswith(BEGIN_WITH))


def _only_in_full(item: pytest.Item) -> bool:
    return item.get_closest_marker("full") is not None


def pytest_configure(config: pytest.Config) -> None:
    """One folder for what is drawn once, in the process that starts the others."""
    config.addinivalue_line("markers", "full: a combination that only the full form tries")
    if drawn_once.open_for_this_run():
        config.add_cleanup(drawn_once.close)


def pytest_sessionstart() -> None:
    """Of what is imported and collected nothing goes: looking through it takes a third of the time."""
    gc.disable()


def pytest_collection_finish() -> None:
    gc.enable()


@pytest.fixture(autouse=True)
def nothing_of_this_computer(
    monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """A home, a profile and a temporary folder that are empty and that nobody misses."""
    home = tmp_path_factory.getbasetemp() / f"home{next(HOMES)}"
    for name, folder in {
        "HOME": ".",
        "USERPROFILE": ".",
        "APPDATA": "AppData/Roaming",
        "LOCALAPPDATA": "AppData/Local",
        "XDG_CACHE_HOME": ".cache",
        "XDG_CONFIG_HOME": ".config",
        "XDG_DATA_HOME": ".local/share",
        "XDG_STATE_HOME": ".local/state",
        "XDG_PICTURES_DIR": "Pictures",
        "TMPDIR": "tmp",
        "TEMP": "tmp",
        "TMP": "tmp",
    }.items():
        (home / folder).mkdir(parents=True, exist_ok=True)
        monkeypatch.setenv(name, str(home / folder))
    for name in ("LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LC_CTYPE", "NO_COLOR", "COLORFGBG"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.setenv("COLORTERM", "truecolor")
    monkeypatch.setattr(tempfile, "tempdir", str(home / "tmp"))
    for name in [name for name in sys.modules if name.partition(".")[0] == "send2trash"]:
        monkeypatch.delitem(sys.modules, name)  # it reads where the trash is when it is imported


@pytest.fixture(scope="session")
def full(pytestconfig: pytest.Config) -> bool:
    """Whether this is the full form."""
    return bool(pytestconfig.getoption("--full"))


@pytest.fixture(autouse=True)
def nothing_stays_for_good() -> Iterator[None]:
    """The program tells the garbage collector what stays until it ends; here one ends after the other."""
    yield
    gc.unfreeze()


@pytest.fixture(autouse=True)
def no_network() -> Iterator[None]:
    """Any attempt to reach another computer fails the test, also one whose error nobody saw."""
    yield
    tried = network.reached.copy()
    network.reached.clear()
    assert not tried


@pytest.fixture(autouse=True)
def only_its_own_is_removed() -> Iterator[None]:
    """The program may remove and replace only what it made and marked; see `tripwire`."""
    tripwire.tripped.clear()
    yield
    tried = tripwire.tripped.copy()
    tripwire.tripped.clear()
    assert not tried


@pytest.fixture
def as_ordinary_user() -> Iterator[Path]:
    """A folder that an ordinary user owns, while the test is that user: root may read everything."""
    import imagehash  # noqa: F401 - imported late; an ordinary user may not be able to read root's libraries

    with ordinary_user() as folder:
        yield folder
