"""The catalogs are whole: every text of the code, nothing missing, nothing that a format would break on."""

from __future__ import annotations

import subprocess
from collections import Counter

import pytest
from babel.messages.catalog import Message

from tests.language.catalog_files import (
    BRACES,
    Key,
    forms,
    in_the_code,
    key,
    messages,
    po_file,
    read,
    template,
    translated,
)
from tests.programs import need
from wizard.language.catalogs import available

TRANSLATED = pytest.mark.parametrize("code", translated())


def broken(message: Message) -> list[str]:
    """The forms that name other placeholders than the English text, which a format would break on."""
    singular, plural = key(message)[1][0], key(message)[1][-1]
    allowed = [Counter(BRACES.findall(text)) for text in (singular, plural)]
    return [
        form for form in forms(message) if form and Counter(BRACES.findall(form)) not in allowed
    ]


def test_the_template_holds_what_the_code_says() -> None:
    said, listed = set(in_the_code()), {key(message) for message in messages(template())}
    assert said - listed == set(), "new in the code"
    assert listed - said == set(), "gone from the code"


@pytest.mark.parametrize("code", available())
def test_a_catalog_holds_what_the_code_says(code: str) -> None:
    said, listed = set(in_the_code()), {key(message) for message in messages(po_file(code))}
    assert said - listed == set(), "new in the code"
    assert listed - said == set(), "gone from the code"


@TRANSLATED
def test_nothing_is_missing(code: str) -> None:
    assert [key(message) for message in messages(po_file(code)) if not all(forms(message))] == []


@TRANSLATED
def test_nothing_waits_to_be_looked_at(code: str) -> None:
    assert [key(message) for message in messages(po_file(code)) if message.fuzzy] == []


@TRANSLATED
def test_each_plural_has_every_form_of_its_language(code: str) -> None:
    wanted = read(po_file(code)).num_plurals
    plural = [message for message in messages(po_file(code)) if message.pluralizable]
    assert [key(message) for message in plural if len(forms(message)) != wanted] == []


@TRANSLATED
def test_placeholders_are_the_same_in_every_form(code: str) -> None:
    wrong: list[tuple[Key, list[str]]] = [
        (key(message), found) for message in messages(po_file(code)) if (found := broken(message))
    ]
    assert wrong == []


def test_both_english_forms_name_the_same_placeholders() -> None:
    for _, english in in_the_code():
        assert len({frozenset(BRACES.findall(text)) for text in english}) == 1, english


@TRANSLATED
def test_a_text_begins_and_ends_as_the_english_one(code: str) -> None:
    """Line ends and indents are part of a page and of a table."""
    for message in messages(po_file(code)):
        english = key(message)[1][-1]
        for form in filter(None, forms(message)):
            assert form.endswith("\n") == english.endswith("\n"), form
            assert len(form) - len(form.lstrip()) == len(english) - len(english.lstrip()), form


@TRANSLATED
def test_gettext_itself_finds_no_fault(code: str) -> None:
    need("msgfmt", "gettext")
    found = subprocess.run(
        ["msgfmt", "-c", "-o", "-", str(po_file(code))], capture_output=True, check=False
    )
    assert found.returncode == 0, found.stderr.decode()
