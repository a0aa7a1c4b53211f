"""How a text is marked for translation: a whole literal sentence, looked up at the moment it is shown."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import wizard

TEXTS = {"_": slice(0, 1), "ngettext": slice(0, 2), "pgettext": slice(0, 2)}
"""The calls that mark a text, and which of their arguments are written to be translated."""
LATER = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
"""What stands inside these is done when it is called, not when the file is imported."""


def test_no_text_is_looked_up_at_import() -> None:
    """It would stay in the language of the start."""
    assert places(at_import) == []


def test_no_mark_stands_in_an_f_string() -> None:
    """It is not found there when the catalogs are brought up to date, and nobody is told."""
    assert places(in_f_strings) == []


def test_a_marked_text_is_a_literal() -> None:
    """What is put together while the program runs is in no catalog."""
    assert places(not_literal) == []


def places(find: Callable[[ast.AST], Iterable[ast.Call]]) -> list[str]:
    """File and line of all that is found in the program's source."""
    package = Path(wizard.__file__).parent
    return [
        f"{path.relative_to(package).as_posix()}:{call.lineno}"
        for path in sorted(package.rglob("*.py"))
        for call in find(ast.parse(path.read_text(encoding="utf-8")))
    ]


def marks(node: ast.AST) -> Iterator[ast.Call]:
    """Every call at or below the node that marks a text."""
    for each in ast.walk(node):
        if isinstance(each, ast.Call) and isinstance(each.func, ast.Name) and each.func.id in TEXTS:
            yield each


def at_import(node: ast.AST) -> Iterator[ast.Call]:
    """Marks outside of every function, and in the values that its arguments have by default."""
    if not isinstance(node, LATER):
        yield from (each for each in marks(node) if each is node)
        for child in ast.iter_child_nodes(node):
            yield from at_import(child)
        return
    once = [*node.args.defaults, *node.args.kw_defaults]
    once += [] if isinstance(node, ast.Lambda) else node.decorator_list
    for each in filter(None, once):
        yield from marks(each)


def in_f_strings(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            yield from marks(node)


def not_literal(tree: ast.AST) -> Iterator[ast.Call]:
    for call in marks(tree):
        written = call.args[TEXTS[call.func.id]]  # type: ignore[attr-defined]
        if not all(isinstance(text, ast.Constant) for text in written):
            yield call
