"""One fault at a time planted in a copy of the project: the check that is there for it must fail, and say so.

python -m tests.language.planted_faults [words of a name]    every fault, with the test that is named for it
python -m tests.language.planted_faults --everyday           one fault for each test, as in the test run
python -m tests.language.planted_faults --full               every fault; and without one the tests hold
"""

from __future__ import annotations

import compileall
import gc
import os
import re
import shutil
import sys
import tempfile
import tomllib
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

PROJECT = Path(__file__).parents[2]
TABLE = Path(__file__).with_suffix(".toml")
ROOMS = ("wizard", "tests", "locales", "lessons", "facilitator_guide")
OURS = ("wizard", "tests")
LOADED_ONCE = (
    *("pytest", "hypothesis", "textual.widgets", "babel.messages.frontend", "textstat"),
    *("imagehash", "pillow_heif", "scipy.cluster.hierarchy", "markdown", "playwright"),
)
"""What others wrote, and every test needs: read before the first child begins."""

QUIETLY = ["-x", "-vv", "-p", "no:cacheprovider", "-p", "no:xdist"]
QUIETLY += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]
"""A plugin's module was read before: it says so, and it does not matter."""


@dataclass(frozen=True)
class Fault:
    """`find`, a regular expression, becomes `becomes` in `file`; None: the file is taken away."""

    name: str
    file: str
    caught_by: str
    """The test, with its parameters."""
    told: str
    """What the failing test says of the fault."""
    find: str = ""
    becomes: str | None = None
    everywhere: bool = False
    """Every place in the file, not just the first one."""

    def planted_in(self, text: str) -> str:
        """The file's text with the fault. Raises AssertionError when there is no place for it."""
        assert self.becomes is not None
        planted, places = re.subn(self.find, self.becomes, text, count=0 if self.everywhere else 1)
        assert places and planted != text, f"{self.name}: no place for it in {self.file}"
        return planted


def faults() -> list[Fault]:
    """The table, one fault below the other."""
    with TABLE.open("rb") as file:
        return [Fault(**row) for row in tomllib.load(file)["fault"]]


def one_for_each_test() -> list[Fault]:
    """The first fault of each test."""
    return list({fault.caught_by: fault for fault in reversed(faults())}.values())[::-1]


def report(chosen: Sequence[Fault], *, full: bool = False) -> list[str]:
    """Plants each fault, prints what caught it, and returns the names of those that nothing caught."""
    for package in LOADED_ONCE:
        import_module(package)
    gc.freeze()  # in no child the collector looks through, and copies, what was loaded
    missed = []
    with _copy() as copy:
        if full:
            code, said = _run(copy, sorted({fault.caught_by for fault in chosen}))
            assert code == 0, f"a test fails without a fault:\n{said}"
            print("Without a fault every one of these tests holds.")
        for fault in chosen:
            caught = _caught(fault, copy)
            word = "caught" if caught else "MISSED"
            print(f"  {word}  {fault.name}: {fault.caught_by}", flush=True)
            missed += [] if caught else [fault.name]
    print(f"{len(chosen) - len(missed)} of {len(chosen)} planted faults caught.")
    return missed


def _caught(fault: Fault, copy: Path) -> bool:
    """True when the named test fails on the copy with the fault, and names it."""
    file = copy / fault.file
    whole, status = file.read_bytes(), file.stat()
    if fault.becomes is None:
        file.unlink()
    else:
        file.write_text(fault.planted_in(whole.decode("utf-8")), encoding="utf-8")
    try:
        code, said = _run(copy, [fault.caught_by])
    finally:
        file.write_bytes(whole)
        os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    if code == 1 and fault.told in said:
        return True
    print(f"{fault.name}: ended with {code}, “{fault.told}” expected in:\n{said[-4000:]}")
    return False


@contextmanager
def _copy() -> Iterator[Path]:
    """A copy of the project that may be spoilt."""
    with tempfile.TemporaryDirectory(prefix="planted-") as name:
        # With what is compiled: a spoilt file has another time, and is compiled anew.
        ignored = shutil.ignore_patterns("*-pytest-*.pyc")  # they say where they were compiled
        for room in ROOMS:
            shutil.copytree(PROJECT / room, Path(name) / room, ignore=ignored)
        shutil.copy(PROJECT / "pyproject.toml", name)
        for room in OURS:
            compileall.compile_dir(Path(name, room), quiet=2)
        yield Path(name)


def _run(copy: Path, tests: Sequence[str]) -> tuple[int, str]:
    """Runs tests in a child of this process: what others wrote is there already, ours is read from the copy."""
    with tempfile.TemporaryFile() as said:
        child = os.fork()
        if child == 0:
            code = 2
            try:
                for descriptor in (1, 2):
                    os.dup2(said.fileno(), descriptor)
                code = _in_the_child(copy, tests)
            except Exception:  # noqa: BLE001 - told in the report
                traceback.print_exc()
            finally:  # nothing of the parent's is tidied up here
                os._exit(code)
        code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        said.seek(0)
        return code, said.read().decode("utf-8", "replace")


def _in_the_child(copy: Path, tests: Sequence[str]) -> int:
    for name in [name for name in sys.modules if name.partition(".")[0] in OURS]:
        del sys.modules[name]
    os.chdir(copy)
    sys.dont_write_bytecode = True  # two texts of one second would share it
    sys.path[:] = [str(copy), *(each for each in sys.path if Path(each or ".") != PROJECT)]
    os.environ["PYTHONPATH"] = str(copy)
    import pytest

    code = int(pytest.main([*QUIETLY, *tests]))
    sys.stdout.flush()
    return code


def main(words: list[str]) -> int:
    """0 when every fault was caught."""
    if words == ["--everyday"]:
        return 1 if report(one_for_each_test()) else 0
    full = words == ["--full"]
    name = "" if full else " ".join(words)
    return 1 if report([fault for fault in faults() if name in fault.name], full=full) else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
