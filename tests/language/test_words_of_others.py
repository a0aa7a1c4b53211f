"""The English of the libraries we stand on: Textual's and argparse's own words reach nobody untranslated."""

from __future__ import annotations

import argparse
import ast
from pathlib import Path

import pytest
from babel.messages.extract import extract
from textual.app import App
from textual.widget import Widget

import wizard
from tests.language.catalog_files import in_the_code
from tests.language.pseudo import pseudo_language
from tests.steps.every_screen import every_screen, on_the_first_screen
from tests.steps.walking import lines, press
from wizard.app import WizardApp

WITHOUT_WORDS = {
    "OptionList": "shows only what we give it",
    "Option": "a line of it",
    "Static": "shows only what we give it",
    "Markdown": "draws our lessons; the words of its table of contents are another widget",
    "ProgressBar": "its percent is a number; the time left would be words, and is ours (show_eta=False)",
}
"""The widgets we use, and why none speaks English of its own. Select, Input and DirectoryTree do."""
KEYS_OF_TEXTUAL = ("ctrl+p", "ctrl+backslash", "ctrl+s", "f5", "f12", "ctrl+shift+p")
"""Palette, screenshot and what other programs open help with."""
FOR_PROGRAMMERS = {
    *(".__call__() not defined", "conflicting subparser: %s", "conflicting subparser alias: %s"),
    *('argument "-" with mode %r', "cannot merge actions - two groups are named %r"),
    *("'required' is an invalid argument for positionals", "dest= is required for options like %r"),
    "invalid option string %(option)r: must start with a character %(prefix_chars)r",
    "invalid conflict_resolution value: %r",
    *("conflicting option string: %s", "conflicting option strings: %s"),
    "mutually exclusive arguments must be optional",
    *("cannot have multiple subparser arguments", "unexpected option string: %s"),
    *("%r is not callable", "cannot use mutually exclusive"),
}
"""What argparse tells whoever writes a parser."""
NOT_USED = {
    "unknown parser %(parser_name)r (choices: %(choices)s)": "add_subparsers",
    "can't open '%(filename)s': %(error)s": "FileType",
    "not allowed with argument %s": "add_mutually_exclusive_group",
    "one of the arguments %s is required": "add_mutually_exclusive_group",
    "expected at most one argument": 'nargs="?" of an option',
    "expected at least one argument": 'nargs="+"',
    "expected %s argument": "nargs=2",
    "expected %s arguments": "nargs=2",
    "ambiguous option: %(option)s could match %(matches)s": "allow_abbrev=True",
    "invalid %(type)s value: %(value)r": "type=int",
    "subcommands": "add_subparsers",
    "command '%(parser_name)s' is deprecated": "deprecated=",
    "argument '%(argument_name)s' is deprecated": "deprecated=",
    "option '%(option)s' is deprecated": "deprecated=",
    "%(prog)s: warning: %(message)s\n": "deprecated=",
    "show program's version number and exit": 'action="version"',
    " (default: %(default)s)": "ArgumentDefaultsHelpFormatter",
    "invalid choice: %(value)r, maybe you meant %(maybe)r? (choose from %(choices)s)": "suggest_on_error",
}
"""What our commands have no occasion for, and what would give it."""


def names_from(module: str) -> set[str]:
    """What our code takes from a module of this name or below it."""
    package = Path(wizard.__file__).parent
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in package.rglob("*.py"))
    return {
        name.name
        for tree in trees
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(module)
        for name in node.names
    }


def test_only_widgets_without_words_of_their_own_are_used() -> None:
    assert names_from("textual.widgets") == set(WITHOUT_WORDS)


def test_the_palette_is_closed_and_nobody_is_told_how_to_quit_in_english() -> None:
    assert WizardApp.ENABLE_COMMAND_PALETTE is False
    keys = {key for binding in WizardApp.BINDINGS for key in binding.key.split(",")}  # type: ignore[union-attr]
    assert {"ctrl+q", "ctrl+c"} <= keys, "the framework answers ctrl+c with a notice"


async def test_no_key_of_the_framework_shows_its_words_on_any_screen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[object] = []
    monkeypatch.setattr(App, "notify", lambda _app, message, **_more: told.append(message))
    with pseudo_language(tmp_path) as code:
        async with on_the_first_screen(tmp_path, code, (80, 24)) as walker:
            async for name in every_screen(walker):
                before = lines(walker)
                await press(walker, *KEYS_OF_TEXTUAL)
                assert lines(walker) == before, name
                tips = [
                    each.tooltip for each in walker.app.screen.walk_children(Widget) if each.tooltip
                ]
                assert tips == [], name
    assert told == []


def test_every_word_of_argparse_that_a_person_may_see_is_in_the_catalogs() -> None:
    ours = {text for _context, texts in in_the_code() for text in texts}
    assert of_argparse() - ours - FOR_PROGRAMMERS - set(NOT_USED) == set()


def test_what_argparse_would_say_on_another_occasion_has_no_occasion() -> None:
    commands = (Path(wizard.__file__).parent / "commands").glob("*.py")
    source = "".join(path.read_text(encoding="utf-8") for path in commands)
    for occasion in (
        *("add_subparsers", "FileType", "add_mutually_exclusive_group", "type=int"),
        *("deprecated=", "version", "ArgumentDefaultsHelpFormatter", "suggest_on_error"),
    ):
        assert occasion not in source
    assert "allow_abbrev=False" in source
    assert len(of_argparse()) > 20, "there is something to look at"


def of_argparse() -> set[str]:
    """Every text that this Python's argparse looks up in a catalog."""
    with Path(argparse.__file__).open("rb") as file:
        found = extract("python", file, keywords={"_": None, "ngettext": (1, 2)})
        texts = [each for _line, each, _comments, _context in found]
    return {text for each in texts for text in ([each] if isinstance(each, str) else each)}
