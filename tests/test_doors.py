"""Only the doors remove, move or write: every other file of the program is read for such calls."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.test_house import CORE, PACKAGE, modules

REMOVES = "own_files.py"
MOVES = "safekeeping/disk.py"

TRASHES = "safekeeping/trash.py"

MAY_WRITE = {
    REMOVES: "files of ours, in folders of ours",
    MOVES: "creates files on the learner's drive, and never over another",
    "locks.py": "opens the lock file, writes nothing into it",
}

REMOVING = {
    "os": {"unlink", "remove", "rmdir", "removedirs", "replace", "truncate", "ftruncate"},
    "shutil": {"rmtree", "move"},
    "Path": {"unlink", "rmdir", "replace"},
}

MOVING = {
    "os": {"rename", "renames", "link", "symlink"},
    "Path": {"rename", "hardlink_to", "symlink_to"},
}

WRITING = {
    "os": {"open", "write", "pwrite", "fdopen", "utime", "chmod", "mkfifo", "mknod"},
    "shutil": {"copy", "copy2", "copyfile", "copytree", "copymode", "copystat"},
    "Path": {"write_text", "write_bytes", "touch", "chmod"},
}

READS_ONLY = {
    "photos/picture.py": "os.open to refuse links and pipes",
    "safekeeping/copying.py": "the same",
}


def calls(path: Path) -> Iterator[tuple[int, str, str, ast.Call]]:
    """Line, what it is called on ("bare" for a name alone), the name, the call itself."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            owner = node.func.value.id if isinstance(node.func.value, ast.Name) else ""
            yield node.lineno, owner, node.func.attr, node
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.lineno, "bare", node.func.id, node


def found(path: Path, forbidden: dict[str, set[str]]) -> list[str]:
    """Calls of what is forbidden. `x.replace(a, b)` of a text has two arguments, that of a path one."""
    told = []
    for line, owner, name, call in calls(path):
        of = owner if owner in ("os", "shutil", "bare") else "Path"
        of_a_text = name == "replace" and of == "Path" and len(call.args) != 1
        if name in forbidden.get(of, ()) and not of_a_text:
            told.append(f"{path.relative_to(PACKAGE)}:{line} {owner}.{name}")
    return told


def bare_imports(path: Path) -> Iterator[tuple[str, str]]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module in ("os", "shutil"):
            for alias in node.names:
                yield node.module, alias.name


def opens_for_writing(path: Path) -> list[str]:
    """`open` with a mode that writes, or with one that cannot be read from the code."""
    told = []
    for line, owner, name, call in calls(path):
        if name != "open" or owner in ("os", "Image", "webbrowser"):
            continue
        place = 1 if owner == "bare" else 0
        mode: ast.expr = ast.Constant("r")
        if len(call.args) > place:
            mode = call.args[place]
        for keyword in call.keywords:
            mode = keyword.value if keyword.arg == "mode" else mode
        plain = isinstance(mode, ast.Constant) and isinstance(mode.value, str)
        if not plain or set(str(getattr(mode, "value", ""))) & set("wax+"):
            told.append(f"{path.relative_to(PACKAGE)}:{line} {owner}.open")
    return told


EVERY_MODULE = sorted(PACKAGE.rglob("*.py"))


def here(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def test_only_one_door_removes_and_replaces() -> None:
    told = [
        each for path in EVERY_MODULE if here(path) != REMOVES for each in found(path, REMOVING)
    ]
    assert told == []


def test_only_one_door_moves() -> None:
    told = [each for path in EVERY_MODULE if here(path) != MOVES for each in found(path, MOVING)]
    assert told == []
    for path in EVERY_MODULE:
        if here(path) != MOVES:
            assert "renameat2" not in path.read_text(encoding="utf-8"), path


def test_the_door_that_moves_never_removes_or_replaces() -> None:
    assert found(PACKAGE / MOVES, REMOVING) == []
    source = (PACKAGE / MOVES).read_text(encoding="utf-8")
    assert "O_TRUNC" not in source


TRASH_PROGRAMS = {"send2trash", "gi", "winshell"}


def mentions_of_the_trash(path: Path) -> set[str]:
    """What sends to the trash, in whatever way it is named: imported, called, or in quotes for importlib."""
    named = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import | ast.ImportFrom):
            named |= {alias.name for alias in node.names} | {getattr(node, "module", None) or ""}
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            named.add(node.value)
        elif isinstance(node, ast.Attribute | ast.Name):
            named.add(node.attr if isinstance(node, ast.Attribute) else node.id)
    return {name for name in named if name.partition(".")[0] in TRASH_PROGRAMS}


def test_only_one_door_sends_to_the_trash_and_in_one_place() -> None:
    assert [here(path) for path in EVERY_MODULE if mentions_of_the_trash(path)] == [TRASHES]
    calls_in = [name for _line, _of, name, _call in calls(PACKAGE / TRASHES)]
    assert calls_in.count("send2trash") == 1


def test_the_door_to_the_trash_never_removes_moves_or_replaces() -> None:
    """Not when an error comes from the trash either."""
    assert found(PACKAGE / TRASHES, REMOVING) == []
    assert found(PACKAGE / TRASHES, MOVING) == []


def test_nobody_else_in_the_core_opens_a_file_for_writing() -> None:
    told = []
    for path in modules(*CORE):
        if here(path) not in MAY_WRITE:
            told += opens_for_writing(path)
            told += [
                each
                for each in found(path, WRITING)
                if here(path) not in READS_ONLY or not each.endswith("os.open")
            ]
    assert told == []


def test_what_only_reads_opens_only_to_read() -> None:
    for name in READS_ONLY:
        source = (PACKAGE / name).read_text(encoding="utf-8")
        assert not {"O_WRONLY", "O_RDWR", "O_CREAT", "O_TRUNC", "O_APPEND"} & {
            node.attr for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Attribute)
        }


def test_no_door_is_hidden_behind_a_bare_name() -> None:
    dangerous = {
        (module, name)
        for table in (REMOVING, MOVING, WRITING)
        for module in ("os", "shutil")
        for name in table.get(module, ())
    }
    told = [here(path) for path in EVERY_MODULE if dangerous & set(bare_imports(path))]
    assert told == []


@pytest.mark.parametrize(
    "code",
    [
        "import os; os.unlink('a')",
        "from pathlib import Path; Path('a').unlink()",
        "from pathlib import Path; Path('a').replace(target)",
        "import shutil; shutil.rmtree('a')",
        "import os; os.replace('a', 'b')",
    ],
)
def test_the_check_itself_finds_what_it_looks_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str
) -> None:
    (tmp_path / "a.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    assert found(tmp_path / "a.py", REMOVING)


@pytest.mark.parametrize(
    "code",
    [
        "import send2trash",
        "from send2trash import send2trash as away",
        "import importlib; importlib.import_module('send2trash.win')",
        "from gi.repository import Gio",
    ],
)
def test_the_check_finds_every_way_to_the_trash(tmp_path: Path, code: str) -> None:
    (tmp_path / "a.py").write_text(code, encoding="utf-8")
    assert mentions_of_the_trash(tmp_path / "a.py")


@pytest.mark.parametrize(
    ("code", "writes"),
    [
        ("open('a', 'w')", True),
        ("open('a', mode='ab')", True),
        ("open('a', how)", True),
        ("path.open('x')", True),
        ("path.open()", False),
        ("open('a', 'rb')", False),
        ("open('a')", False),
    ],
)
def test_the_check_tells_writing_from_reading(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: str, writes: bool
) -> None:
    (tmp_path / "a.py").write_text(code, encoding="utf-8")
    monkeypatch.setattr(sys.modules[__name__], "PACKAGE", tmp_path)
    assert bool(opens_for_writing(tmp_path / "a.py")) is writes
